import { z } from "zod";
import type { PageRequest, PageResponse, ParsedPage, SourceJob, SourceQuery, SourceSalary } from "../adapter";
import {
  httpUrl,
  optionalNumber,
  optionalText,
  optionalUrl,
  readInterval,
  readWorkplace,
  requiredText,
  rowId,
  stated,
  uniqueTexts,
} from "../fields";
import { pageError, readJson, readRows, readShape, readText, refusePage } from "../page";
import { LAST_PAGE, placeRequest, readSession, type Session, searchRequest, tokenRequest } from "./request";

const DAY_MS = 86_400_000;
const PLACE_TYPES: Record<string, string> = { C: "CITY", S: "STATE", N: "COUNTRY" };
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().catch(undefined);

const placesSchema = z
  .array(z.object({ locationId: z.coerce.number().int(), locationType: z.string().max(20) }))
  .max(100);

const listingSchema = z
  .object({
    jobview: z.object({
      job: z.object({ listingId: rowId, jobTitleText: requiredText() }),
      header: z.object({
        ageInDays: optionalNumber,
        employer: maybe(z.object({ id: maybe(z.int()), name: optionalText(200) })),
        employerNameFromSearch: optionalText(200),
        locationName: optionalText(),
        payCurrency: optionalText(3),
        payPeriod: optionalText(40),
        payPeriodAdjustedPay: maybe(z.object({ p10: optionalNumber, p50: optionalNumber, p90: optionalNumber })),
        salarySource: optionalText(60),
        seoJobLink: optionalText(2000),
      }),
      overview: maybe(z.object({ squareLogoUrl: optionalUrl })),
    }),
  })
  .transform(({ jobview }) => jobview);
type Listing = z.infer<typeof listingSchema>;

const answerSchema = z
  .array(
    z.object({
      data: maybe(
        z.object({
          jobListings: maybe(
            z.object({
              totalJobsCount: optionalNumber,
              paginationCursors: maybe(
                z.array(z.object({ cursor: optionalText(4000), pageNumber: optionalNumber })).max(200),
              ),
              jobListings: z.array(z.unknown()).max(1000),
            }),
          ),
        }),
      ),
      errors: maybe(z.array(z.object({ message: optionalText(500) })).max(100)),
    }),
  )
  .min(1)
  .max(10);

export function parsePage(page: PageResponse, query: SourceQuery): ParsedPage {
  const session = { ...readSession(page.request), cookie: cookieAfter(page) };
  if (page.request.state?.step === "place") return onward(readPlace(page, query, session));
  if (page.request.state?.step === "token") return onward(readToken(page, query, session));
  return readListings(page, query, session);
}

function onward(next: PageRequest | undefined): ParsedPage {
  return { jobs: [], invalid: [], rows: 0, ...(next && { next }) };
}

/** A place Glassdoor does not know is passed over: its default would be jobs from somewhere else. */
function readPlace(page: PageResponse, query: SourceQuery, session: Session): PageRequest | undefined {
  const [place] = readShape(placesSchema, readJson(page), page);
  if (!place) return nextPlace(query, session);
  const locationType = PLACE_TYPES[place.locationType.toUpperCase()] ?? place.locationType.toUpperCase();
  return tokenRequest(query, { ...session, locationId: place.locationId, locationType });
}

function readToken(page: PageResponse, query: SourceQuery, session: Session): PageRequest {
  const text = readText(page);
  const token = text.match(/"token":\s*"([^"]{20,})"/)?.[1];
  if (!token && !text.includes("</html>")) throw pageError("failed", page, "The start page was cut off");
  if (!token) refusePage(page, "The start page holds no session token");
  return searchRequest(query, { ...session, token });
}

