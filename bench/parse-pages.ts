import { searchCriteriaSchema } from "@/db/schema/shapes";
import type { PageRequest, PageResponse, SourceAdapter, SourceJob, SourceQuery } from "@/lib/sources/adapter";
import { getSource } from "@/lib/sources/registry";
import { REPLAY_SOURCE_IDS, type ReplayOptions, type ReplaySourceId, startReplayServer } from "@/tests/replay/server";

/** Everything one board answers when it is read to its end, as text that is not read yet. */
export interface BoardPages {
  sourceId: ReplaySourceId;
  adapter: SourceAdapter;
  query: SourceQuery;
  lists: PageResponse[];
  /** For boards whose list has no descriptions. */
  details: { job: SourceJob; page: PageResponse }[];
  jobs: number;
}

const MAX_DETAILS = 60;

/** Reads replayed boards in the shapes recorded for them; no request leaves the machine. */
export async function collectBoards(
  size: ReplayOptions["size"],
  sourceIds: readonly ReplaySourceId[] = REPLAY_SOURCE_IDS,
): Promise<BoardPages[]> {
  const server = await startReplayServer({ size });
  try {
    const boards: BoardPages[] = [];
    for (const sourceId of sourceIds) {
      const query: SourceQuery = {
        criteria: searchCriteriaSchema.parse({ keywords: ["engineer"], locations: ["Germany"] }),
        board: server.boards[sourceId]?.[0] ?? "",
        origin: server.origins[sourceId],
        key: "replay-key",
        now: new Date(),
      };
      boards.push(await collectBoard(sourceId, query));
    }
    return boards;
  } finally {
    await server.close();
  }
}

async function collectBoard(sourceId: ReplaySourceId, query: SourceQuery): Promise<BoardPages> {
  const adapter = getSource(sourceId);
  const lists: PageResponse[] = [];
  const details: BoardPages["details"] = [];
  let jobs = 0;
  let request: PageRequest | undefined = adapter.first(query);
  while (request && lists.length < adapter.maxPages) {
    const page = await ask(adapter, query, request);
    const parsed = adapter.parse(page, query);
    lists.push(page);
    jobs += parsed.jobs.length;
    for (const job of parsed.jobs) {
      if (!adapter.detail || details.length >= MAX_DETAILS) break;
      details.push({ job, page: await ask(adapter, query, adapter.detail.request(job, query)) });
    }
    request = parsed.next;
  }
  return { sourceId, adapter, query, lists, details, jobs };
}

async function ask(adapter: SourceAdapter, query: SourceQuery, request: PageRequest): Promise<PageResponse> {
  const { url, method, headers, body } = request;
  const answer = await fetch(url, { method, headers: { ...headers, ...adapter.secretHeaders?.(query) }, body });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text(), request };
}

/** Lists and detail pages read by the board's own adapter. */
export function readBoard({ adapter, query, lists, details }: BoardPages): SourceJob[] {
  const listed = lists.flatMap((page) => adapter.parse(page, query).jobs);
  const { detail } = adapter;
  return detail ? details.map(({ job, page }) => detail.parse(page, job, query)) : listed;
}
