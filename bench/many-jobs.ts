import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { type Connection, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { givenManyJobs } from "@/tests/helpers/jobs";
import { findPostgres, type StartedPostgres, startPostgres } from "@/tests/helpers/postgres";

export const JOBS = 100_000;
/** Inserts of a hundred thousand rows take longer than any page may. */
const SEED_TIMEOUT = "10min";

/** One person's hundred thousand jobs on a real PostgreSQL, and a bare driver on the same server. */
export interface ManyJobs {
  ctx: Context;
  userId: string;
  sql: postgres.Sql;
  url: string;
}

interface Opened extends ManyJobs {
  server: StartedPostgres;
  connection: Connection;
}

let opened: Promise<Opened | undefined> | undefined;

/** Made once for all parts; undefined where no PostgreSQL server is installed. */
export function manyJobs(): Promise<ManyJobs | undefined> {
  opened ??= open();
  return opened;
}

export async function closeManyJobs(): Promise<void> {
  const held = await opened?.catch(() => undefined);
  opened = undefined;
  await held?.sql.end();
  await held?.connection.close();
  await held?.server.stop();
}

async function open(): Promise<Opened | undefined> {
  if (!(await findPostgres())) return undefined;
  const server = await startPostgres();
  try {
    const connection = await openDatabase(server.url, "");
    await migrateDatabase(connection, server.url);
    const userId = randomUUID();
    await connection.db.insert(users).values({ id: userId, email: `${userId}@example.test`, name: "Bench" });
    await seed(server.url, userId);
    const ctx: Context = {
      actor: { kind: "system", userId, run: "bench" },
      db: connection.db,
      now: () => new Date(),
      emit: async () => {},
    };
    return { ctx, userId, sql: postgres(server.url, { max: 1 }), url: server.url, server, connection };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function seed(url: string, userId: string): Promise<void> {
  const seeding = await openDatabase(`${url}?statement_timeout=${SEED_TIMEOUT}`, "");
  try {
    await givenManyJobs(seeding.db, userId, JOBS);
  } finally {
    await seeding.close();
  }
}
