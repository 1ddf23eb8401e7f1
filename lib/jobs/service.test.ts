import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events, jobStates, jobs, listedJobs, matches, postings } from "@/db/schema";
import { createTestContext } from "@/tests/helpers/context";
import { givenJob, givenManyJobs, givenMatch } from "@/tests/helpers/jobs";
import { jobFiltersSchema, listJobsInput } from "./schemas";
import {
  countJobFacets,
  getJob,
  listJobs,
  markJobOpened,
  setJobState,
  setManyJobStates,
  undoJobState,
} from "./service";

type Filters = Parameters<typeof jobFiltersSchema.parse>[0];
type Person = Awaited<ReturnType<typeof createTestContext>>;

const list = (person: Person, filters: Filters = {}, rest: object = {}) =>
  listJobs(person.ctx, listJobsInput.parse({ filters, ...rest }));
const titles = async (person: Person, filters: Filters = {}, rest: object = {}) =>
  (await list(person, filters, rest)).data.map(({ title }) => title);
const facetsOf = (person: Person, filters: Filters = {}) =>
  countJobFacets(person.ctx, { filters: jobFiltersSchema.parse(filters) });
const day = (n: number) => new Date(Date.UTC(2030, 0, n));

describe("a list", () => {
  test("shows the best score first and unscored jobs last", async () => {
    const person = await createTestContext();
    for (const [title, score] of [
      ["b", 40],
      ["a", 90.5],
      ["c", undefined],
      ["d", 40.1],
    ] as const) {
      await givenJob(person.ctx.db, person.userId, { title, match: score === undefined ? undefined : { score } });
    }
    expect(await titles(person)).toEqual(["a", "d", "b", "c"]);
  });

  test("follows a score that changes", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId, { title: "a", match: { score: 10 } });
    await givenJob(person.ctx.db, person.userId, { title: "b", match: { score: 50 } });
    await givenMatch(person.ctx.db, person.userId, id, { score: 80, band: "strong" });
    const [first] = (await list(person)).data;
    expect(first).toMatchObject({ title: "a", match: { score: 80, band: "strong" } });
    await person.ctx.db.delete(matches).where(eq(matches.jobId, id));
    expect((await list(person)).data.at(-1)).toMatchObject({ title: "a", match: null });
  });

  test.each(["score", "date", "salary", "relevance"] as const)("pages by %s without gaps or repeats", async (sort) => {
    const person = await createTestContext();
    await givenManyJobs(person.ctx.db, person.userId, 120, 2);
    const filters = {
      ...(sort === "relevance" && { q: "engineer OR developer OR architect" }),
      closed: "show",
    } as const;
    const whole = await list(person, filters, { sort, limit: 100 });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(person, filters, { sort, limit: 7, cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor && seen.length < 100);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, 90)).toEqual(whole.data.map(({ id }) => id).slice(0, 90));
  });

  test("refuses a cursor of another order and a forged one", async () => {
    const person = await createTestContext();
    await givenManyJobs(person.ctx.db, person.userId, 20, 1);
    const { nextCursor } = await list(person, {}, { sort: "date", limit: 2 });
    await expect(list(person, {}, { sort: "score", cursor: nextCursor })).rejects.toMatchObject({ code: "invalid" });
    await expect(list(person, { q: "engineer" }, { cursor: nextCursor })).rejects.toMatchObject({ code: "invalid" });
    await expect(list(person, {}, { cursor: `x${nextCursor}` })).rejects.toMatchObject({ code: "invalid" });
  });

  test("hides dismissed and closed jobs until asked", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId, { title: "dismissed" });
    await setJobState(person.ctx, { id, state: "dismissed" });
    await givenJob(person.ctx.db, person.userId, { title: "closed", closedAt: day(1) });
    await givenJob(person.ctx.db, person.userId, { title: "open" });
    expect(await titles(person)).toEqual(["open"]);
    expect(await titles(person, { states: ["dismissed"] })).toEqual(["dismissed"]);
    expect(await titles(person, { closed: "only" })).toEqual(["closed"]);
    expect((await titles(person, { closed: "show" })).sort()).toEqual(["closed", "open"]);
  });

  test("filters by every fact, and unknown is its own answer", async () => {
    const person = await createTestContext({ now: day(20) });
    const { db } = person.ctx;
    await givenJob(db, person.userId, {
      title: "berlin",
      countries: ["DE"],
      workplace: "hybrid",
      seniority: "senior",
      employmentType: "full_time",
      salaryAnnualMax: 90_000,
      salaryCurrency: "EUR",
      sortAt: day(19),
      sourceIds: ["lever", "ashby"],
      match: { score: 70, band: "good", isEligible: true },
    });
    const { companyId } = await givenJob(db, person.userId, {
      title: "austin",
      companyName: "Contoso",
      countries: ["US"],
      workplace: "onsite",
      salaryAnnualMax: 120_000,
      salaryCurrency: "USD",
      sortAt: day(1),
      match: { score: 20, band: "weak", isEligible: false },
    });
    await givenJob(db, person.userId, { title: "nowhere", sortAt: day(10) });
    const cases: [Filters, string[]][] = [
      [{ countries: ["DE"] }, ["berlin"]],
      [{ countries: ["DE", "unknown"] }, ["berlin", "nowhere"]],
      [{ workplaces: ["onsite"] }, ["austin"]],
      [{ seniorities: ["senior"] }, ["berlin"]],
      [{ seniorities: ["unknown"] }, ["austin", "nowhere"]],
      [{ employmentTypes: ["full_time", "unknown"] }, ["austin", "berlin", "nowhere"]],
      [{ sources: ["ashby"] }, ["berlin"]],
      [{ companies: [companyId] }, ["austin"]],
      [{ minScore: 70 }, ["berlin"]],
      [{ bands: ["weak", "good"] }, ["austin", "berlin"]],
      [{ eligibility: "eligible" }, ["berlin", "nowhere"]],
      [{ postedWithinDays: 5 }, ["berlin"]],
      [{ salaryMin: 80_000, currency: "EUR" }, ["austin", "berlin", "nowhere"]],
      [{ salaryMin: 80_000, currency: "EUR", unknownPay: "hide" }, ["berlin"]],
      [{ salaryMin: 95_000, currency: "EUR", unknownPay: "hide" }, []],
      [{ unknownPay: "hide" }, ["austin", "berlin"]],
    ];
    for (const [filters, expected] of cases) {
      expect((await titles(person, filters)).sort(), JSON.stringify(filters)).toEqual(expected);
    }
    expect(jobFiltersSchema.safeParse({ salaryMin: 1 }).success).toBe(false);
  });

  test("knows a job by each board that carries it, also after a posting moves", async () => {
    const person = await createTestContext();
    const { db } = person.ctx;
    const a = await givenJob(db, person.userId, { title: "a", sourceIds: ["lever"] });
    const b = await givenJob(db, person.userId, { title: "b", sourceIds: ["ashby"] });
    await db.update(postings).set({ jobId: a.id }).where(eq(postings.jobId, b.id));
    expect((await list(person, { sources: ["ashby"] })).data).toMatchObject([
      { title: "a", sources: ["ashby", "lever"] },
    ]);
    await db.delete(jobs).where(eq(jobs.id, b.id));
    expect(await titles(person)).toEqual(["a"]);
  });

  test("with words sorts by relevance and says how it understood them", async () => {
    const person = await createTestContext();
    const { db, userId } = { ...person.ctx, userId: person.userId };
    await givenJob(db, userId, { title: "Gardener", descriptionText: "We once used Elixir.", match: { score: 99 } });
    await givenJob(db, userId, { title: "Elixir Engineer", match: { score: 5 } });
    const found = await list(person, { q: "elixir" });
    expect(found).toMatchObject({ sort: "relevance", search: { mode: "exact", isCapped: false } });
    expect(found.data.map(({ title }) => title)).toEqual(["Elixir Engineer", "Gardener"]);
    expect(await titles(person, { q: "elixir" }, { sort: "score" })).toEqual(["Gardener", "Elixir Engineer"]);
    const typo = await list(person, { q: "elixri" });
    expect(typo.search).toMatchObject({ mode: "similar", didYouMean: "elixir" });
    expect(typo.data.map(({ title }) => title)).toEqual(["Elixir Engineer"]);
  });

  test("refuses words longer than 200 characters", () => {
    const parsed = jobFiltersSchema.safeParse({ q: "x".repeat(10_000) });
    expect(parsed.error?.issues[0]?.path).toEqual(["q"]);
  });
});

