import type { Place } from "@/db/schema/shapes";
import { SHORT_CITY_NAMES } from "./city-names";
import { type City, citiesByKey } from "./gazetteer";
import { regionCountries } from "./macro-regions";
import { isContext, isKnown, mayStandAlone, prefersCountry, type Readings } from "./readings";
import { type Subdivision, subdivisionOf } from "./subdivisions";

export interface PlaceContext {
  /** Stated by the board: decides between namesakes. */
  country?: string;
  /** The country of the neighbors in the same posting: only tips the balance. */
  neighborCountry?: string;
  /** ISO 639-1 of the posting. */
  language?: string;
}

/** A place before it is told which text it came from. */
export type Found = Omit<Place, "text">;

/** Towns below this size need a region or country beside them. */
const MIN_BARE_POPULATION = 10_000;
const MIN_HINTED_POPULATION = 500;
/** Where most postings are, for namesakes that only size would part: Valencia in Spain before Venezuela's. */
const COMMON_COUNTRIES = new Set("US GB DE FR CA NL ES IE CH AT AU IN IT PL PT SE DK NO FI BE SG IL BR NZ".split(" "));
const LANGUAGE_COUNTRIES: Record<string, string[]> = {
  bg: ["BG"],
  de: ["DE", "AT", "CH"],
  es: ["ES", "MX", "AR", "CO", "CL"],
  fr: ["FR", "BE", "CH", "CA"],
  it: ["IT", "CH"],
  nl: ["NL", "BE"],
  pl: ["PL"],
  pt: ["PT", "BR"],
};
const CITY_STATES = new Set(["SG", "HK", "MO"]);
/** How many times a US state outweighs the country of the same code: "Richmond, CA". */
const STATE_WEIGHT = 5;

/** The places of parts that stand in one segment: "Austin", "TX", "USA" are one, "London", "Dublin" are two. */
export function resolveParts(parts: readonly Readings[], context: PlaceContext, mayBeList = true): Found[] {
  const [first] = parts;
  if (first === undefined) return [];
  if (parts.length === 1) return asList(resolveAlone(first, context));
  const city = bestCity(parts, context);
  if (city) return [cityPlace(city)];
  const region = bestRegion(parts);
  if (region) return [region];
  const known = parts.filter((part) => isKnown(part) || isShortName(part));
  if (known.length === 1 && known[0]) return asList(resolveAlone(known[0], context));
  return mayBeList ? resolveList(known, context) : [];
}

/** One part without help from others: "Berlin", "EMEA", "CA". */
export function resolveAlone(part: Readings, context: PlaceContext): Found | undefined {
  if (part.isWorldwide) return { scope: "worldwide" };
  if (part.macro !== undefined) return { scope: "continent", region: part.macro };
  const near = context.country ?? context.neighborCountry;
  const short = near === undefined ? undefined : SHORT_CITY_NAMES[near]?.[part.key];
  if (short !== undefined) return asCity(pickBare(citiesByKey(short), { country: near }));
  const atHome = part.subdivisions.find(({ country }) => country === near);
  if (atHome && part.country !== near && (part.isCode || part.country !== undefined)) return regionPlace(atHome);
  if (part.country !== undefined && (prefersCountry(part) || part.country === near)) {
    const [capital] = part.cities;
    const isCity = !part.isCode && CITY_STATES.has(part.country) && capital?.country === part.country;
    return isCity ? cityPlace(capital) : { scope: "country", country: part.country };
  }
  const city = mayStandAlone(part) ? pickBare(part.cities, context) : undefined;
  const region = atHome ?? part.subdivisions.find(({ country }) => country === "US") ?? part.subdivisions[0];
  if (!region) return asCity(city);
  return city && (isWithin(city, region) || speaks(city, context)) ? cityPlace(city) : regionPlace(region);
}

