import { expect, test } from "vitest";
import { runSources, runs, searches } from "@/db/schema";
import { searchCriteriaSchema, searchScheduleSchema } from "@/db/schema/shapes";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { listSourceHealth } from "./health";

type Reading = Partial<typeof runSources.$inferInsert> & { sourceId: string };

async function givenRun({ ctx, userId }: TestContext, readings: Reading[]) {
  const [search] = await ctx.db
    .insert(searches)
    .values({
      userId,
      name: "Any",
      criteria: searchCriteriaSchema.parse({}),
      sources: [],
      schedule: searchScheduleSchema.parse({}),
    })
    .returning();
  if (!search) throw new Error("no search was created");
  const values = { userId, searchId: search.id, trigger: "manual", slot: `manual:${search.id}` } as const;
  const [run] = await ctx.db.insert(runs).values(values).returning();
  if (!run) throw new Error("no run was created");
  await ctx.db.insert(runSources).values(readings.map((reading) => ({ userId, runId: run.id, ...reading })));
  return run;
}

test("readings come newest first, per source, and unfinished ones do not count", async () => {
  const person = await createTestContext();
  const at = (hour: number) => new Date(Date.UTC(2026, 2, 1, hour));
  await givenRun(person, [
    { sourceId: "lever", board: "acme", outcome: "ok", created: 9, finishedAt: at(1) },
    { sourceId: "lever", board: "globex", outcome: "drifted", evidence: { message: "0, was 84" }, finishedAt: at(2) },
    { sourceId: "ashby", board: "acme", status: "fetching" },
  ]);
  const health = await listSourceHealth(person.ctx);
  expect([...health.keys()]).toEqual(["lever"]);
  expect(health.get("lever")).toMatchObject([
    { board: "globex", outcome: "drifted", message: "0, was 84" },
    { board: "acme", outcome: "ok", message: "", created: 9 },
  ]);
});

test("only the last twelve readings of a source are kept", async () => {
  const person = await createTestContext();
  await givenRun(
    person,
    Array.from({ length: 15 }, (_, hour) => ({
      sourceId: "lever",
      board: `board-${hour}`,
      outcome: "ok" as const,
      finishedAt: new Date(Date.UTC(2026, 2, 1, hour)),
    })),
  );
  const readings = (await listSourceHealth(person.ctx)).get("lever");
  expect(readings).toHaveLength(12);
  expect(readings?.at(-1)?.board).toBe("board-3");
});

test("a stranger sees nothing", async () => {
  await givenRun(await createTestContext(), [{ sourceId: "lever", outcome: "ok", finishedAt: new Date() }]);
  const stranger = await createTestContext();
  expect((await listSourceHealth(stranger.ctx)).size).toBe(0);
});

test("a token without the scope is refused", async () => {
  const { withToken } = await createTestContext();
  await expect(listSourceHealth(withToken("jobs:read"))).rejects.toMatchObject({ code: "forbidden" });
});
