import { countryByCode, countryByName, placeKey } from "./countries";
import { type City, citiesByKey, citiesBySimilarKey } from "./gazetteer";
import { isWorldwide, macroRegion } from "./macro-regions";
import { type Subdivision, subdivisionsByCode, subdivisionsByName } from "./subdivisions";

/** Everything one part of a location line may mean. */
export interface Readings {
  text: string;
  key: string;
  country?: string;
  subdivisions: readonly Subdivision[];
  /** True when the region or country was written as a code: "CA", "DEU". */
  isCode: boolean;
  macro?: string;
  isWorldwide: boolean;
  cities: readonly City[];
}

/** Words that are also towns somewhere, but never meant so without a country beside them. */
const NOT_BARE = new Set(
  "central north south east west northeast northwest southeast southwest midwest union national nationwide field home office main plant mobile multiple various other flexible remote center centre downtown international corporate usca tbd eastern western northern southern pacific atlantic mountain tier store".split(
    " ",
  ),
);
/** Without a city beside it, this two-letter code means the country and not the US state. */
const COUNTRY_FIRST = new Set(["DE", "IN"]);

const MAX_CACHED = 20_000;
const cache = new Map<string, Readings>();

export function readPart(text: string): Readings {
  let readings = cache.get(text);
  if (readings === undefined) {
    readings = read(text);
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(text, readings);
  }
  return readings;
}

function read(text: string): Readings {
  const key = placeKey(text);
  const code = codeOf(text);
  const named = subdivisionsByName(key);
  const subdivisions = code === undefined ? named : [...named, ...subdivisionsByCode(code)];
  const country = named.some((subdivision) => subdivision.country === "GB")
    ? undefined
    : (countryByName(key) ?? (code === undefined ? undefined : countryByCode(code)));
  const isCode =
    code !== undefined && (country !== undefined || subdivisions.length > 0) && countryByName(key) === undefined;
  const macro = macroRegion(key);
  const hasOtherReading = country !== undefined || subdivisions.length > 0 || macro !== undefined;
  const isShortCode = hasOtherReading && key.length <= 3 && key !== "dc";
  const exact = isShortCode ? [] : citiesByKey(key);
  return {
    text,
    key,
    country,
    subdivisions,
    isCode,
    macro,
    isWorldwide: isWorldwide(key),
    cities: exact.length > 0 || hasOtherReading ? exact : citiesBySimilarKey(key),
  };
}

export function isKnown(part: Readings): boolean {
  return isContext(part) || part.cities.length > 0;
}

/** Something a city can lie in. */
export function isContext(part: Readings): boolean {
  return part.country !== undefined || part.subdivisions.length > 0 || part.macro !== undefined || part.isWorldwide;
}

export function mayStandAlone(part: Readings): boolean {
  return !NOT_BARE.has(part.key);
}

export function prefersCountry(part: Readings): boolean {
  return (
    !part.isCode ||
    part.subdivisions.every(({ country }) => country !== "US") ||
    COUNTRY_FIRST.has(part.key.toUpperCase())
  );
}

/** Two to four letters that may be a code; in a longer text only upper case counts, so "in" is no India. */
function codeOf(text: string): string | undefined {
  const bare = text.replace(/\./g, "").trim();
  return /^[A-Za-zÖ]{1,4}$/.test(bare) ? bare.toUpperCase() : undefined;
}
