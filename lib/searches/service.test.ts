import { expect, test } from "vitest";
import { runs } from "@/db/schema";
import { createTestContext } from "@/tests/helpers/context";
import { givenRun } from "@/tests/helpers/postings";
import { createSearchInput } from "./schemas";
import { createSearch, deleteSearch, getSearch, listSearches, proposeSearch, updateSearch } from "./service";

const NOW = new Date("2026-03-02T12:00:00Z");
const given = (overrides: object = {}) =>
  createSearchInput.parse({
    name: "Frontend",
    criteria: { keywords: ["frontend"] },
    sources: [{ sourceId: "demo" }],
    schedule: { cadence: "daily", time: "08:00", timeZone: "Europe/Berlin" },
    ...overrides,
  });

test("a search is stored with its next slot", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const search = await createSearch(ctx, given());
  expect(search).toMatchObject({ name: "Frontend", isActive: true, nextRunAt: new Date("2026-03-03T07:00:00Z") });
  expect(await getSearch(ctx, { id: search.id })).toEqual(search);
});

test("an unknown time zone is an error of its field, at the edge and in the verb", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const parsed = createSearchInput.safeParse({ ...given(), schedule: { timeZone: "Mars/Base" } });
  expect(parsed.error?.issues[0]?.path).toEqual(["schedule", "timeZone"]);
  const input = { ...given(), schedule: { ...given().schedule, timeZone: "Mars/Base" } };
  await expect(createSearch(ctx, input)).rejects.toMatchObject({
    code: "invalid",
    fields: { "schedule.timeZone": [expect.stringContaining("time zone")] },
  });
});

test.each([
  ["a source nobody has", [{ sourceId: "monster" }]],
  ["a company source without a board", [{ sourceId: "lever", boards: [] }]],
])("%s is refused by name", async (_name, sources) => {
  const { ctx } = await createTestContext({ now: NOW });
  await expect(createSearch(ctx, given({ sources }))).rejects.toMatchObject({
    code: "invalid",
    fields: { sources: [expect.any(String)] },
  });
});

test("blank names, blank words and a source named twice do not pass the edge", () => {
  expect(createSearchInput.safeParse({ ...given(), name: " " }).success).toBe(false);
  expect(createSearchInput.safeParse({ ...given(), criteria: { excludeWords: ["  "] } }).success).toBe(false);
  expect(
    createSearchInput.safeParse({ ...given(), sources: [{ sourceId: "demo" }, { sourceId: "demo" }] }).success,
  ).toBe(false);
  expect(createSearchInput.safeParse({ ...given(), sources: [] }).success).toBe(false);
});

test("pausing clears the next slot, resuming counts from now, renaming leaves it alone", async () => {
  const { ctx, setNow } = await createTestContext({ now: NOW });
  const { id, nextRunAt } = await createSearch(ctx, given());
  expect(await updateSearch(ctx, { id, isActive: false })).toMatchObject({ nextRunAt: null });
  setNow(new Date("2026-03-05T12:00:00Z"));
  expect(await updateSearch(ctx, { id, isActive: true })).toMatchObject({
    nextRunAt: new Date("2026-03-06T07:00:00Z"),
  });
  const other = await createSearch({ ...ctx, now: () => NOW }, given());
  expect(await updateSearch(ctx, { id: other.id, name: "Renamed" })).toMatchObject({ name: "Renamed", nextRunAt });
  const manual = { ...given().schedule, cadence: "manual" as const };
  expect(await updateSearch(ctx, { id, schedule: manual })).toMatchObject({ nextRunAt: null });
});

test("lists page newest first, with the newest run of each search", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const made: string[] = [];
  for (const name of ["a", "b", "c"]) made.push((await createSearch(ctx, given({ name }))).id);
  const { searchId, runId } = await givenRun(ctx);
  await ctx.db.insert(runs).values({
    userId: ctx.actor.userId,
    searchId,
    trigger: "manual",
    slot: "old",
    status: "finished",
    createdAt: new Date("2020-01-01"),
  });
  const first = await listSearches(ctx, { limit: 2 });
  expect(first.searches[0]).toMatchObject({
    id: searchId,
    lastRun: { id: runId, sources: [{ sourceId: "lever", outcome: null }] },
  });
  const second = await listSearches(ctx, { limit: 2, cursor: first.nextCursor });
  expect([...first.searches, ...second.searches].map(({ id }) => id)).toEqual([searchId, ...made.reverse()]);
  expect(second.nextCursor).toBeUndefined();
  await expect(listSearches(ctx, { cursor: "forged" })).rejects.toMatchObject({ code: "invalid" });
});

test("a stranger finds nothing and changes nothing", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const { id } = await createSearch(ctx, given());
  const stranger = await createTestContext({ now: NOW });
  const missing = { code: "not_found" };
  await expect(getSearch(stranger.ctx, { id })).rejects.toMatchObject(missing);
  await expect(updateSearch(stranger.ctx, { id, name: "Mine" })).rejects.toMatchObject(missing);
  await expect(deleteSearch(stranger.ctx, { id })).rejects.toMatchObject(missing);
  expect((await listSearches(stranger.ctx)).searches).toEqual([]);
  await deleteSearch(ctx, { id });
  await expect(getSearch(ctx, { id })).rejects.toMatchObject(missing);
});

test("a token reads only with the reading scope and writes only with the writing one", async () => {
  const { ctx, withToken } = await createTestContext({ now: NOW });
  const { id } = await createSearch(ctx, given());
  const reader = withToken("searches:read");
  expect((await getSearch(reader, { id })).id).toBe(id);
  for (const write of [
    () => createSearch(reader, given()),
    () => updateSearch(reader, { id, name: "x" }),
    () => deleteSearch(reader, { id }),
  ]) {
    await expect(write()).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(listSearches(withToken("jobs:read"))).rejects.toMatchObject({ code: "forbidden" });
  expect(await updateSearch(withToken("searches:write"), { id, name: "By token" })).toMatchObject({ name: "By token" });
});

test("the hundred and first search is refused", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  for (let i = 0; i < 100; i++) await createSearch(ctx, given());
  await expect(createSearch(ctx, given())).rejects.toMatchObject({ code: "limit_exceeded" });
});

test("a proposal is never empty and asks every source that is on and needs no board", async () => {
  const { ctx } = await createTestContext({ now: NOW });
  const proposal = await proposeSearch(ctx);
  expect(proposal.criteria.keywords).toEqual(expect.arrayContaining(["Software Engineer", "Frontend Developer"]));
  const sources = proposal.sources.map(({ sourceId }) => sourceId);
  expect(sources).toEqual(expect.arrayContaining(["demo", "remoteok", "remotive", "weworkremotely", "hackernews"]));
  expect(sources).not.toEqual(expect.arrayContaining(["linkedin"]));
  await expect(createSearch(ctx, createSearchInput.parse(proposal))).resolves.toMatchObject({ name: proposal.name });
});

test("a demo visitor's proposal keeps to the demo board", async () => {
  const { ctx } = await createTestContext({ now: NOW, isDemo: true });
  expect((await proposeSearch(ctx)).sources).toEqual([{ sourceId: "demo", boards: [] }]);
});
