import { z } from "zod";
import type { PageResponse, ParsedPage, SourceJob, SourceQuery, SourceSalary } from "../adapter";
import {
  boardSegment,
  companyFromBoard,
  getJson,
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
  textList,
  toDate,
  uniqueTexts,
} from "../fields";
import { readJson, readRows, readShape } from "../page";

export const PAGE_SIZE = 100;
const ORIGIN = "https://api.lever.co";
const EU_ORIGIN = "https://api.eu.lever.co";

const postingSchema = z.object({
  id: rowId,
  text: requiredText(),
  hostedUrl: requiredUrl,
  applyUrl: optionalUrl,
  categories: z
    .object({
      location: optionalText(),
      allLocations: textList(100),
      commitment: optionalText(120),
      team: optionalText(120),
      department: optionalText(120),
    })
    .nullish()
    .catch(undefined),
  country: z.string().length(2).nullish().catch(undefined),
  workplaceType: optionalText(40),
  salaryRange: z
    .object({
      min: optionalNumber,
      max: optionalNumber,
      currency: optionalText(3),
      interval: optionalText(60),
    })
    .nullish()
    .catch(undefined),
  salaryDescriptionPlain: optionalText(300),
  description: optionalHtml,
  lists: z
    .array(z.object({ text: optionalText(300), content: optionalHtml }))
    .max(100)
    .nullish()
    .catch(undefined),
  additional: optionalHtml,
  createdAt: optionalNumber,
});
type LeverPosting = z.infer<typeof postingSchema>;

const pageSchema = z.array(z.unknown()).max(50_000);

/** `eu:acme` is the board acme on Lever's European host. */
export function postingsUrl(query: SourceQuery, skip: number): string {
  const { origin, name } = siteOf(query);
  return `${origin}/v0/postings/${boardSegment(query, name)}?mode=json&skip=${skip}&limit=${PAGE_SIZE}`;
}

export function parsePostings(page: PageResponse, query: SourceQuery): ParsedPage {
  const postings = readShape(pageSchema, readJson(page), page);
  const firstId = idOf(postings[0]);
  const skip = Number(page.request.state?.skip ?? 0);
  // Some boards ignore `skip` and answer with the same rows for ever.
  if (skip > 0 && firstId !== undefined && firstId === page.request.state?.firstId) {
    return { jobs: [], invalid: [], rows: 0 };
  }
  const { name } = siteOf(query);
  const read = readRows(postings, postingSchema, (posting) => toSourceJob(posting, name), page);
  if (postings.length !== PAGE_SIZE) return read;
  const state = { skip: skip + PAGE_SIZE, ...(firstId !== undefined && { firstId }) };
  return { ...read, next: getJson(postingsUrl(query, skip + PAGE_SIZE), state) };
}

function toSourceJob(posting: LeverPosting, board: string): SourceJob {
  const { categories } = posting;
  return stated({
    externalId: posting.id,
    url: posting.hostedUrl,
    applyUrl: posting.applyUrl,
    title: posting.text,
    company: { name: companyFromBoard(board) },
    locations: uniqueTexts([categories?.location, ...(categories?.allLocations ?? [])]),
    workplace: readWorkplace(posting.workplaceType),
    country: posting.country?.toUpperCase(),
    employmentType: categories?.commitment,
    salary: salaryOf(posting),
    descriptionHtml: descriptionOf(posting),
    tags: uniqueTexts([categories?.department, categories?.team]),
    postedAt: toDate(posting.createdAt),
  });
}

/** `description` already holds `opening`; the requirements are in `lists`, whose items come without their `<ul>`. */
function descriptionOf(posting: LeverPosting): string | undefined {
  const lists = (posting.lists ?? []).map(
    ({ text, content }) => `${text ? `<h3>${text}</h3>` : ""}<ul>${content ?? ""}</ul>`,
  );
  return [posting.description, ...lists, posting.additional].filter(Boolean).join("\n") || undefined;
}

function salaryOf({ salaryRange, salaryDescriptionPlain: text }: LeverPosting): SourceSalary | undefined {
  const { min, max } = salaryRange ?? {};
  if (!min && !max) return text && /\d/.test(text) ? { text } : undefined;
  return stated({
    text,
    min: min || undefined,
    max: max || undefined,
    currency: salaryRange?.currency?.toUpperCase(),
    interval: readInterval(salaryRange?.interval),
  });
}

function siteOf({ board, origin }: SourceQuery): { origin: string; name: string } {
  if (!board.startsWith("eu:")) return { origin, name: board };
  return { origin: origin === ORIGIN ? EU_ORIGIN : origin, name: board.slice(3) };
}

function idOf(row: unknown): string | undefined {
  const id = typeof row === "object" && row !== null ? (row as { id?: unknown }).id : undefined;
  return typeof id === "string" ? id : undefined;
}
