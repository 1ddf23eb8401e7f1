import { z } from "zod";
import type { PageResponse, ParsedPage, SourceJob } from "../adapter";
import {
  optionalHtml,
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
  url: requiredUrl,
  title: requiredText(),
  company_name: requiredText(200),
  company_logo: optionalUrl,
  category: optionalText(120),
  tags: textList(60, 80),
  job_type: optionalText(60),
  publication_date: optionalText(60),
  candidate_required_location: optionalText(),
  salary: optionalText(200),
  description: optionalHtml,
});
type RemotiveJob = z.infer<typeof jobSchema>;

const feedSchema = z.object({ jobs: z.array(z.unknown()).max(50_000) });

export function parseFeed(page: PageResponse): ParsedPage {
  const { jobs } = readShape(feedSchema, readJson(page), page);
  return readRows(jobs, jobSchema, toSourceJob, page);
}

function toSourceJob(job: RemotiveJob): SourceJob {
  return stated({
    externalId: job.id,
    url: job.url,
    title: job.title,
    company: stated({ name: job.company_name, logoUrl: job.company_logo }),
    locations: uniqueTexts([job.candidate_required_location]),
    workplace: "remote" as const,
    employmentType: job.job_type,
    salary: job.salary ? { text: job.salary } : undefined,
    descriptionHtml: job.description?.replace(/<img\b[^<>]*>/gi, (image) => (image.includes("/track/") ? "" : image)),
    tags: uniqueTexts([job.category, ...job.tags]),
    // Written without a zone and meant as UTC.
    postedAt: toDate(job.publication_date),
  });
}
