import type { Connection } from "@/db/client";
import type { Context } from "@/lib/context";
import { givenRun } from "@/tests/helpers/postings";
import { rawSteps } from "./ingest-raw";
import { closeHunt, givenPerson, type Hunt, ingestSteps, openPglite, storedHunt } from "./ingest-store";
import { benchRow, timeInTurns } from "./measure";
import type { BenchRow } from "./types";

/** PGlite is slower and has no goal: a tenth of the rows tells as much. */
const PGLITE_SHARE = 0.1;
const MAX_SECONDS = 60;

export const close = closeHunt;

/** Storing new postings and meeting them again, on a real PostgreSQL and on the built-in one. */
export async function run(): Promise<BenchRow[] | string> {
  const hunt = await storedHunt();
  if (!hunt) return "no PostgreSQL server is installed (pg_config --bindir finds none)";
  const server = await measure(hunt);
  const builtIn = await measureBuiltIn(hunt);
  return [
    benchRow({ ...server.fresh, goal: { text: ">= 0.5", isMet: (ratio) => ratio >= 0.5 } }),
    benchRow({ ...server.again, goal: { text: ">= 10", isMet: (ratio) => ratio >= 10 } }),
    benchRow(builtIn.fresh),
    benchRow(builtIn.again),
  ];
}

async function measureBuiltIn({ pages }: Hunt) {
  const connection = await openPglite();
  try {
    const few = pages.map((page) => ({
      ...page,
      postings: page.postings.slice(0, page.postings.length * PGLITE_SHARE),
    }));
    return await measure(await storeFirst(connection, few));
  } finally {
    await connection.close();
  }
}

async function storeFirst(connection: Connection, pages: Hunt["pages"]): Promise<Hunt> {
  const ctx = await givenPerson(connection);
  const { runId, steps } = await ingestSteps(ctx, pages);
  for (const step of steps) await step();
  return { connection, ctx, pages, runId };
}

/** One person's rows are new, another's are sent raw, and the first person's are met again. */
async function measure({ connection, ctx, pages, runId }: Hunt) {
  const { db, kind } = connection;
  const other = await givenPerson(connection);
  const raw = await rawSteps(db, { userId: userIdOf(ctx), runId }, await rawOwner(other));
  const times = await timeInTurns(
    {
      fresh: (await ingestSteps(await givenPerson(connection), pages)).steps,
      raw: raw.map(({ step }) => step),
      again: (await ingestSteps(ctx, pages)).steps,
    },
    MAX_SECONDS,
  );
  const fresh = countOf(pages.slice(0, times.fresh.steps));
  const again = countOf(pages.slice(0, times.again.steps));
  const sent = raw.slice(0, times.raw.steps).reduce((sum, { postings }) => sum + postings, 0);
  const rate = fresh / times.fresh.seconds;
  const where = kind === "pglite" ? "PGlite" : "PostgreSQL";
  const unit = "rows/s";
  return {
    fresh: {
      name: `ingest ${thousands(fresh)} new postings, ${where}`,
      value: rate,
      unit,
      limit: sent / times.raw.seconds,
      limitName: "INSERT … unnest",
    },
    again: {
      name: `ingest ${thousands(again)} again, ${where}`,
      value: again / times.again.seconds,
      unit,
      limit: rate,
      limitName: "ingest of new",
    },
  };
}

const countOf = (pages: Hunt["pages"]) => pages.reduce((sum, { postings }) => sum + postings.length, 0);
const thousands = (count: number) => count.toLocaleString("en-US");

async function rawOwner(ctx: Context) {
  return { userId: userIdOf(ctx), runId: (await givenRun(ctx, { sources: [] })).runId };
}

const userIdOf = ({ actor }: Context) => actor.userId;
