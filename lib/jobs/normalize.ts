import type { Place } from "@/db/schema/shapes";
import { findCountry } from "@/lib/places/countries";
import { countriesOf, parsePlaces } from "@/lib/places/places";
import { parseSalary, salaryFromSource } from "@/lib/salaries/salaries";
import type { SourceJob } from "@/lib/sources/adapter";
import { cleanCompany, companyKey } from "./companies";
import { readEmploymentType } from "./employment";
import { contentHash } from "./hash";
import { decodeEntitiesOnce, hasTags, htmlToText, sanitizeHtml, textToHtml } from "./html";
import { detectLanguage } from "./language";
import type { NormalizedPosting, NormalizedSalary } from "./normalized";
import { simhash } from "./simhash";
import { fold, oneLine, wellFormed } from "./text";
import { cleanTitle, readSeniority, titleKey } from "./titles";
import { cleanUrl, urlKey } from "./urls";
import { readWorkplace } from "./workplace";

const MAX_LOCATIONS = 60;
const DAY_MS = 86_400_000;

/** A board's row in JOBA's own terms. Pure and total: what the board does not state stays unstated. */
export function normalizeJob(job: SourceJob, at: { sourceId: string; board: string; now: Date }): NormalizedPosting {
  const title = cleanTitle(job.title);
  const companyName = cleanCompany(job.company.name);
  const descriptionHtml = cleanDescription(job.descriptionHtml ?? "");
  const descriptionText = htmlToText(descriptionHtml);
  const language = languageOf(job.language) ?? detectLanguage(descriptionText) ?? undefined;
  const locations = [...new Set(job.locations.slice(0, MAX_LOCATIONS).map((line) => oneLine(line, 300)))].filter(
    Boolean,
  );
  const country = job.country === undefined ? undefined : findCountry(job.country);
  const places = placesOf(locations, country, language);
  const { workplace, evidence } = readWorkplace({ explicit: job.workplace, locations, title, descriptionText });
  const countries = countriesOf(places);
  const salary = salaryOf(job, descriptionText, countries.length === 1 ? countries[0] : undefined);
  const employmentType = readEmploymentType(job.employmentType);
  const seniority = readSeniority(title, job.seniority);
  const locationText = oneLine(locations.join("; "), 500);
  const validThrough = validDate(job.validThrough);
  const externalId = wellFormed(job.externalId);
  const url = cleanUrl(job.url);

  return stated({
    sourceId: at.sourceId,
    board: at.board,
    externalId,
    url: url ?? "",
    // Without an address the row is like no other.
    urlKey: url === undefined ? `${at.sourceId}:${at.board}:${externalId}` : urlKey(url),
    applyUrl: cleanUrl(job.applyUrl),
    title,
    companyName,
    companyKey: companyKey(companyName),
    companyUrl: cleanUrl(job.company.url),
    dedupeKey: dedupeKey({ companyName, title, places, locationText }),
    locationText,
    places,
    countries,
    workplace,
    workplaceEvidence: evidence,
    employmentType,
    seniority,
    salary,
    descriptionHtml,
    descriptionText,
    language,
    contentHash: contentHash(descriptionText, {
      title,
      companyName,
      locations: locations.join("\n"),
      workplace,
      employmentType,
      seniority,
      salary: salary && { ...salary, text: undefined },
      validThrough: validThrough?.toISOString().slice(0, 10),
      isClosed: job.isClosed || undefined,
    }),
    simhash: simhash(descriptionText),
    postedAt: postedDate(job.postedAt, at.now),
    validThrough,
  });
}

/** Exact duplicate key: company, title with its bracketed words, and places. Two postings without a readable place compare by text. */
export function dedupeKey(job: {
  companyName: string;
  title: string;
  places: readonly Place[];
  locationText: string;
}): string {
  const known = job.places.filter(({ scope }) => scope !== "unknown");
  const place =
    known.length > 0
      ? [...new Set(known.map(placeId))].sort().join("+")
      : fold(job.locationText)
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
  return [companyKey(job.companyName), titleKey(job.title, job.places), place].join("|");
}

function placeId({ scope, geonameId, region, country }: Place): string {
  return scope === "city" ? `${geonameId}` : [scope, region, country].filter(Boolean).join(":");
}

/** A stated country decides between namesakes only where it can belong to one place alone. */
function placesOf(locations: readonly string[], country: string | undefined, language: string | undefined): Place[] {
  const places = parsePlaces(locations, { country: locations.length === 1 ? country : undefined, language });
  return places.length === 0 && country !== undefined ? [{ text: country, scope: "country", country }] : places;
}

function salaryOf(job: SourceJob, text: string, country: string | undefined): NormalizedSalary | undefined {
  if (job.salary?.isEstimate) return parseSalary(text, { country });
  return salaryFromSource(job.salary, { country }) ?? parseSalary(text, { country });
}

function cleanDescription(html: string): string {
  // Some boards encode once more than they say: no tag at all, but the entities of one.
  const decoded =
    !hasTags(html) && /&lt;\/?(?:p|div|ul|li|br|strong|h\d|span)\b/i.test(html) ? decodeEntitiesOnce(html) : html;
  return sanitizeHtml(hasTags(decoded) ? decoded : textToHtml(decodeEntitiesOnce(decoded)));
}

function languageOf(code: string | undefined): string | undefined {
  return /^[a-z]{2}(?=$|[-_])/i.exec(code ?? "")?.[0].toLowerCase();
}

/** A date after tomorrow is a mistake of the board. */
function postedDate(date: Date | undefined, now: Date): Date | undefined {
  const valid = validDate(date);
  return valid && valid.getTime() <= now.getTime() + DAY_MS ? valid : undefined;
}

function validDate(date: Date | undefined): Date | undefined {
  return date !== undefined && Number.isFinite(date.getTime()) ? date : undefined;
}

function stated<T extends object>(posting: T): T {
  return Object.fromEntries(Object.entries(posting).filter(([, value]) => value !== undefined)) as T;
}
