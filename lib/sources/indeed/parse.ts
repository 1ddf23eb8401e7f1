import { z } from "zod";
import type { PageResponse, ParsedPage, SourceError, SourceJob, SourceQuery, SourceSalary } from "../adapter";
import {
  optionalHtml,
  optionalNumber,
  optionalText,
  optionalUrl,
  readInterval,
  readWorkplace,
  requiredText,
  rowId,
  stated,
  toDate,
  uniqueTexts,
} from "../fields";
import { pageError, readJson, readRows, readShape } from "../page";
import { jobUrl } from "./markets";
import { SEARCH_CAP, searchRequest } from "./request";

const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().catch(undefined);

/** Exact amounts come as `{ value }`, unknown kinds as `{}`: the query can only name `Range`. */
const paySchema = maybe(
  z.object({
    unitOfWork: optionalText(40),
    range: maybe(z.object({ min: optionalNumber, max: optionalNumber, value: optionalNumber })),
  }),
);

const resultSchema = z
  .object({
    job: z.object({
      key: rowId,
      title: requiredText(),
      datePublished: optionalNumber,
      dateOnIndeed: optionalNumber,
      description: maybe(z.object({ html: optionalHtml })),
      location: maybe(
        z.object({
          countryName: optionalText(80),
          countryCode: maybe(z.string().length(2)),
          admin1Code: optionalText(80),
          city: optionalText(120),
          formatted: maybe(z.object({ short: optionalText(), long: optionalText() })),
        }),
      ),
      compensation: maybe(
        z.object({
          currencyCode: optionalText(3),
          baseSalary: paySchema,
          estimated: maybe(z.object({ currencyCode: optionalText(3), baseSalary: paySchema })),
        }),
      ),
      attributes: maybe(z.array(z.object({ key: optionalText(60), label: optionalText(120) })).max(500)),
      employer: maybe(
        z.object({
          name: optionalText(200),
          relativeCompanyPageUrl: optionalText(500),
          dossier: maybe(
            z.object({
              images: maybe(z.object({ squareLogoUrl: optionalUrl })),
              links: maybe(z.object({ corporateWebsite: optionalUrl })),
            }),
          ),
        }),
      ),
      source: maybe(z.object({ name: optionalText(200) })),
      recruit: maybe(z.object({ viewJobUrl: optionalUrl, detailedSalary: optionalText(200) })),
    }),
  })
  .transform(({ job }) => job);
type IndeedJob = z.infer<typeof resultSchema>;

const answerSchema = z.object({
  data: maybe(
    z.object({
      jobSearch: z
        .object({
          pageInfo: maybe(z.object({ nextCursor: optionalText(4000) })),
          results: z.array(z.unknown()).max(10_000),
        })
        .nullish(),
    }),
  ),
  errors: maybe(
    z.array(z.object({ message: optionalText(500), extensions: maybe(z.object({ code: optionalText(80) })) })).max(100),
  ),
});

export function parseResults(page: PageResponse, query: SourceQuery): ParsedPage {
  const { data, errors } = readShape(answerSchema, readJson(page), page);
  const search = data?.jobSearch;
  if (!search) throw refusal(page, errors?.[0]);
  const read = readRows(search.results.map(labeled), resultSchema, toSourceJob, page);
  const place = Number(page.request.state?.place ?? 0);
  const count = Number(page.request.state?.count ?? 0) + search.results.length;
  const cursor = search.pageInfo?.nextCursor;
  if (cursor && search.results.length > 0 && count < SEARCH_CAP) {
    return { ...read, next: searchRequest(query, { place, count, cursor }) };
  }
  const isCapped = cursor !== undefined && count >= SEARCH_CAP;
  const hasMore = place + 1 < query.criteria.locations.length;
  return {
    ...read,
    ...(isCapped && { cappedAt: count }),
    ...(hasMore && { next: searchRequest(query, { place: place + 1, count: 0 }) }),
  };
}

