import type { JobCardRow, JobRow } from "@/db/queries/jobs";
import type { Posting } from "@/db/schema";
import { evidenceMarks } from "./evidence";
import { topReasons } from "./reasons";
import type { JobCard, JobDetail, Pay } from "./schemas";

export function toJobCard(row: JobCardRow): JobCard {
  return { ...cardFields(row), match: cardMatch(row) };
}

export function toJobDetail(row: JobRow, postings: readonly Posting[]): JobDetail {
  const { detail, scorerVersion, scoredAt } = row;
  const match = detail ? cardMatch({ ...row, components: detail.components, gates: [] }) : null;
  return {
    ...cardFields(row),
    places: row.places,
    workplaceEvidence: row.workplaceEvidence,
    language: row.language,
    postedAt: row.postedAt,
    validThrough: row.validThrough,
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
    descriptionHtml: row.descriptionHtml,
    descriptionText: row.descriptionText,
    note: row.note,
    canUndo: row.previousState !== null,
    match: match && detail && scorerVersion && scoredAt ? { ...match, detail, scorerVersion, scoredAt } : null,
    marks: detail ? evidenceMarks(detail, row.descriptionText) : [],
    postings: postings.map((posting) => ({
      id: posting.id,
      sourceId: posting.sourceId,
      board: posting.board,
      url: posting.url,
      title: posting.title,
      locationText: posting.locationText,
      postedAt: posting.postedAt,
      firstSeenAt: posting.firstSeenAt,
      lastSeenAt: posting.lastSeenAt,
      closedAt: posting.closedAt,
    })),
  };
}

type Fields = Omit<JobCardRow, "components" | "gates">;

function cardFields(row: Fields): Omit<JobCard, "match"> {
  return {
    id: row.id,
    title: row.title,
    companyId: row.companyId,
    companyName: row.companyName,
    locationText: row.locationText,
    workplace: row.workplace,
    employmentType: row.employmentType,
    seniority: row.seniority,
    pay: payOf(row),
    url: row.url,
    applyUrl: row.applyUrl,
    sortAt: row.sortAt,
    isDateStated: row.postedAt !== null,
    closedAt: row.closedAt,
    sources: row.sources,
    state: row.state,
    reason: row.reason,
    openedAt: row.openedAt,
  };
}

function cardMatch(row: JobCardRow): JobCard["match"] {
  if (row.score === null || row.band === null) return null;
  return {
    score: row.score,
    band: row.band,
    confidence: row.confidence ?? 0,
    isProvisional: row.isProvisional ?? false,
    isEligible: row.isEligible ?? true,
    reasons: topReasons(row.components ?? []),
    gates: (row.gates ?? []).map(({ id, verdict, message }) => ({ id, verdict, message })),
  };
}

function payOf(row: Fields): Pay {
  return {
    text: row.salaryText,
    min: row.salaryMin,
    max: row.salaryMax,
    currency: row.salaryCurrency,
    interval: row.salaryInterval,
    annualMin: row.salaryAnnualMin,
    annualMax: row.salaryAnnualMax,
  };
}
