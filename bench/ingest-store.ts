import { randomUUID } from "node:crypto";
import { type Connection, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema";
import { searchCriteriaSchema } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { ingestPostings } from "@/lib/jobs/ingest";
import { normalizeJob } from "@/lib/jobs/normalize";
import type { NormalizedPosting } from "@/lib/jobs/normalized";
import { findPostgres, startPostgres } from "@/tests/helpers/postgres";
import { givenRun } from "@/tests/helpers/postings";
import { timeInTurns } from "./measure";
import { collectBoards, readBoard } from "./parse-pages";

/** Three company boards and three aggregators, as one person's search over several boards would find them. */
const SIZES = { greenhouse: 800, lever: 800, ashby: 800, remoteok: 2600, remotive: 2500, weworkremotely: 2500 };
const SOURCE_IDS = Object.keys(SIZES) as (keyof typeof SIZES)[];
/** What one page of a board hands over at once. */
const PAGE = 500;
const MAX_SECONDS = 45;

export interface Page {
  sourceId: string;
  board: string;
  postings: NormalizedPosting[];
}

/** A person with 10,000 jobs on a real PostgreSQL; fewer where storing them would take minutes. */
export interface Hunt {
  connection: Connection;
  ctx: Context;
  pages: readonly Page[];
  runId: string;
}

let hunt: Promise<Hunt | undefined> | undefined;

/** Made once for all parts; undefined where no PostgreSQL server is installed. */
export function storedHunt(): Promise<Hunt | undefined> {
  hunt ??= storeHunt();
  return hunt;
}

export async function closeHunt(): Promise<void> {
  const open = await hunt?.catch(() => undefined);
  hunt = undefined;
  await open?.connection.close();
}

async function storeHunt(): Promise<Hunt | undefined> {
  if (!(await findPostgres())) return undefined;
  const pages = await preparePages();
  const connection = await openPostgres();
  try {
    const ctx = await givenPerson(connection);
    const { runId, steps } = await ingestSteps(ctx, pages);
    const { stored } = await timeInTurns({ stored: steps }, MAX_SECONDS);
    return { connection, ctx, pages: pages.slice(0, stored.steps), runId };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** 10,000 postings as boards list them, read and normalized. */
async function preparePages(): Promise<Page[]> {
  const pages: Page[] = [];
  for (const board of await collectBoards(SIZES, SOURCE_IDS)) {
    const at = { sourceId: board.sourceId, board: board.query.board, now: board.query.now };
    const postings = readBoard(board).map((job) => normalizeJob(job, at));
    for (let start = 0; start < postings.length; start += PAGE) {
      pages.push({ sourceId: at.sourceId, board: at.board, postings: postings.slice(start, start + PAGE) });
    }
  }
  return pages;
}

async function openPostgres(): Promise<Connection> {
  const server = await startPostgres();
  try {
    const connection = await openDatabase(server.url, "");
    await migrateDatabase(connection, server.url);
    const close = async () => {
      await connection.close();
      await server.stop();
    };
    return { ...connection, close };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

export async function openPglite(): Promise<Connection> {
  const connection = await openDatabase(undefined, "memory://");
  await migrateDatabase(connection, undefined);
  return connection;
}

export async function givenPerson({ db }: Connection): Promise<Context> {
  const userId = randomUUID();
  await db.insert(users).values({ id: userId, email: `${userId}@example.test`, name: "Bench" });
  return { actor: { kind: "system", userId, run: "bench" }, db, now: () => new Date(), emit: async () => {} };
}

/** One run that lists these pages, a step a page. */
export async function ingestSteps(ctx: Context, pages: readonly Page[]) {
  const { runId } = await givenRun(ctx, { sources: [] });
  const criteria = searchCriteriaSchema.parse({});
  const steps = pages.map((page) => () => ingestPostings(ctx, { runId, ...page, invalid: [], criteria }));
  return { runId, steps };
}
