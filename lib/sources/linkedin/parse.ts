import { type CheerioAPI, load } from "cheerio/slim";
import type { PageRequest, PageResponse, ParsedPage, SourceJob, SourceQuery } from "../adapter";
import { httpUrl, stated, toDate, uniqueTexts } from "../fields";
import { pageError, type ReadRows, readText, refuseAllInvalid, refusePage } from "../page";
import { LAST_START, PAGE_SIZE, searchRequest } from "./request";

const MAX_TAGS = 20_000;
const CARD = '[data-entity-urn^="urn:li:jobPosting:"]';
const WORKPLACE: Record<string, SourceJob["workplace"]> = { 1: "onsite", 2: "remote", 3: "hybrid" };

export function parseCards(page: PageResponse, query: SourceQuery): ParsedPage {
  const place = Number(page.request.state?.place ?? 0);
  const start = Number(page.request.state?.start ?? 0);
  // Past the last card there may be nothing at all; on the first page nothing at all is a block.
  if (start > 0 && page.body.trim() === "") return { ...ended(query, place), cappedAt: start };
  const text = readText(page);
  const cards = text.split('data-entity-urn="urn:li:jobPosting:').length - 1;
  if (cards === 0) {
    if (/<html[\s>]|<head[\s>]|<\/html>|authwall/i.test(text)) refusePage(page, "The answer is no list of job cards");
    if (!isFragment(text)) throw pageError("drifted", page, "The answer is no list of job cards");
    return ended(query, place);
  }
  if (text.split(/<li[\s>]/).length !== text.split("</li>").length)
    throw pageError("failed", page, "The page was cut off");
  const read = readCards(readMarkup(text, page), page);
  if (read.rows === 0) throw pageError("drifted", page, `${cards} job cards are there and none could be found`);
  return { ...refuseAllInvalid(read, page), ...onward(query, place, start, cards) };
}

function readCards($: CheerioAPI, page: PageResponse): ReadRows {
  const jobs: SourceJob[] = [];
  const invalid: ParsedPage["invalid"] = [];
  const asked = new URL(page.request.url).searchParams.get("f_WT") ?? "";
  for (const element of $(CARD).toArray()) {
    const card = $(element);
    const externalId = card.attr("data-entity-urn")?.match(/\d+$/)?.[0];
    const title = clean(card.find(".base-search-card__title").first().text());
    const link = card.find("a.base-card__full-link").attr("href") ?? card.filter("a").attr("href");
    const url = link && withoutQuery(link);
    const subtitle = card.find(".base-search-card__subtitle").first();
    const company = clean(subtitle.text());
    if (!externalId || !title || !url || !company) {
      const missing = !externalId ? "id" : !title ? "title" : !url ? "link" : "company";
      invalid.push(stated({ externalId, title: title || undefined, reason: `The card has no ${missing}` }));
      continue;
    }
    const companyUrl = subtitle.find("a").attr("href");
    const salary = clean(card.find(".job-search-card__salary-info").text());
    jobs.push(
      stated({
        externalId,
        url,
        title,
        company: stated({
          name: company,
          url: companyUrl && withoutQuery(companyUrl),
          logoUrl: httpUrl(card.find("img[data-delayed-url]").attr("data-delayed-url") ?? ""),
        }),
        locations: uniqueTexts([clean(card.find(".job-search-card__location").text())]),
        // The card does not say it; the board's own filter does, when it was asked for exactly one.
        workplace: WORKPLACE[asked],
        salary: salary ? { text: salary } : undefined,
        // The element, not its class: fresh jobs carry `job-search-card__listdate--new`.
        postedAt: toDate(card.find("time[datetime]").attr("datetime")),
      }),
    );
  }
  return { jobs, invalid, rows: jobs.length + invalid.length };
}

/** Ten cards are a full page. The fragment has no total. */
function onward(
  query: SourceQuery,
  place: number,
  start: number,
  cards: number,
): Pick<ParsedPage, "next" | "cappedAt"> {
  if (cards >= PAGE_SIZE && start < LAST_START)
    return { next: searchRequest(query, { place, start: start + PAGE_SIZE }) };
  const next = nextPlace(query, place);
  return { ...(cards >= PAGE_SIZE && { cappedAt: start + PAGE_SIZE }), ...(next && { next }) };
}

function ended(query: SourceQuery, place: number): ParsedPage {
  const next = nextPlace(query, place);
  return { jobs: [], invalid: [], rows: 0, ...(next && { next }) };
}

function nextPlace(query: SourceQuery, place: number): PageRequest | undefined {
  if (place + 1 >= query.criteria.locations.length) return undefined;
  return searchRequest(query, { place: place + 1, start: 0 });
}

/** The end of a list: a doctype, comments, perhaps an empty list, and nothing to read. */
function isFragment(text: string): boolean {
  if (text.length > 20_000) return false;
  return text.replace(/<!--.*?-->|<!doctype[^>]*>|<\/?(ul|li|code|div)\b[^>]*>/gis, "").trim() === "";
}

/** Parses a page. A full job page has some 8,000 tags; far more, deeply nested, would take minutes to search. */
export function readMarkup(text: string, page: PageResponse): CheerioAPI {
  if (text.split("<").length > MAX_TAGS)
    throw pageError("drifted", page, "The page has far more markup than a job page");
  return load(text);
}

export function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Job and company links carry tracking after the "?". */
export function withoutQuery(link: string): string | undefined {
  const url = httpUrl(link);
  return url?.split(/[?#]/)[0];
}