function readListings(page: PageResponse, query: SourceQuery, session: Session): ParsedPage {
  const [answer] = readShape(answerSchema, readJson(page), page);
  // Errors beside complete listings concern other parts of the page.
  const search = answer?.data?.jobListings;
  if (!search) {
    const message = answer?.errors?.[0]?.message;
    throw pageError(
      message ? "failed" : "drifted",
      page,
      message ? `Glassdoor answered: ${message}` : "No job listings",
    );
  }
  if (search.jobListings.length === 0 && session.page === 1 && (search.totalJobsCount ?? 0) > 0) {
    throw pageError("drifted", page, `Glassdoor counts ${search.totalJobsCount} jobs and lists none`);
  }
  const read = readRows(
    search.jobListings.map(labeled),
    listingSchema,
    (listing) => toSourceJob(listing, query, session),
    page,
  );
  const cursor = search.paginationCursors?.find(({ pageNumber }) => pageNumber === session.page + 1)?.cursor;
  if (cursor && search.jobListings.length > 0 && session.page < LAST_PAGE) {
    return { ...read, next: searchRequest(query, { ...session, page: session.page + 1 }, cursor) };
  }
  const next = nextKeyword(query, session);
  const isCapped = cursor !== undefined && session.page >= LAST_PAGE;
  return { ...read, ...(isCapped && { cappedAt: session.page }), ...(next && { next }) };
}

function nextKeyword(query: SourceQuery, session: Session): PageRequest | undefined {
  if (session.keyword + 1 >= query.criteria.keywords.length) return nextPlace(query, session);
  return searchRequest(query, { ...session, keyword: session.keyword + 1, page: 1 });
}

function nextPlace(query: SourceQuery, session: Session): PageRequest | undefined {
  if (session.place + 1 >= query.criteria.locations.length) return undefined;
  return placeRequest(query, { ...session, place: session.place + 1, keyword: 0, page: 1 });
}

function toSourceJob({ job, header, overview }: Listing, query: SourceQuery, session: Session): SourceJob {
  const link = header.seoJobLink && httpUrl(new URL(header.seoJobLink, query.origin).href);
  const employerId = header.employer?.id;
  return stated({
    externalId: job.listingId,
    url: link ?? `${query.origin}/job-listing/j?jl=${encodeURIComponent(job.listingId)}`,
    title: job.jobTitleText,
    company: stated({
      name: header.employerNameFromSearch ?? header.employer?.name ?? "Company not named",
      url: employerId ? `${query.origin}/Overview/W-EI_IE${employerId}.htm` : undefined,
      logoUrl: overview?.squareLogoUrl,
    }),
    // `locationType: "S"` is a state, not "remote"; only the name says remote.
    locations: uniqueTexts([header.locationName]),
    workplace: readWorkplace(header.locationName),
    salary: salaryOf(header),
    postedAt: header.ageInDays === undefined ? undefined : daysBefore(query.now, header.ageInDays),
    detailState: { token: session.token, cookie: session.cookie },
  });
}

/** Pay that Glassdoor worked out itself stays marked. Percentiles are its range. */
function salaryOf(header: Listing["header"]): SourceSalary | undefined {
  const { p10, p50, p90 } = header.payPeriodAdjustedPay ?? {};
  const min = p10 ?? p50;
  const max = p90 ?? p50;
  if (!min && !max) return undefined;
  return stated({
    min,
    max,
    currency: header.payCurrency?.toUpperCase(),
    interval: readInterval(header.payPeriod),
    isEstimate: header.salarySource !== "EMPLOYER_PROVIDED" ? true : undefined,
  });
}

/** Whole days, so that reading a board twice on one day says the same. */
function daysBefore(now: Date, days: number): Date {
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS - Math.min(Math.max(days, 0), 30) * DAY_MS);
}

/** Cookies as they stand after this answer: the ones sent, overwritten by the ones set. */
function cookieAfter({ request, headers }: PageResponse): string {
  const jar = new Map<string, string>();
  const add = (pair: string) => {
    const at = pair.indexOf("=");
    if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  };
  for (const pair of (request.headers?.cookie ?? "").split(";")) add(pair);
  for (const cookie of (headers["set-cookie"] ?? "").split(/,(?=\s*[^;,=\s]+=)|\n/)) add(cookie.split(";")[0] ?? "");
  return [...jar]
    .map(([name, value]) => `${name}=${value}`)
    .join("; ")
    .slice(0, 8000);
}

/** Lifts the names a report needs to the row itself. */
function labeled(listing: unknown): unknown {
  const job = (listing as { jobview?: { job?: { listingId?: unknown; jobTitleText?: unknown } } } | null)?.jobview?.job;
  return job ? { ...(listing as object), id: job.listingId, title: job.jobTitleText } : listing;
}
