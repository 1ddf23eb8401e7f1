import { z } from "zod";
import type { PageResponse, ParsedPage, SourceJob, SourceQuery, SourceSalary } from "../adapter";
import {
  companyFromBoard,
  optionalFlag,
  optionalHtml,
  optionalNumber,
  optionalText,
  optionalUrl,
  readInterval,
  readWorkplace,
  requiredText,
  requiredUrl,
  rowId,
  stated,
  toDate,
  uniqueTexts,
} from "../fields";
import { readJson, readRows, readShape } from "../page";

const componentSchema = z.object({
  compensationType: optionalText(60),
  minValue: optionalNumber,
  maxValue: optionalNumber,
  currencyCode: optionalText(3),
  interval: optionalText(40),
});

const jobSchema = z.object({
  id: rowId,
  title: requiredText(),
  jobUrl: requiredUrl,
  applyUrl: optionalUrl,
  location: optionalText(),
  secondaryLocations: z
    .array(z.object({ location: optionalText() }))
    .max(200)
    .nullish()
    .catch(undefined),
  workplaceType: optionalText(40),
  isRemote: optionalFlag,
  isListed: optionalFlag,
  employmentType: optionalText(60),
  department: optionalText(120),
  team: optionalText(120),
  publishedAt: optionalText(60),
  descriptionHtml: optionalHtml,
  compensation: z
    .object({
      scrapeableCompensationSalarySummary: optionalText(200),
      summaryComponents: z.array(componentSchema).max(50).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
});
type AshbyJob = z.infer<typeof jobSchema>;

const boardSchema = z.object({ jobs: z.array(z.unknown()).max(50_000) });

export function parseBoard(page: PageResponse, query: SourceQuery): ParsedPage {
  const { jobs } = readShape(boardSchema, readJson(page), page);
  return readRows(jobs, jobSchema, (job) => toSourceJob(job, query.board), page);
}

function toSourceJob(job: AshbyJob, board: string): SourceJob | undefined {
  if (job.isListed === false) return undefined;
  return stated({
    externalId: job.id,
    url: job.jobUrl,
    applyUrl: job.applyUrl,
    title: job.title,
    company: { name: companyFromBoard(board) },
    locations: uniqueTexts([job.location, ...(job.secondaryLocations ?? []).map(({ location }) => location)]),
    // Hybrid jobs also carry `isRemote: true`, so the three-way field decides and the flag only stands in for it.
    workplace: readWorkplace(job.workplaceType) ?? (job.isRemote && !job.workplaceType ? "remote" : undefined),
    employmentType: job.employmentType,
    salary: salaryOf(job),
    descriptionHtml: job.descriptionHtml,
    tags: uniqueTexts([job.department, job.team]),
    postedAt: toDate(job.publishedAt),
  });
}

/** Equity, bonus and commission stand in the same list and are no salary. */
function salaryOf({ compensation }: AshbyJob): SourceSalary | undefined {
  const text = compensation?.scrapeableCompensationSalarySummary;
  const salary = compensation?.summaryComponents?.find(
    ({ compensationType, minValue, maxValue }) => compensationType === "Salary" && (minValue || maxValue),
  );
  if (!salary) return text ? { text } : undefined;
  return stated({
    text,
    min: salary.minValue,
    max: salary.maxValue,
    currency: salary.currencyCode?.toUpperCase(),
    interval: readInterval(salary.interval),
  });
}
