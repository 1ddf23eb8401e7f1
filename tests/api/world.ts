import { randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { insertDecisions } from "@/db/queries/run-decisions";
import { rateLimits } from "@/db/schema";
import { NEW_SEARCH } from "@/lib/api/examples/searches";
import type { RouteHandler } from "@/lib/api/route";
import type { Context } from "@/lib/context";
import { setJobState } from "@/lib/jobs/service";
import { saveProfile } from "@/lib/profiles/service";
import { startRun } from "@/lib/runs/service";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";
import { admitClient } from "@/lib/sessions/api-sessions";
import { createApiToken } from "@/lib/tokens/service";
import { listRoutes } from "@/scripts/openapi-document";
import { createTestContext } from "@/tests/helpers/context";
import { givenJob } from "@/tests/helpers/jobs";

export interface Operation {
  name: string;
  method: string;
  path: string;
  handler: RouteHandler;
}

/** Every operation of the REST API with the handler that serves it. */
export async function loadOperations(): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const { file, path } of await listRoutes()) {
    const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, RouteHandler | undefined>;
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      const handler = module[method];
      if (handler?.spec) operations.push({ name: `${method} ${path}`, method, path, handler });
    }
  }
  return operations;
}

export interface Person {
  ctx: Context;
  userId: string;
  /** What ids in a path or body may name, by the parameter that names them. */
  ids: Record<string, string[]>;
  /** Opens another API session. */
  authorize(): Promise<{ authorization: string; refreshToken: string; sessionId: string }>;
}

/** Somebody with a little of everything. */
export async function givenPerson(db: Database): Promise<Person> {
  const { ctx, userId } = await createTestContext();
  const authorize = async () => {
    const { accessToken, refreshToken, sessionId } = await admitClient({ db, now: () => new Date() }, { userId });
    return { authorization: `Bearer ${accessToken}`, refreshToken, sessionId };
  };
  const searches: string[] = [];
  const runs: string[] = [];
  for (let i = 0; i < 4; i++) {
    const { id } = await createSearch(ctx, createSearchInput.parse({ ...NEW_SEARCH, name: `Search ${i}` }));
    searches.push(id);
    if (i < 3) runs.push((await startRun(ctx, { searchId: id })).id);
  }
  await insertDecisions(
    db,
    Array.from({ length: 8 }, (_, i) => ({
      userId,
      runId: runs[0] ?? "",
      sourceId: "demo",
      externalId: randomUUID(),
      title: `Posting ${i}`,
      companyName: "Northwind",
      decision: i % 2 ? ("new" as const) : ("filtered" as const),
    })),
  );
  const jobs: string[] = [];
  for (const title of ["React Engineer", "Elixir Engineer", "Data Engineer"]) {
    jobs.push((await givenJob(db, userId, { title, match: { score: 70 } })).id);
  }
  const changes: string[] = [];
  for (const id of jobs) changes.push((await setJobState(ctx, { id, state: "saved" })).changeId);
  await saveProfile(ctx, { facts: { ...EMPTY_FACTS, headline: "Engineer" } });
  const tokens: string[] = [];
  for (let i = 0; i < 3; i++) tokens.push((await createApiToken(ctx, { name: `T${i}`, scopes: ["jobs:read"] })).id);
  const sessions: string[] = [];
  for (let i = 0; i < 3; i++) sessions.push((await authorize()).sessionId);
  const ids = {
    "/searches": searches,
    "/runs": runs,
    "/jobs": jobs,
    "/jobs/states": changes,
    "/tokens": tokens,
    "/sessions": sessions,
    "/sources": ["demo", "greenhouse", "indeed"],
  };
  return { ctx, userId, ids, authorize };
}

const EMPTY_FACTS = {
  headline: "",
  summary: "",
  titles: [],
  skills: [],
  roles: [],
  education: [],
  languages: [],
  locations: [],
  confidence: {},
};

/** Public operations are counted by address, which is one and the same here. */
export const forgetLimits = (db: Database) => db.delete(rateLimits);
