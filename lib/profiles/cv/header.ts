import type { Place } from "@/db/schema/shapes";
import { findPlace } from "@/lib/places/places";
import { findDateRange } from "./dates";
import type { Line } from "./lines";
import { isTitle, readRoleHeader } from "./role-header";
import type { Section } from "./sections";

const PLACE_LABEL =
  /^(?:location|based in|city|residence|living in|wohnort|standort|ort|wohnhaft in|address|adresse|anschrift)\s*:?\s+/i;
const CONTACT = /@|https?:|www\.|\.(?:com|de|dev|io|org|net)\b|linkedin|github/i;
const SPLIT = /\s*[|·•;]\s*|\s{3,}|\s+[–—]\s+|\s+\/\s+/;

/** What the person calls themselves: the line of the header that names a profession, without the name before it. */
export function readHeadline(sections: readonly Section[]): string {
  const header = sections.find(({ kind }) => kind === "header")?.lines.filter(({ isBlank }) => !isBlank) ?? [];
  for (const [index, line] of header.slice(0, 8).entries()) {
    if (line.plain.length > 200 || findDateRange(line.plain)) continue;
    const pieces = line.plain
      .split(/\s*[|•]\s*|\s+[–—]\s+|\s+-\s+|\s{3,}/)
      .filter((piece) => !CONTACT.test(piece) && !/^(?:curriculum vitae|lebenslauf|resume|cv)$/i.test(piece));
    const at = pieces.findIndex((piece) => isTitle(piece));
    if (at < 0) continue;
    const isOwnLine = index > 0 && !CONTACT.test(line.plain);
    const headline = (isOwnLine ? line.plain : pieces.filter(isTitle).join(" | ")).replace(
      /^(?:position|title|beruf|profession|role)\s*:\s*/i,
      "",
    );
    if (!/[.!?]$/.test(headline)) return headline.slice(0, 300);
  }
  return "";
}

/** Where the person lives, as far as a city: from the contact lines. Streets were taken out before. */
export function readPlaces(sections: readonly Section[]): Place[] {
  const contact = sections.filter(({ kind }) => kind === "header" || kind === "contact");
  for (const { kind, lines } of contact) {
    const filled = lines.filter(({ isBlank }) => !isBlank).slice(0, 14);
    const labeled = filled.find(({ plain }) => PLACE_LABEL.test(plain));
    const found = labeled && placeOf(labeled.plain.replace(PLACE_LABEL, ""));
    if (found) return [found];
    for (const [index, line] of filled.entries()) {
      // The first piece of a header is the name, and names are places too.
      const place = placeInContactLine(line, kind === "header" && index === 0 ? 1 : 0);
      if (place) return [place];
    }
  }
  return [];
}

function placeInContactLine({ plain }: Line, skip: number): Place | undefined {
  if (plain.length > 200 || /[.!?]$/.test(plain)) return undefined;
  for (const piece of plain.split(SPLIT).slice(skip)) {
    if (CONTACT.test(piece)) continue;
    // "DevOps Engineer, Zürich" holds the place behind the profession.
    const text = isTitle(piece) ? readRoleHeader([piece]).location : piece.replace(PLACE_LABEL, "");
    const place = placeOf(text);
    if (place) return place;
  }
  return undefined;
}

function placeOf(text: string): Place | undefined {
  const bare = text
    .replace(/\([^)]*\)/g, " ")
    .replace(/(?<![\p{L}\d])(?:[A-Z]{1,2}-)?\d{4,6}(?![\p{L}\d])/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,]+|[\s,.]+$/g, "")
    .trim();
  if (bare === "" || bare.split(" ").length > 6 || /\d/.test(bare)) return undefined;
  const place = findPlace(bare);
  return place && ["city", "region", "country"].includes(place.scope) ? place : undefined;
}

/** The text under "Profile" or "Summary", or a paragraph in the header. */
export function readSummary(text: string, sections: readonly Section[]): string {
  const section = sections.find(({ kind }) => kind === "summary");
  const lines = section
    ? section.lines
    : (sections.find(({ kind }) => kind === "header")?.lines ?? []).filter(({ plain }) => plain.length > 80);
  const filled = lines.filter(({ isBlank }) => !isBlank);
  const first = filled[0];
  const last = filled.at(-1);
  if (!first || !last) return "";
  return text
    .slice(first.start, last.end)
    .replace(/[ \n]+/g, " ")
    .trim()
    .slice(0, 4000);
}