describe("counts", () => {
  test("each facet ignores its own filter and obeys the others", async () => {
    const person = await createTestContext();
    const { db, userId } = { ...person.ctx, userId: person.userId };
    await givenJob(db, userId, { title: "1", workplace: "remote", countries: ["DE"], seniority: "senior" });
    await givenJob(db, userId, { title: "2", workplace: "remote", countries: ["US", "DE"] });
    await givenJob(db, userId, { title: "3", workplace: "onsite", countries: ["DE"], companyName: "Contoso" });
    await givenJob(db, userId, { title: "4", workplace: "onsite", countries: [], closedAt: day(1) });
    const counts = await facetsOf(person, { workplaces: ["remote"], countries: ["DE"] });
    expect(counts.total).toBe(2);
    expect(counts.facets.workplaces).toEqual([
      { value: "remote", count: 2 },
      { value: "onsite", count: 1 },
    ]);
    expect(counts.facets.countries).toEqual([
      { value: "DE", count: 2 },
      { value: "US", count: 1 },
    ]);
    expect(counts.facets.seniorities).toEqual([
      { value: "senior", count: 1 },
      { value: "unknown", count: 1 },
    ]);
    expect(counts.facets.companies).toMatchObject([{ count: 2, label: "Northwind" }]);
    expect(counts.hidden).toEqual({ states: 0, workplaces: 1, countries: 0, closed: 0 });
    expect((await facetsOf(person)).hidden).toEqual({ states: 0, closed: 1 });
    expect((await facetsOf(person)).facets.countries).toContainEqual({ value: "DE", count: 3 });
  });

  test("agree with the list under random filters", async () => {
    const person = await createTestContext();
    await givenManyJobs(person.ctx.db, person.userId, 300, 2);
    for (const filters of [
      {},
      { bands: ["strong", "good"], workplaces: ["remote"] },
      { countries: ["DE", "unknown"], eligibility: "eligible" },
      { q: "react", closed: "show" },
      { states: ["dismissed"], unknownPay: "hide" },
      { salaryMin: 100_000, currency: "USD", seniorities: ["senior", "unknown"] },
    ] satisfies Filters[]) {
      let found = 0;
      let cursor: string | undefined;
      do {
        const page = await list(person, filters, { limit: 100, cursor, sort: "date" });
        found += page.data.length;
        cursor = page.nextCursor;
      } while (cursor);
      expect((await facetsOf(person, filters)).total, JSON.stringify(filters)).toBe(found);
    }
  });
});