/** GraphQL refusals arrive as HTTP 200. */
function refusal(
  page: PageResponse,
  error: { message?: string; extensions?: { code?: string } | null } | undefined,
): SourceError {
  if (!error) return pageError("drifted", page, "The answer holds no search results");
  const reason = `${error.extensions?.code ?? ""} ${error.message ?? ""}`;
  const isRefused = /unauth|forbidden|api.?key|denied|not allowed|permission/i.test(reason);
  const isThrottled = /rate.?limit|too many|throttl/i.test(reason);
  const message = error.message ?? "The board refused the search";
  return pageError(isRefused || isThrottled ? "blocked" : "failed", page, `Indeed answered: ${message}`);
}

function toSourceJob(job: IndeedJob): SourceJob {
  const labels = (job.attributes ?? []).map(({ label }) => label);
  const city = job.location?.city;
  return stated({
    externalId: job.key,
    url: jobUrl(job.key, job.location?.countryCode?.toUpperCase()),
    applyUrl: job.recruit?.viewJobUrl,
    title: job.title,
    company: stated({
      name: job.employer?.name ?? job.source?.name ?? "Company not named",
      url: job.employer?.dossier?.links?.corporateWebsite,
      logoUrl: job.employer?.dossier?.images?.squareLogoUrl,
    }),
    locations: locationsOf(job),
    workplace: labels.map(readLabel).find(Boolean) ?? (isRemoteCity(city) ? ("remote" as const) : undefined),
    country: job.location?.countryCode?.toUpperCase(),
    employmentType: labels.find((label) => label && EMPLOYMENT.test(label)),
    salary: salaryOf(job),
    descriptionHtml: job.description?.html,
    tags: uniqueTexts(labels).slice(0, 60),
    postedAt: toDate(job.datePublished) ?? toDate(job.dateOnIndeed),
  });
}

const EMPLOYMENT =
  /^(full[- ]?time|part[- ]?time|permanent|contract|temporary|internship|freelance|vollzeit|teilzeit|festanstellung|temps plein|temps partiel|cdi|cdd|jornada completa|media jornada|tempo integral)$/i;

/** Keys differ by year and country, labels say it plainly: "Hybrid work", "Homeoffice", "Télétravail". */
function readLabel(label: string | undefined): SourceJob["workplace"] {
  if (label && /^(hybrides arbeiten|travail hybride|trabajo híbrido|lavoro ibrido)/i.test(label)) return "hybrid";
  return isRemoteCity(label) ? "remote" : readWorkplace(label);
}

/** Country sites write "Remoto" where the city would stand. */
function isRemoteCity(text: string | undefined): boolean {
  return /^(remote|remoto|home ?office|télétravail|à distance|teletrabajo|desde casa|da remoto|zdalna|trabalho remoto)$/i.test(
    text ?? "",
  );
}

function locationsOf({ location }: IndeedJob): string[] {
  if (!location) return [];
  const { city, admin1Code, countryName, formatted } = location;
  if (isRemoteCity(city)) return uniqueTexts([[admin1Code, countryName].filter(Boolean).join(", ")]);
  return uniqueTexts([
    formatted?.long ?? formatted?.short ?? [city, admin1Code, countryName].filter(Boolean).join(", "),
  ]);
}

/** The employer's own figure with its own currency; Indeed's guess only when there is none, and marked. */
function salaryOf({ compensation, recruit }: IndeedJob): SourceSalary | undefined {
  const text = recruit?.detailedSalary;
  const own = payOf(compensation?.baseSalary, compensation?.currencyCode);
  if (own) return stated({ text, ...own });
  if (text && /\d/.test(text)) return { text };
  const guess = payOf(compensation?.estimated?.baseSalary, compensation?.estimated?.currencyCode);
  return guess && { ...guess, isEstimate: true };
}

function payOf(pay: z.infer<typeof paySchema>, currency: string | undefined): SourceSalary | undefined {
  const { min, max, value } = pay?.range ?? {};
  if (!min && !max && !value) return undefined;
  return stated({
    min: min || value || undefined,
    max: max || value || undefined,
    currency: currency?.toUpperCase(),
    interval: readInterval(pay?.unitOfWork),
  });
}

/** Lifts the names a report needs to the row itself. */
function labeled(result: unknown): unknown {
  const job = typeof result === "object" && result !== null ? (result as { job?: unknown }).job : undefined;
  if (typeof job !== "object" || job === null) return result;
  const { key, title } = job as { key?: unknown; title?: unknown };
  return { ...(result as object), id: key, title };
}
