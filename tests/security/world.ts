import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { findPostgres, startPostgres } from "../helpers/postgres";
import { ask, json } from "./http";
import { givenPerson, mustBe, type Person } from "./people";
import { startServer } from "./server";

/** What every check finds: a running server, people, and what the first person owns. */
export interface World {
  base: string;
  databaseUrl: string;
  /** Stands in everything Ada wrote; nobody else may ever see it. */
  canary: string;
  admin: Person;
  /** Owns everything in `ids`. */
  ada: Person;
  /** Signed in, owns nothing of Ada's. */
  bob: Person;
  /** Signed in once, then signed out everywhere. */
  gone: Person;
  /** Ada's token that may only read. */
  readOnlyToken: string;
  /** By collection: "searches" → an id of Ada's. */
  ids: Record<string, string>;
}

declare module "vitest" {
  export interface ProvidedContext {
    world: World;
  }
}

/** Started once for all checks. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { world, stop } = await openWorld();
  project.provide("world", world);
  return stop;
}

/** Needs PostgreSQL beside the server, so that checks can look at the rows themselves. */
export async function openWorld(): Promise<{ world: World; log: () => string; stop: () => Promise<void> }> {
  if (!(await findPostgres())) throw new Error("The security checks need PostgreSQL installed (pg_config).");
  const database = await startPostgres();
  const server = await startServer({ DATABASE_URL: database.url }).catch(async (error) => {
    await database.stop();
    throw error;
  });
  const stop = async () => {
    await server.stop();
    await database.stop();
  };
  try {
    return { world: await populate(server.base, database.url), log: server.log, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function populate(base: string, databaseUrl: string): Promise<World> {
  const canary = `canary${randomBytes(6).toString("hex")}`;
  const admin = await givenPerson(base, "admin");
  const ada = await givenPerson(base, "ada");
  const bob = await givenPerson(base, "bob");
  const gone = await givenPerson(base, "gone");
  const as = (token: string, method: string, body?: unknown) => {
    const question = body === undefined ? { headers: {} } : json(body);
    return { method, ...question, headers: { ...question.headers, authorization: `Bearer ${token}` } };
  };

  const search = await created201(
    base,
    "/api/v1/searches",
    as(ada.token, "POST", {
      name: `Search ${canary}`,
      criteria: {},
      sources: [{ sourceId: "demo", boards: [] }],
      schedule: { cadence: "manual" },
    }),
  );
  const run = await started(base, `/api/v1/searches/${search}/runs`, as(ada.token, "POST"));
  await untilFinished(base, run, as(ada.token, "GET"));
  const jobs = await mustBe(200, ask(base, "/api/v1/jobs?limit=1", as(ada.token, "GET")));
  const job = (JSON.parse(jobs.body) as { data: { id: string }[] }).data[0]?.id;
  if (!job) throw new Error("the run found no job");

  const saved = await mustBe(200, ask(base, `/api/v1/jobs/${job}/state`, as(ada.token, "PUT", { state: "saved" })));
  const change = (JSON.parse(saved.body) as { data: { changeId: string } }).data.changeId;

  const sql = postgres(databaseUrl, { max: 1 });
  const readOnlyToken = `joba_${randomBytes(32).toString("base64url")}`;
  await sql`
    insert into api_tokens (user_id, name, token_hash, prefix, scopes, expires_at)
    select id, ${canary}, ${createHash("sha256").update(readOnlyToken).digest("hex")}, ${readOnlyToken.slice(0, 10)},
      ${["profile:read", "searches:read", "jobs:read"]}, now() + interval '1 day'
    from users where email = ${ada.email}`;
  for (const table of ["sessions", "api_tokens"]) {
    await sql.unsafe(`update ${table} set revoked_at = now() where user_id = (select id from users where email = $1)`, [
      gone.email,
    ]);
  }
  await sql`
    insert into outbox_messages (user_id, key_hash, transport, template, recipient, subject, html, text, state)
    select id, ${canary}, 'outbox', 'verify-email', email, ${canary}, ${canary}, ${canary}, 'waiting'
    from users where email = ${ada.email}`;
  const one = async (query: string) => {
    const [row] = await sql.unsafe<{ id: string }[]>(query, [ada.email]);
    if (!row) throw new Error(`nothing for: ${query}`);
    return row.id;
  };
  const owned = "where user_id = (select id from users where email = $1)";
  const ids = {
    jobs: job,
    searches: search,
    runs: run,
    states: change,
    sources: "greenhouse",
    users: await one("select id from users where email = $1"),
    sessions: await one(`select id from sessions ${owned} and kind = 'browser' limit 1`),
    tokens: await one(`select id from api_tokens ${owned} limit 1`),
    outbox: await one(`select id from outbox_messages ${owned} limit 1`),
  };
  await sql.end();
  return { base, databaseUrl, canary, admin, ada, bob, gone, readOnlyToken, ids };
}

async function created201(base: string, path: string, question: Parameters<typeof ask>[2]): Promise<string> {
  const answer = await mustBe(201, ask(base, path, question));
  return (JSON.parse(answer.body) as { data: { id: string } }).data.id;
}

async function started(base: string, path: string, question: Parameters<typeof ask>[2]): Promise<string> {
  const answer = await mustBe(202, ask(base, path, question));
  return (JSON.parse(answer.body) as { data: { id: string } }).data.id;
}

async function untilFinished(base: string, run: string, question: Parameters<typeof ask>[2]): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt++) {
    const { body } = await mustBe(200, ask(base, `/api/v1/runs/${run}`, question));
    if (["finished", "failed"].includes((JSON.parse(body) as { data: { status: string } }).data.status)) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error("the run did not end");
}