describe("a decision", () => {
  test("is stored with its reason and told as an event", async () => {
    const person = await createTestContext({ now: day(3) });
    const { id } = await givenJob(person.ctx.db, person.userId);
    const change = await setJobState(person.ctx, { id, state: "dismissed", reason: "pay", note: "half of it" });
    expect(change).toMatchObject({ changed: 1, state: "dismissed", reason: "pay" });
    expect(await getJob(person.ctx, { id })).toMatchObject({
      state: "dismissed",
      reason: "pay",
      note: "half of it",
      canUndo: true,
    });
    const told = await person.ctx.db.select().from(events).where(eq(events.subjectId, id));
    expect(told).toMatchObject([
      {
        type: "job/state.changed",
        occurredAt: day(3),
        data: { from: "inbox", to: "dismissed", reason: "pay", changeId: change.changeId },
      },
    ]);
  });

  test("is undone exactly, once", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId);
    await setJobState(person.ctx, { id, state: "dismissed", reason: "location", note: "too far" });
    const { changeId } = await setJobState(person.ctx, { id, state: "saved" });
    expect(await undoJobState(person.ctx, { changeId })).toEqual({
      restored: [{ id, state: "dismissed", reason: "location" }],
    });
    expect(await getJob(person.ctx, { id })).toMatchObject({ state: "dismissed", reason: "location", note: "too far" });
    await expect(undoJobState(person.ctx, { changeId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("can be undone further and further back, and done anew in between", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId);
    const saved = await setJobState(person.ctx, { id, state: "saved", note: "ask Kim" });
    const dismissed = await setJobState(person.ctx, { id, state: "dismissed", reason: "pay" });
    await undoJobState(person.ctx, { changeId: dismissed.changeId });
    const again = await setJobState(person.ctx, { id, state: "dismissed", reason: "location" });
    await undoJobState(person.ctx, { changeId: again.changeId });
    expect(await getJob(person.ctx, { id })).toMatchObject({ state: "saved", note: "ask Kim", canUndo: true });
    await undoJobState(person.ctx, { changeId: saved.changeId });
    expect(await getJob(person.ctx, { id })).toMatchObject({ state: "inbox", note: null, canUndo: false });
    await expect(undoJobState(person.ctx, { changeId: dismissed.changeId })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("that changes nothing writes nothing and keeps the earlier undo", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId);
    const first = await setJobState(person.ctx, { id, state: "saved" });
    expect((await setJobState(person.ctx, { id, state: "saved" })).changed).toBe(0);
    await undoJobState(person.ctx, { changeId: first.changeId });
    expect(await getJob(person.ctx, { id })).toMatchObject({ state: "inbox", canUndo: false });
  });

  test("over many jobs is one act with one undo, and skips what was decided since", async () => {
    const person = await createTestContext();
    await givenManyJobs(person.ctx.db, person.userId, 60, 1);
    const ids = (
      await person.ctx.db.select({ id: listedJobs.jobId }).from(listedJobs).where(eq(listedJobs.userId, person.userId))
    ).map(({ id }) => id);
    const before = (await facetsOf(person, { closed: "show" })).facets.states;
    const { changeId, changed } = await setManyJobStates(person.ctx, {
      ids: [...ids, ...ids.slice(0, 5)],
      state: "dismissed",
      reason: "company",
    });
    expect(changed).toBe(60);
    expect((await facetsOf(person, { closed: "show", states: ["dismissed"] })).total).toBe(60);
    await setJobState(person.ctx, { id: ids[0] as string, state: "saved" });
    expect((await undoJobState(person.ctx, { changeId })).restored).toHaveLength(59);
    expect(await getJob(person.ctx, { id: ids[0] as string })).toMatchObject({ state: "saved" });
    await setJobState(person.ctx, { id: ids[0] as string, state: "inbox" });
    expect((await facetsOf(person, { closed: "show" })).facets.states.map(({ value }) => value).sort()).toEqual(
      before.map(({ value }) => value).sort(),
    );
  });

  test("over many jobs happens to all or none", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId);
    await expect(setManyJobStates(person.ctx, { ids: [id, randomUUID()], state: "saved" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await person.ctx.db.select().from(jobStates).where(eq(jobStates.jobId, id))).toEqual([]);
  });

  test("a reason without a dismissal is refused", async () => {
    const person = await createTestContext();
    const { id } = await givenJob(person.ctx.db, person.userId);
    await expect(setJobState(person.ctx, { id, state: "saved", reason: "pay" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("opening a job", () => {
  test("tells its boards, its match and where evidence stands", async () => {
    const person = await createTestContext();
    const descriptionText = "You know React and Rust.";
    const { id } = await givenJob(person.ctx.db, person.userId, {
      descriptionText,
      sourceIds: ["lever", "hackernews"],
      match: {
        detail: {
          headline: "h",
          gates: [],
          components: [],
          improve: [],
          requirements: [
            {
              skillId: "react",
              name: "React",
              strength: "must",
              credit: "exact",
              value: 1,
              postingSpans: [{ start: 9, end: 14, quote: "React" }],
              profileSpans: [],
            },
          ],
        },
      },
    });
    const job = await getJob(person.ctx, { id });
    expect(job.postings.map(({ sourceId }) => sourceId).sort()).toEqual(["hackernews", "lever"]);
    expect(job.marks).toEqual([{ start: 9, end: 14, id: "requirement-0", tone: "exact" }]);
    expect(job.match?.detail.headline).toBe("h");
  });

  test("is remembered the first time only and leaves the decision alone", async () => {
    const person = await createTestContext({ now: day(1) });
    const { id } = await givenJob(person.ctx.db, person.userId);
    await markJobOpened(person.ctx, { id });
    person.setNow(day(2));
    await markJobOpened(person.ctx, { id });
    expect(await getJob(person.ctx, { id })).toMatchObject({ openedAt: day(1), state: "inbox", canUndo: false });
    expect(await person.ctx.db.select().from(events).where(eq(events.subjectId, id))).toHaveLength(1);
  });
});

test("a stranger sees and changes nothing", async () => {
  const person = await createTestContext();
  const { id } = await givenJob(person.ctx.db, person.userId, { title: "Secret Elixir" });
  const { changeId } = await setJobState(person.ctx, { id, state: "saved" });
  const stranger = await createTestContext();
  expect(await titles(stranger)).toEqual([]);
  expect(await titles(stranger, { q: "elixir" })).toEqual([]);
  expect(await titles(stranger, { q: "elixri" })).toEqual([]);
  expect((await facetsOf(stranger)).total).toBe(0);
  for (const attempt of [
    () => getJob(stranger.ctx, { id }),
    () => setJobState(stranger.ctx, { id, state: "dismissed" }),
    () => setManyJobStates(stranger.ctx, { ids: [id], state: "dismissed" }),
    () => undoJobState(stranger.ctx, { changeId }),
    () => markJobOpened(stranger.ctx, { id }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await getJob(person.ctx, { id })).toMatchObject({ state: "saved", openedAt: null });
});

test("a read-only token reads and decides nothing", async () => {
  const person = await createTestContext();
  const { id } = await givenJob(person.ctx.db, person.userId);
  const reader = person.withToken("jobs:read");
  expect((await listJobs(reader, listJobsInput.parse({ filters: {} }))).data).toHaveLength(1);
  await expect(setJobState(reader, { id, state: "saved" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(undoJobState(reader, { changeId: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
  await expect(markJobOpened(reader, { id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(getJob(person.withToken("profile:read"), { id })).rejects.toMatchObject({ code: "forbidden" });
});