/** The largest namesake, where common job markets count three times and a stated country decides alone. */
function pickBare(cities: readonly City[], context: PlaceContext): City | undefined {
  const stated = cities.find(
    ({ country, population }) => country === context.country && population >= MIN_HINTED_POPULATION,
  );
  if (stated) return stated;
  if (context.country !== undefined && cities.some(({ country }) => country === context.country)) return undefined;
  let best: City | undefined;
  let bestWeight = 0;
  for (const city of cities) {
    if (city.population < MIN_BARE_POPULATION && !city.isCapital) continue;
    const weight =
      Math.max(city.population, 1) *
      (COMMON_COUNTRIES.has(city.country) ? 3 : 1) *
      (city.country === context.neighborCountry ? 3 : 1) *
      (speaks(city, context) ? 10 : 1);
    if (weight > bestWeight) [best, bestWeight] = [city, weight];
  }
  return best;
}

/** The city that most of the other parts describe and none contradicts. */
function bestCity(parts: readonly Readings[], context: PlaceContext): City | undefined {
  let best: City | undefined;
  let bestSupport = 0;
  let bestWeight = -1;
  for (const part of parts) {
    const others = parts.filter((other) => other !== part && isKnown(other));
    for (const city of part.cities) {
      const support = supportOf(city, part, others);
      if (support === undefined || support.count === 0) continue;
      const weight = Math.max(1, city.population) * support.weight * (city.country === context.country ? 20 : 1);
      if (support.count > bestSupport || (support.count === bestSupport && weight > bestWeight)) {
        [best, bestSupport, bestWeight] = [city, support.count, weight];
      }
    }
  }
  return best;
}

/** How many of the other parts the city lies in; undefined when one of them says it is elsewhere. */
function supportOf(city: City, part: Readings, others: readonly Readings[]) {
  let count = 0;
  let named = 0;
  let weight = 1;
  let strayCodes = 0;
  // "Washington, USA" is the state: only a region may say that the city elsewhere is meant.
  let isSure =
    mayStandAlone(part) &&
    !part.subdivisions.some((region) => region.country === city.country && !isWithin(city, region));
  for (const other of others) {
    if (explains(other, part, city)) {
      count++;
      if (!other.isCode) named++;
      if (other.isCode && city.country === "US" && other.country !== "US") weight = STATE_WEIGHT;
      isSure ||= other.subdivisions.some((region) => isWithin(city, region));
    } else if (other.isCode) strayCodes++;
    else if (other.key !== part.key && !isQuarter(other, city)) return undefined;
  }
  // Boards write regions in codes of their own ("Magdeburg, SA, Germany"): a written-out country outweighs them.
  return isSure && (strayCodes === 0 || named > 0) ? { count, weight } : undefined;
}

function explains(other: Readings, part: Readings, city: City): boolean {
  return (
    other.country === city.country ||
    other.subdivisions.some((subdivision) => isWithin(city, subdivision)) ||
    (other.macro !== undefined && regionCountries(other.macro).has(city.country)) ||
    (other.key === part.key && isContext(other))
  );
}

/** A district or suburb written beside its city, no second big city. */
function isQuarter(other: Readings, city: City): boolean {
  return (
    !isContext(other) &&
    other.cities.some(
      ({ country, adminCode, population }) =>
        country === city.country && adminCode === city.adminCode && population * 3 < city.population,
    ) &&
    !other.cities.some(({ population }) => population > city.population / 3)
  );
}

