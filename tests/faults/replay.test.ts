import { InngestTestEngine } from "@inngest/test";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postings } from "@/db/schema";
import type { SourceOutcome } from "@/db/schema/vocabulary";
import { runRequested } from "@/inngest/events";
import { fetchSource } from "@/inngest/functions/fetch-source";
import { runSearch } from "@/inngest/functions/run-search";
import { resetHttp } from "@/lib/http/fetch";
import { getRun, startRun } from "@/lib/runs/service";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";
import { setSourceKey, updateSource } from "@/lib/sources/service";
import { createTestContext } from "../helpers/context";
import { useTestServer } from "../helpers/server";
import type { FaultKind } from "../replay/faults";
import { REPLAY_SOURCE_IDS, type ReplayServer, type ReplaySourceId, startReplayServer } from "../replay/server";

const SIZE = 23;
/** So many times faster than real waiting; the order of things stays the same. */
const SPEED = 60;

let replay: ReplayServer;
let sent: Awaited<ReturnType<typeof useTestServer>>;
beforeAll(async () => {
  replay = await startReplayServer({ size: SIZE });
  Object.assign(process.env, replay.env);
  sent = await useTestServer();
});
afterAll(async () => {
  for (const name of Object.keys(replay.env)) delete process.env[name];
  await resetHttp();
  await replay.close();
});

/** Fresh budgets and breakers, so that no test pays for the faults of another. */
function freshHttp(): Promise<void> {
  const start = Date.now();
  return resetHttp({
    limits: { idleTimeoutMs: 1_000, deadlineMs: 3_000 * SPEED },
    clock: {
      now: () => start + (Date.now() - start) * SPEED,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms / SPEED)),
      random: Math.random,
    },
  });
}

async function givenPerson() {
  const person = await createTestContext();
  for (const sourceId of ["linkedin", "glassdoor"]) await updateSource(person.ctx, { sourceId, isEnabled: true });
  await setSourceKey(person.ctx, { sourceId: "indeed", key: "replay-operator-key" });
  const sources = REPLAY_SOURCE_IDS.map((sourceId) => ({ sourceId, boards: [...(replay.boards[sourceId] ?? [])] }));
  const { id } = await createSearch(person.ctx, createSearchInput.parse({ name: "All ten", criteria: {}, sources }));
  return { ...person, searchId: id };
}
type Person = Awaited<ReturnType<typeof givenPerson>>;

/** One run through the real functions, every source of it at the same time. */
async function run({ ctx, userId, searchId }: Person) {
  await freshHttp();
  const { id: runId } = await startRun(ctx, { searchId });
  const before = sent.length;
  await execute(runSearch, runRequested.create({ userId, runId }));
  await Promise.all(sent.slice(before).map((event) => execute(fetchSource, event)));
  const finished = await getRun(ctx, { id: runId });
  const outcomes = Object.fromEntries(finished.sources.map(({ sourceId, outcome }) => [sourceId, outcome])) as Record<
    ReplaySourceId,
    SourceOutcome
  >;
  return { ...finished, outcomes };
}

async function execute(fn: typeof runSearch | typeof fetchSource, event: object) {
  const { error } = await new InngestTestEngine({ function: fn as never, events: [event as never] }).execute();
  if (error) throw error;
}

async function stored({ ctx, userId }: Person, { open = false } = {}) {
  const rows = await ctx.db.select().from(postings).where(eq(postings.userId, userId));
  const ids = Object.fromEntries(REPLAY_SOURCE_IDS.map((id) => [id, [] as string[]]));
  for (const { sourceId, externalId, closedAt } of rows) if (!open || !closedAt) ids[sourceId]?.push(externalId);
  for (const list of Object.values(ids)) list.sort();
  return ids;
}
const everything = () => Object.fromEntries(REPLAY_SOURCE_IDS.map((id) => [id, [...replay.expected[id]].sort()]));

test("one search over all ten sources stores every posting exactly once, twice in a row", async () => {
  const person = await givenPerson();
  const first = await run(person);
  expect(first.status).toBe("finished");
  expect(new Set(Object.values(first.outcomes))).toEqual(new Set(["ok"]));
  expect(await stored(person)).toEqual(everything());
  expect(first.funnel).toMatchObject({ parsed: SIZE * 10, filtered: 0, invalid: 0 });
  expect(first.funnel.created + first.funnel.duplicate).toBe(SIZE * 10);

  const second = await run(person);
  expect(new Set(Object.values(second.outcomes))).toEqual(new Set(["ok"]));
  expect(await stored(person, { open: true })).toEqual(everything());
  expect(second.funnel).toMatchObject({ created: 0, duplicate: 0, changed: 0, unchanged: SIZE * 10 });
}, 180_000);

const STATES: Record<FaultKind, SourceOutcome> = {
  "429": "blocked",
  "403": "blocked",
  html: "blocked",
  empty: "blocked",
  truncated: "failed",
  stall: "failed",
  huge: "failed",
  empty_list: "drifted",
};

describe("a fault of one half of the boards is their state and nobody else's", () => {
  let person: Person;
  beforeAll(async () => {
    person = await givenPerson();
    await run(person);
  }, 180_000);

  const cases = (Object.keys(STATES) as FaultKind[]).flatMap((kind) => [0, 1].map((half) => [kind, half] as const));
  test.each(cases)(
    "%s, half %s",
    async (kind, half) => {
      const hit = REPLAY_SOURCE_IDS.filter((_, index) => index % 2 === half);
      for (const id of hit) replay.inject(id, kind);
      try {
        const { status, outcomes, sources } = await run(person);
        expect(status).toBe("finished");
        for (const id of REPLAY_SOURCE_IDS)
          expect([id, outcomes[id]]).toEqual([id, hit.includes(id) ? STATES[kind] : "ok"]);
        for (const { evidence } of sources) expect(evidence?.message).toBeTruthy();
        expect(await stored(person, { open: true })).toEqual(everything());
      } finally {
        for (const id of hit) replay.inject(id, undefined);
      }
    },
    180_000,
  );
});

test("a fault on a later page keeps what came before it, says partial and closes nothing", async () => {
  const person = await givenPerson();
  await run(person);
  replay.inject("linkedin", { kind: "403", path: /start=10/ });
  try {
    const { outcomes, sources } = await run(person);
    expect(outcomes.linkedin).toBe("partial");
    expect(sources.find(({ sourceId }) => sourceId === "linkedin")).toMatchObject({
      pages: 1,
      fetched: 10,
      evidence: { status: 403 },
    });
    expect(await stored(person, { open: true })).toEqual(everything());
  } finally {
    replay.inject("linkedin", undefined);
  }
}, 180_000);

test("a board that is down is read in full once it is back", async () => {
  const person = await givenPerson();
  replay.inject("ashby", "403");
  try {
    expect((await run(person)).outcomes.ashby).toBe("blocked");
  } finally {
    replay.inject("ashby", undefined);
  }
  const { outcomes, funnel } = await run(person);
  expect(outcomes.ashby).toBe("ok");
  expect(funnel.created + funnel.duplicate).toBe(SIZE);
  expect(await stored(person)).toEqual(everything());
}, 180_000);
