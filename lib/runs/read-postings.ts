import "server-only";
import { findPostings } from "@/db/queries/postings";
import type { SearchCriteria } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { createFilter } from "@/lib/jobs/filter";
import { normalizeJob } from "@/lib/jobs/normalize";
import type { NormalizedPosting } from "@/lib/jobs/normalized";
import type { ListedPosting } from "@/lib/jobs/outcomes";
import { type SourceAdapter, SourceError, type SourceJob, type SourceQuery } from "@/lib/sources/adapter";
import type { Crawler } from "./crawler";

interface Listed {
  jobs: SourceJob[];
  adapter: SourceAdapter;
  query: SourceQuery;
  criteria: SearchCriteria;
  crawler: Crawler;
}

export interface ReadPostings {
  postings: NormalizedPosting[];
  /** Stored already with their text, and not opened again. */
  seen: ListedPosting[];
  closed: ListedPosting[];
  invalid: { externalId: string; title: string; reason: string }[];
  detailTrouble?: string;
}

/** Turns the rows of a page into postings, opening each one nobody has read yet where the list has no text. */
export async function readPostings(
  ctx: Context,
  { jobs, adapter, query, criteria, crawler }: Listed,
): Promise<ReadPostings> {
  const result: ReadPostings = { postings: [], seen: [], closed: [], invalid: [] };
  const at = { sourceId: adapter.id, board: query.board, now: query.now };
  const add = (job: SourceJob) => {
    try {
      result.postings.push(normalizeJob(job, at));
    } catch (error) {
      result.invalid.push({
        externalId: job.externalId,
        title: job.title,
        reason: `Could not be read: ${error instanceof Error ? error.message : "unknown fault"}`,
      });
    }
  };
  const open = jobs.filter((job) => !job.isClosed);
  result.closed = jobs.filter((job) => job.isClosed).map(listedOf);
  if (!adapter.detail) {
    for (const job of open) add(job);
    return result;
  }

  const known = await readBefore(ctx, adapter.id, open);
  const judge = createFilter({ ...criteria, keywords: [] }, query.now);
  let isRefused = false;
  let unopened = 0;
  for (const job of open) {
    if (known.has(job.externalId)) {
      result.seen.push(listedOf(job));
    } else if (!isWanted(job, at, judge)) {
      add(job);
    } else {
      try {
        if (isRefused) throw new SourceError("blocked", "");
        add(await crawler.fetchDetail(adapter, query, job));
      } catch (error) {
        if (!(error instanceof SourceError)) throw error;
        if (error.evidence.status === 404 || error.evidence.status === 410) {
          result.closed.push(listedOf(job));
          continue;
        }
        isRefused ||= error.outcome === "blocked";
        result.detailTrouble ??= error.message;
        unopened++;
        add(job);
      }
    }
  }
  if (unopened > 0) {
    result.detailTrouble =
      `${unopened} of ${open.length} postings are without their text: ${result.detailTrouble}`.slice(0, 500);
  }
  return result;
}

/** Ids of rows stored with their text under the same title. */
async function readBefore(ctx: Context, sourceId: string, jobs: SourceJob[]): Promise<Set<string>> {
  const titles = new Map(jobs.map(({ externalId, title }) => [externalId, title.trim()]));
  const rows = await findPostings(ctx.db, { userId: ctx.actor.userId, sourceId, externalIds: [...titles.keys()] });
  return new Set(
    rows
      .filter(({ externalId, title, simhash }) => simhash !== null && titles.get(externalId) === title)
      .map(({ externalId }) => externalId),
  );
}

/** Opening a posting that the list alone rules out would be a request for nothing. */
function isWanted(
  job: SourceJob,
  at: Parameters<typeof normalizeJob>[1],
  judge: ReturnType<typeof createFilter>,
): boolean {
  try {
    return judge(normalizeJob(job, at)).keep;
  } catch {
    return true;
  }
}

function listedOf({ externalId, title, company, url }: SourceJob): ListedPosting {
  return { externalId, title, companyName: company.name, url };
}
