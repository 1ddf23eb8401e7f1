import type { EmploymentType, Workplace } from "@/db/schema/vocabulary";
import type { PageRequest, SourceQuery } from "../adapter";

export const PAGE_SIZE = 10;
/** `start=1000` answers 400: a search never shows more. */
export const LAST_START = 1000 - PAGE_SIZE;

const WORKPLACE: Partial<Record<Workplace, string>> = { onsite: "1", remote: "2", hybrid: "3" };
const EMPLOYMENT: Partial<Record<EmploymentType, string>> = {
  full_time: "F",
  part_time: "P",
  contract: "C",
  temporary: "T",
  internship: "I",
  volunteer: "V",
  other: "O",
};

/** Labels are read in English, and the guest pages answer only to what looks like a browser. */
export const HEADERS = {
  accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
  "accept-language": "en-US,en;q=0.9",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36",
};

/** One page of one of the places asked for; without a place LinkedIn would guess it from the address. */
export function searchRequest(query: SourceQuery, { place, start }: { place: number; start: number }): PageRequest {
  const { criteria } = query;
  const url = new URL(`${query.origin}/jobs-guest/jobs/api/seeMoreJobPostings/search`);
  const set = (name: string, value: string | undefined) => {
    if (value) url.searchParams.set(name, value);
  };
  set("keywords", keywordsOf(query));
  set("location", criteria.locations[place] ?? "Worldwide");
  set("f_WT", codes(criteria.workplaces, WORKPLACE));
  set("f_JT", codes(criteria.employmentTypes, EMPLOYMENT));
  set("f_TPR", criteria.postedWithinDays ? `r${criteria.postedWithinDays * 86_400}` : undefined);
  set("sortBy", "DD");
  set("start", String(start));
  return { url: url.href, headers: HEADERS, state: { place, start } };
}

function keywordsOf({ criteria }: SourceQuery): string {
  const { keywords, excludeWords } = criteria;
  const wanted = keywords.length > 1 ? keywords.map(quoted).join(" OR ") : (keywords[0] ?? "");
  const unwanted = excludeWords.map((word) => ` NOT ${quoted(word)}`).join("");
  return `${unwanted && keywords.length > 1 ? `(${wanted})` : wanted}${unwanted}`.trim();
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', " ").trim()}"`;
}

/** Undefined when one of the values has no code: a narrower filter than asked for would lose jobs. */
function codes<T extends string>(values: readonly T[], map: Partial<Record<T, string>>): string | undefined {
  const found = values.map((value) => map[value]);
  return found.every(Boolean) ? found.join(",") : undefined;
}
