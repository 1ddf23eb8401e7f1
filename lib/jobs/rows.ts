import type { NewJob, NewPosting } from "@/db/schema";
import type { NormalizedPosting } from "./normalized";

/** The columns a job takes over from the posting that is its face. */
export function jobFields(posting: NormalizedPosting, now: Date) {
  const { salary } = posting;
  return {
    companyName: posting.companyName,
    title: posting.title,
    dedupeKey: posting.dedupeKey,
    simhash: posting.simhash,
    url: posting.url,
    applyUrl: posting.applyUrl ?? null,
    seniority: posting.seniority ?? null,
    employmentType: posting.employmentType ?? null,
    workplace: posting.workplace,
    workplaceEvidence: posting.workplaceEvidence ?? null,
    locationText: posting.locationText,
    places: posting.places,
    countries: posting.countries,
    salaryText: salary?.text ?? null,
    salaryMin: salary?.min ?? null,
    salaryMax: salary?.max ?? null,
    salaryCurrency: salary?.currency ?? null,
    salaryInterval: salary?.interval ?? null,
    salaryAnnualMin: salary?.annualMin ?? null,
    salaryAnnualMax: salary?.annualMax ?? null,
    descriptionHtml: posting.descriptionHtml,
    descriptionText: posting.descriptionText,
    language: posting.language ?? null,
    contentHash: posting.contentHash,
    postedAt: posting.postedAt ?? null,
    validThrough: posting.validThrough ?? null,
    lastSeenAt: now,
  } satisfies Partial<NewJob>;
}

/** The columns of a board's copy that change with its content. */
export function postingFields(posting: NormalizedPosting, now: Date) {
  return {
    board: posting.board,
    url: posting.url,
    urlKey: posting.urlKey,
    applyUrl: posting.applyUrl ?? null,
    title: posting.title,
    companyName: posting.companyName,
    locationText: posting.locationText,
    contentHash: posting.contentHash,
    simhash: posting.simhash,
    postedAt: posting.postedAt ?? null,
    lastSeenAt: now,
  } satisfies Partial<NewPosting>;
}

/** Boards sometimes date an advertisement in the future; it must not stand above today's for weeks. */
export function sortAtOf(posting: NormalizedPosting, now: Date): Date {
  return posting.postedAt && posting.postedAt < now ? posting.postedAt : now;
}
