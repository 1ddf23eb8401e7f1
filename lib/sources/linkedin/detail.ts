import type { CheerioAPI } from "cheerio/slim";
import { decodeHTML } from "entities";
import type { PageRequest, PageResponse, SourceJob, SourceQuery } from "../adapter";
import { httpUrl, stated, uniqueTexts } from "../fields";
import { pageError, readText, refusePage } from "../page";
import { clean, readMarkup, withoutQuery } from "./parse";
import { HEADERS } from "./request";

/** The lean fragment: 20-70 KB instead of the 250 KB of the whole page. */
export function detailRequest(job: SourceJob, query: SourceQuery): PageRequest {
  return {
    url: `${query.origin}/jobs-guest/jobs/api/jobPosting/${encodeURIComponent(job.externalId)}`,
    headers: HEADERS,
  };
}

/** Adds what the card lacks. The named recruiter some postings show is never read. */
export function parseDetail(page: PageResponse, job: SourceJob, query: SourceQuery): SourceJob {
  const $ = readMarkup(readText(page), page);
  const description = $("div.show-more-less-html__markup").first();
  const isClosed =
    $("figure.closed-job").length > 0 || /No longer accepting applications/i.test($(".closed-job").text());
  if (description.length === 0 && $(".top-card-layout, .topcard__title").length === 0 && !isClosed) {
    refusePage(page, "The answer is no job page");
  }
  const descriptionHtml = description.html()?.trim();
  if (!descriptionHtml && !isClosed) throw pageError("drifted", page, "The job page has no description");
  const criteria = criteriaOf($);
  const companyUrl = withoutQuery($(".topcard__org-name-link").attr("href") ?? "");
  return stated({
    ...job,
    company: stated({ ...job.company, url: job.company.url ?? companyUrl }),
    applyUrl: applyUrlOf($) ?? job.applyUrl,
    locations:
      job.locations.length > 0 ? job.locations : uniqueTexts([clean($(".topcard__flavor--bullet").first().text())]),
    employmentType: criteria.get("employment type") ?? job.employmentType,
    seniority: criteria.get("seniority level") ?? job.seniority,
    tags: uniqueTexts([
      ...(job.tags ?? []),
      ...split(criteria.get("job function")),
      ...split(criteria.get("industries")),
    ]),
    salary: job.salary ?? salaryOf($),
    descriptionHtml: descriptionHtml || job.descriptionHtml,
    postedAt: job.postedAt ?? agoOf(clean($(".posted-time-ago__text").first().text()), query.now),
    ...(isClosed && { isClosed }),
  });
}

function criteriaOf($: CheerioAPI): Map<string, string> {
  const pairs = $("li.description__job-criteria-item")
    .toArray()
    .map((item) => [clean($(item).find("h3").text()).toLowerCase(), clean($(item).find("span").text())] as const);
  return new Map(pairs.filter(([label, value]) => label && value && value !== "Not Applicable"));
}

function split(text: string | undefined): string[] {
  return text?.split(/,\s*(?:and\s+)?|\s+and\s+/) ?? [];
}

function salaryOf($: CheerioAPI): SourceJob["salary"] {
  const text = clean($(".compensation__salary, .salary.compensation__salary").first().text());
  return text ? { text: text.slice(0, 200) } : undefined;
}

/** The address stands in an HTML comment, wrapped in LinkedIn's own redirect. */
function applyUrlOf($: CheerioAPI): string | undefined {
  const html = $("code#applyUrl").html();
  const quoted = html && decodeHTML(html).match(/"(https?:[^"]+)"/)?.[1];
  if (!quoted || !URL.canParse(quoted)) return undefined;
  return httpUrl(new URL(quoted).searchParams.get("url") ?? "");
}

const HOURS = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 730 } as const;

function agoOf(text: string, now: Date): Date | undefined {
  const [, amount, unit] = text.match(/(\d+)\s+(minute|hour|day|week|month)s?\s+ago/i) ?? [];
  if (!amount || !unit) return undefined;
  return new Date(now.getTime() - Number(amount) * HOURS[unit.toLowerCase() as keyof typeof HOURS] * 3_600_000);
}
