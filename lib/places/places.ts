import type { Place } from "@/db/schema/shapes";
import { clip, oneLine } from "@/lib/jobs/text";
import { placeWords, splitParts, splitSegments, withoutOfficeWord } from "./location-text";
import { regionCountries } from "./macro-regions";
import { isContext, isKnown, type Readings, readPart } from "./readings";
import { type Found, type PlaceContext, resolveAlone, resolveParts } from "./resolve";

export interface PlaceHint {
  /** ISO 3166-1 alpha-2, only when the board states it apart from the text. */
  country?: string;
  /** ISO 639-1 of the posting; parts namesakes nothing else parts. */
  language?: string;
}

const MAX_PLACES = 40;
const MAX_CACHED = 20_000;
const cache = new Map<string, readonly Found[] | null>();

/**
 * The places that location lines name, in order and without repeats. A line that names something unreadable yields a
 * place of scope "unknown"; a line that only says how one works ("Remote", "Hybrid") yields none.
 */
export function parsePlaces(texts: readonly string[], hint: PlaceHint = {}): Place[] {
  const segments = texts.flatMap((text) => splitSegments(text));
  const first = segments.map((segment) => resolveSegment(segment, hint));
  const neighborCountry = commonCountry(first);
  const places = new Map<string, Place>();
  segments.forEach((segment, index) => {
    const isSettled =
      neighborCountry === undefined ||
      hint.country !== undefined ||
      first[index]?.every(({ scope, country }) => scope === "city" && country === neighborCountry);
    const found = isSettled ? first[index] : resolveSegment(segment, { ...hint, neighborCountry });
    const text = oneLine(segment, 300);
    for (const place of found ?? [{ scope: "unknown" } satisfies Found]) {
      const id = [
        place.scope,
        place.geonameId ?? place.region,
        place.country,
        place.scope === "unknown" && text,
      ].join();
      if (!places.has(id) && places.size < MAX_PLACES) places.set(id, { text, ...place });
    }
  });
  return [...places.values()];
}

/** The first place a text names, if it names a known one. */
export function findPlace(text: string, hint?: PlaceHint): Place | undefined {
  return parsePlaces([text], hint).find(({ scope }) => scope !== "unknown");
}

/** Great-circle distance in kilometers (haversine, mean radius 6371 km); undefined when either has no coordinates. */
export function distanceKm(a: Place, b: Place): number | undefined {
  const { latitude: lat1, longitude: lon1 } = a;
  const { latitude: lat2, longitude: lon2 } = b;
  if (lat1 === undefined || lon1 === undefined || lat2 === undefined || lon2 === undefined) return undefined;
  const radians = Math.PI / 180;
  const half =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** ISO countries the places lie in, sorted. Macro regions and "worldwide" name no single country and add none. */
export function countriesOf(places: readonly Place[]): string[] {
  return [...new Set(places.flatMap(({ country }) => country ?? []))].sort();
}

/** Whether a country lies in one of the places; undefined when a place is unknown or none is given, so nobody guesses. */
export function coversCountry(places: readonly Place[], country: string): boolean | undefined {
  const covers = places.some(
    (place) =>
      place.country === country ||
      place.scope === "worldwide" ||
      (place.scope === "continent" && place.region !== undefined && regionCountries(place.region).has(country)),
  );
  if (covers) return true;
  return places.length === 0 || places.some(({ scope }) => scope === "unknown") ? undefined : false;
}

/** Undefined: there are place words nobody can read. Empty: there are none. */
function resolveSegment(segment: string, context: PlaceContext): readonly Found[] | undefined {
  const id = `${context.country ?? ""}|${context.neighborCountry ?? ""}|${context.language ?? ""}|${segment}`;
  let found = cache.get(id);
  if (found === undefined) {
    found = readSegment(clip(segment, 400), context) ?? null;
    if (cache.size >= MAX_CACHED) cache.clear();
    cache.set(id, found);
  }
  return found ?? undefined;
}

function readSegment(segment: string, context: PlaceContext): Found[] | undefined {
  const words = placeWords(segment);
  if (words === "") return [];
  const found = readWords(words, context);
  if (found) return found;
  const shorter = withoutOfficeWord(words);
  if (shorter !== undefined) return readWords(shorter, context);
  return undefined;
}

function readWords(words: string, context: PlaceContext): Found[] | undefined {
  const whole = readPart(words);
  if (isKnown(whole)) {
    const found = resolveAlone(whole, context);
    if (found) return [found];
  }
  for (const separator of ["/", /\s(?:and|und|et|y|e)\s|\s?[&+]\s?/i]) {
    const halves = words.split(separator).map((half) => half.trim());
    if (halves.length < 2 || halves.length > 12) continue;
    const resolved = halves.map((half) => (half === "" ? [] : readWords(half, context)));
    if (resolved.every((found) => found !== undefined)) return resolved.flat();
  }
  const parts = splitParts(words).flatMap(readWithOffice);
  const compounds = parts.flatMap((part) => (isKnown(part) ? [part] : (splitCompound(part.text) ?? [part])));
  const isList = compounds.length === parts.length;
  const found = resolveParts(compounds, context, isList || parts.length > 1);
  return found.length > 0 ? found : undefined;
}

/** "IL-Chicago" is two parts, "Winston-Salem" one, "London HQ" is London. */
function readWithOffice(text: string): Readings[] {
  const part = readPart(text);
  if (isKnown(part)) return [part];
  const dash = text.indexOf("-");
  if (dash > 1) {
    const head = readPart(text.slice(0, dash).trim());
    if (isContext(head)) return [head, ...readWithOffice(text.slice(dash + 1).trim())];
    if (isKnown(head)) return [head];
  }
  const shorter = withoutOfficeWord(text);
  return [shorter === undefined ? part : readPart(shorter)];
}

/** "Houston Texas United States" → Houston · Texas · United States; codes count only in upper case. */
function splitCompound(text: string): Readings[] | undefined {
  const words = text.split(/\s+/);
  if (words.length < 2 || words.length > 8) return undefined;
  const tails: Readings[] = [];
  while (words.length > 1) {
    const head = readPart(words.join(" "));
    if (tails.length > 0 && isKnown(head)) break;
    const tail = longestContext(words, (count) => words.slice(-count));
    if (!tail) break;
    tails.unshift(tail.part);
    words.splice(-tail.count);
  }
  const heads: Readings[] = [];
  while (words.length > 1 && !isKnown(readPart(words.join(" ")))) {
    const head = longestContext(words, (count) => words.slice(0, count));
    if (!head) break;
    heads.push(head.part);
    words.splice(0, head.count);
  }
  return heads.length + tails.length > 0 ? [...heads, readPart(words.join(" ")), ...tails] : undefined;
}

function longestContext(words: readonly string[], take: (count: number) => string[]) {
  for (let count = Math.min(4, words.length - 1); count >= 1; count--) {
    const text = take(count).join(" ");
    if (text.length <= 3 && text !== text.toUpperCase()) continue;
    const part = readPart(text);
    if (isContext(part)) return { part, count };
  }
  return undefined;
}

function commonCountry(found: readonly (readonly Found[] | undefined)[]): string | undefined {
  if (found.length < 2 && (found[0]?.length ?? 0) < 2) return undefined;
  const counts = new Map<string, number>();
  for (const { country } of found.flatMap((places) => places ?? [])) {
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [top, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return top && top[1] > (second?.[1] ?? 0) ? top[0] : undefined;
}
