import { existsSync, readFileSync } from "node:fs";
import type { Place } from "@/db/schema/shapes";
import type { Workplace } from "@/db/schema/vocabulary";
import { readWorkplace } from "@/lib/jobs/workplace";
import { countryByCode, countryByName, findCountry, placeKey } from "@/lib/places/countries";
import { citiesByKey } from "@/lib/places/gazetteer";
import { parsePlaces } from "@/lib/places/places";
import { subdivisionsByCode } from "@/lib/places/subdivisions";
import { type EvalReport, shareRow } from "./stats";

const SAMPLE = "../shared/samples/matching/locations.dev.jsonl";

interface Expected {
  geonameid: number;
  kind: "city" | "region" | "country" | "macro";
  name: string;
  country?: string;
}

interface LocationCase {
  texts: string[];
  language?: string;
  /** Given to the reader apart from the text. */
  stated?: Exclude<Workplace, "unknown">;
  /** Any of them is right; empty when the text names nothing readable. */
  expected: Expected[];
  workplace?: Workplace;
  count: number;
}

/** matching.md P4: 191 location strings of real boards, labelled with GeoNames ids by the jobseek project (MIT). */
export async function run(): Promise<EvalReport> {
  const name = "P4 locations (dev half, labelled by the jobseek project)";
  if (!existsSync(SAMPLE)) return { name, notRun: `${SAMPLE} is absent` };
  const cases = readFileSync(SAMPLE, "utf8").trim().split("\n").map(readCase);
  const placed = cases.filter(({ expected }) => expected.length > 0 && expected.every(({ kind }) => kind !== "macro"));
  const cities = placed.filter(({ expected }) => expected.every(({ kind }) => kind === "city"));
  const typed = cases.filter(({ workplace }) => workplace !== undefined);
  const unreadable = cases.filter(({ expected, count }) => expected.length === 0 && count === 0);
  const several = cases.filter(({ count }) => count > 1);
  return {
    name,
    rows: [
      shareRow("country right", placed, ({ expected, ...one }) => isCountry(parse(one)[0], expected), ">= 0.95", {
        name: "comma split",
        holds: ({ texts, expected }) => isCountry(naivePlace(texts[0] ?? ""), expected),
      }),
      shareRow(
        "city right (GeoNames id)",
        cities,
        ({ expected, ...one }) => isCity(parse(one)[0], expected),
        ">= 0.92",
        {
          name: "comma split",
          holds: ({ texts, expected }) => isCity(naivePlace(texts[0] ?? ""), expected),
        },
      ),
      shareRow("remote, hybrid or on-site right", typed, (one) => readType(one) === one.workplace, ">= 0.97", {
        name: "word search",
        holds: ({ texts, workplace, stated }) => (stated ?? naiveType(texts[0] ?? "")) === workplace,
      }),
      shareRow("number of places right, several named", several, (one) => parse(one).length === one.count, ">= 0.9", {
        name: "comma split",
        holds: ({ texts, count }) => (texts[0] ?? "").split(",").length === count,
      }),
      shareRow(
        "no city invented for unreadable text",
        unreadable,
        (one) => parse(one).every(({ city }) => !city),
        ">= 1",
        {
          name: "comma split",
          holds: ({ texts }) => naivePlace(texts[0] ?? "").city === undefined,
        },
      ),
    ],
  };
}

function readCase(line: string): LocationCase {
  const row = JSON.parse(line) as {
    input: string[];
    args: string[];
    kw: { posting_language?: string };
    n: number;
    expect: Record<string, { location_id?: Expected | null; location_id__In?: Expected[]; location_type?: Workplace }>;
  };
  const first = row.expect["0"];
  return {
    texts: row.input,
    language: row.kw.posting_language,
    stated: row.args[0] as LocationCase["stated"],
    expected: first?.location_id ? [first.location_id] : (first?.location_id__In ?? []),
    workplace: first?.location_type,
    count: row.n,
  };
}

function parse({ texts, language }: Pick<LocationCase, "texts" | "language">): Place[] {
  return parsePlaces(texts, { language });
}

function readType({ texts, stated }: LocationCase): Workplace {
  return readWorkplace({ explicit: stated, locations: texts, title: "", descriptionText: "" }).workplace;
}

function isCountry(place: Pick<Place, "country"> | undefined, expected: readonly Expected[]): boolean {
  return expected.some(({ country, name }) => findCountry(country ?? name) === place?.country);
}

function isCity(place: Pick<Place, "geonameId"> | undefined, expected: readonly Expected[]): boolean {
  return expected.some(({ geonameid }) => geonameid === place?.geonameId);
}

/** Baseline: split at commas, the last part a country or US state, the first the most populous city of that name there. */
function naivePlace(text: string): Pick<Place, "city" | "country" | "geonameId"> {
  const parts = text.split(",").map((part) => part.trim());
  const last = parts.at(-1) ?? "";
  const country =
    countryByName(placeKey(last)) ??
    (subdivisionsByCode(last).some((region) => region.country === "US") ? "US" : countryByCode(last.toUpperCase()));
  const namesakes = citiesByKey(placeKey(parts[0] ?? ""));
  const city = namesakes.find((one) => country === undefined || one.country === country);
  return { city: city?.name, country: country ?? city?.country, geonameId: city?.geonameId };
}

function naiveType(text: string): Workplace {
  const words = text.toLowerCase();
  if (words.includes("remote")) return "remote";
  if (words.includes("hybrid")) return "hybrid";
  return words.includes("onsite") || words.includes("on-site") ? "onsite" : "unknown";
}
