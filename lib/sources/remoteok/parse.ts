import { z } from "zod";
import type { PageResponse, ParsedPage, SourceJob, SourceSalary } from "../adapter";
import {
  optionalHtml,
  optionalNumber,
  optionalText,
  optionalUrl,
  requiredText,
  requiredUrl,
  rowId,
  stated,
  textList,
  toDate,
  uniqueTexts,
} from "../fields";
import { readJson, readRows, readShape } from "../page";

const jobSchema = z.object({
  id: rowId,
  position: requiredText(),
  company: requiredText(200),
  url: requiredUrl,
  apply_url: optionalUrl,
  location: optionalText(),
  tags: textList(60, 80),
  description: optionalHtml,
  salary_min: optionalNumber,
  salary_max: optionalNumber,
  date: optionalText(60),
  epoch: optionalNumber,
});
type RemoteOkJob = z.infer<typeof jobSchema>;

const feedSchema = z.array(z.unknown()).max(50_000);

export function parseFeed(page: PageResponse): ParsedPage {
  const feed = readShape(feedSchema, readJson(page), page);
  return readRows(feed.filter(isPosting), jobSchema, toSourceJob, page);
}

/** Element 0 is the legal text. It is known by what it says, not by where it stands. */
function isPosting(row: unknown): boolean {
  return !(typeof row === "object" && row !== null && "legal" in row && !("position" in row));
}

function toSourceJob(job: RemoteOkJob): SourceJob {
  return stated({
    externalId: job.id,
    url: job.url,
    applyUrl: job.apply_url === job.url ? undefined : job.apply_url,
    title: repairMojibake(job.position),
    // No logo: the terms keep it for Remote OK itself.
    company: { name: repairMojibake(job.company) },
    locations: uniqueTexts([job.location && repairMojibake(job.location)]),
    workplace: "remote" as const,
    salary: salaryOf(job),
    descriptionHtml: job.description && repairMojibake(job.description),
    tags: job.tags.map(repairMojibake),
    postedAt: toDate(job.date) ?? toDate(job.epoch && job.epoch * 1000),
  });
}

/** 0 means unknown. Whole thousands are dollars a year; anything smaller does not say what it is per. */
function salaryOf({ salary_min: min, salary_max: max }: RemoteOkJob): SourceSalary | undefined {
  if (!min && !max) return undefined;
  const interval = Math.max(min ?? 0, max ?? 0) >= 10_000 ? ("year" as const) : undefined;
  return stated({ min: min || undefined, max: max || undefined, currency: "USD", interval });
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
const CONTROL_RUN = /[\u00C2-\u00F4][\u0080-\u00BF]{1,3}/g;

/** Undoes UTF-8 that was read as Latin-1 ("â\u0080\u0099" → "’"). Text that does not round-trip stays as it is. */
export function repairMojibake(text: string): string {
  if (!/[\u00C2-\u00F4][\u0080-\u00BF]/.test(text)) return text;
  const whole = latin1ToUtf8(text);
  if (whole !== undefined) return whole;
  // Mixed text: only runs with C1 controls, which no one types, are certainly broken.
  return text.replace(CONTROL_RUN, (run) => (/[\u0080-\u009F]/.test(run) ? (latin1ToUtf8(run) ?? run) : run));
}

function latin1ToUtf8(text: string): string | undefined {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0xff) return undefined;
  }
  try {
    return utf8.decode(Buffer.from(text, "latin1"));
  } catch {
    return undefined;
  }
}
