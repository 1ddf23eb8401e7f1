import { decodeHTML } from "entities";
import { z } from "zod";
import type { PageResponse, ParsedPage, SourceJob, SourceQuery, SourceSalary } from "../adapter";
import {
  companyFromBoard,
  optionalHtml,
  optionalId,
  optionalNumber,
  optionalText,
  readWorkplace,
  requiredText,
  requiredUrl,
  rowId,
  stated,
  toDate,
  uniqueTexts,
} from "../fields";
import { readJson, readRows, readShape } from "../page";

const named = z.object({ name: optionalText(), location: optionalText() });
const list = <T extends z.ZodType>(item: T) => z.array(item).max(200).nullish().catch(undefined);

const jobSchema = z.object({
  id: rowId,
  absolute_url: requiredUrl,
  title: requiredText(),
  company_name: optionalText(200),
  location: z.object({ name: optionalText() }).nullish().catch(undefined),
  offices: list(named),
  departments: list(z.object({ name: optionalText(120) })),
  metadata: list(z.object({ name: optionalText(), value: z.unknown() })),
  content: optionalHtml,
  first_published: optionalText(60),
  application_deadline: optionalText(60),
  language: optionalText(12),
  internal_job_id: optionalId,
  pay_input_ranges: list(
    z.object({
      min_cents: optionalNumber,
      max_cents: optionalNumber,
      currency_type: optionalText(3),
      title: optionalText(200),
    }),
  ),
});
type GreenhouseJob = z.infer<typeof jobSchema>;

const boardSchema = z.object({ jobs: z.array(z.unknown()).max(50_000) });

export function parseBoard(page: PageResponse, query: SourceQuery): ParsedPage {
  const { jobs } = readShape(boardSchema, readJson(page), page);
  return readRows(jobs, jobSchema, (job) => toSourceJob(job, query.board), page);
}

function toSourceJob(job: GreenhouseJob, board: string): SourceJob {
  const html = job.content && decodeOnce(job.content);
  const place = job.location?.name;
  const workplace = readWorkplace(metadataText(job, /^(work ?place|location|remote|work)( type| model| status)?$/i));
  return stated({
    externalId: job.id,
    url: job.absolute_url,
    applyUrl: job.absolute_url,
    title: job.title,
    company: { name: job.company_name ?? companyFromBoard(board) },
    locations: locationsOf(job),
    workplace: workplace ?? readWorkplace(place),
    employmentType: metadataText(job, /^(employment|job|contract) ?type$|^time type$/i),
    salary: salaryOf(job, html),
    descriptionHtml: html,
    tags: uniqueTexts((job.departments ?? []).map(({ name }) => name)),
    // `updated_at` moves on every edit; only this is the day of posting.
    postedAt: toDate(job.first_published),
    validThrough: toDate(job.application_deadline),
    language: job.language,
    requisitionId: job.internal_job_id,
  });
}

/** Greenhouse wraps its HTML in one layer of entities. Text that already has tags is left as it is. */
function decodeOnce(content: string): string {
  return /<[a-z!/]/i.test(content) ? content : decodeHTML(content);
}

/** "Berlin; Paris & Remote or London" → four places. A bare "Hybrid" says nothing, so the offices speak for it. */
function locationsOf(job: GreenhouseJob): string[] {
  const text = job.location?.name;
  const offices = uniqueTexts((job.offices ?? []).map((office) => office.location ?? office.name));
  if (!text || readWorkplace(text)) return offices.length > 0 ? offices : uniqueTexts([text]);
  return uniqueTexts(text.split(/\s*[;|\n]\s*|(?<!Trinidad|Bosnia|Antigua)\s+&\s+|\s+or\s+/i));
}

function metadataText(job: GreenhouseJob, name: RegExp): string | undefined {
  const value = job.metadata?.find((entry) => entry.name && name.test(entry.name) && entry.value)?.value;
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === "string" && text.trim() !== "" ? text.trim().slice(0, 120) : undefined;
}

function salaryOf(job: GreenhouseJob, html: string | undefined): SourceSalary | undefined {
  const range = job.pay_input_ranges?.find(({ min_cents, max_cents }) => min_cents || max_cents);
  const text = html && payText(html);
  if (!range) return text ? { text } : undefined;
  return stated({
    text: text ?? range.title,
    min: range.min_cents && range.min_cents / 100,
    max: range.max_cents && range.max_cents / 100,
    currency: range.currency_type,
  });
}

/** The pay-transparency block with its title, which is where "hourly" or "annual" stands. */
function payText(html: string): string | undefined {
  const block = html.match(/(?:<div class="title">(.{0,300}?)<\/div>\s*)?<div class="pay-range">(.{0,600}?)<\/div>/s);
  if (!block) return undefined;
  const [title, range] = [block[1], block[2]].map((part) => part && plain(part));
  return range && (title ? `${title.replace(/:$/, "")}: ${range}` : range);
}

function plain(html: string): string {
  return decodeHTML(html.replace(/<[^>]+>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}