/** "California, USA", "Bavaria - Germany", "US" twice. */
function bestRegion(parts: readonly Readings[]): Found | undefined {
  const known = parts.filter(isContext);
  if (known.length < 2 || parts.some((part) => !isContext(part) && part.cities.length > 0)) return undefined;
  for (const part of known) {
    for (const subdivision of part.subdivisions) {
      const others = known.filter((other) => other !== part);
      const isExplained = others.every(
        (other) =>
          other.country === subdivision.country ||
          other.subdivisions.includes(subdivision) ||
          (other.macro !== undefined && regionCountries(other.macro).has(subdivision.country)),
      );
      if (isExplained) return regionPlace(subdivision);
    }
  }
  const countries = new Set(known.map(({ country }) => country));
  const [only] = countries;
  if (countries.size === 1 && only !== undefined) return { scope: "country", country: only };
  const named = known.filter(({ country }) => country !== undefined);
  const isCovered = known.every(
    ({ country, macro }) => country ?? (macro && regionCountries(macro).has(named[0]?.country ?? "")),
  );
  return named.length === 1 && named[0]?.country !== undefined && isCovered
    ? { scope: "country", country: named[0].country }
    : undefined;
}

/** Several places in one segment; each takes the region and country that follow it. */
function resolveList(parts: readonly Readings[], context: PlaceContext): Found[] {
  const shared = new Set(parts.flatMap(({ country, cities }) => (country && cities.length === 0 ? [country] : [])));
  const neighborCountry = shared.size === 1 ? [...shared][0] : context.neighborCountry;
  const found: Found[] = [];
  let isComplete = true;
  for (let at = 0; at < parts.length; ) {
    const part = parts[at] as Readings;
    const next = parts[at + 1];
    const { city, length } = cityGroup(parts, at, context);
    const alone = city ? cityPlace(city) : resolveAlone(part, { ...context, neighborCountry });
    // "Hamilton, NJ" is some place in New Jersey, not the Hamilton the gazetteer knows.
    const isElsewhere = !city && part.cities.length > 0 && !isContext(part) && next !== undefined && isRegionOnly(next);
    if (!alone) isComplete = false;
    if (alone && !isElsewhere) found.push(alone);
    at += length;
  }
  const countries = new Set(found.flatMap(({ country }) => country ?? []));
  if (!isComplete && countries.size === 1 && context.neighborCountry === undefined) {
    return resolveList(parts, { ...context, neighborCountry: [...countries][0] });
  }
  const inCities = new Set(found.flatMap(({ scope, country }) => (scope === "city" && country ? [country] : [])));
  return found.filter(({ scope, country }) => scope !== "country" || !country || !inCities.has(country));
}

/** The city at `at` with as many of the following parts as describe it. */
function cityGroup(parts: readonly Readings[], at: number, context: PlaceContext): { city?: City; length: number } {
  let city: City | undefined;
  let length = 1;
  for (let end = at + 1; end < parts.length && isContext(parts[end] as Readings); end++) {
    const longer = bestCity(parts.slice(at, end + 1), context);
    if (!longer || !parts[at]?.cities.some(({ geonameId }) => geonameId === longer.geonameId)) break;
    city = longer;
    length = end + 1 - at;
  }
  return { city, length };
}

function isShortName({ key }: Readings): boolean {
  return Object.values(SHORT_CITY_NAMES).some((names) => key in names);
}

function isRegionOnly(part: Readings): boolean {
  return part.subdivisions.length > 0 && part.cities.length === 0 && (part.isCode || part.country === undefined);
}

function isWithin(city: City, { country, adminCode }: Subdivision): boolean {
  return city.country === country && city.adminCode === adminCode;
}

function speaks(city: City, { language }: PlaceContext): boolean {
  return language !== undefined && LANGUAGE_COUNTRIES[language]?.includes(city.country) === true;
}

function cityPlace({ name, country, adminCode, geonameId, latitude, longitude }: City): Found {
  const region = subdivisionOf(country, adminCode)?.name;
  return { scope: "city", city: name, ...(region && { region }), country, geonameId, latitude, longitude };
}

function regionPlace({ country, name }: Subdivision): Found {
  return { scope: "region", region: name, country };
}

function asCity(city: City | undefined): Found | undefined {
  return city && cityPlace(city);
}

function asList(found: Found | undefined): Found[] {
  return found ? [found] : [];
}
