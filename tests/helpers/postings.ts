import { randomUUID } from "node:crypto";
import { runSources, runs, searches } from "@/db/schema";
import { type SearchSource, searchCriteriaSchema, searchScheduleSchema } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import type { NormalizedPosting } from "@/lib/jobs/normalized";

/** A posting as normalizing would make it; say only what the test is about. */
export function givenPosting(overrides: Partial<NormalizedPosting> = {}): NormalizedPosting {
  const externalId = overrides.externalId ?? "x1";
  const sourceId = overrides.sourceId ?? "lever";
  return {
    sourceId,
    board: "",
    externalId,
    url: `https://${sourceId}.example/jobs/${externalId}`,
    urlKey: `${sourceId}.example/jobs/${externalId}`,
    title: "Senior Frontend Engineer",
    companyName: "Acme",
    companyKey: "acme",
    dedupeKey: `acme|${(overrides.title ?? "Senior Frontend Engineer").toLowerCase()}|berlin`,
    locationText: "Berlin, Germany",
    places: [{ text: "Berlin, Germany", scope: "city", city: "Berlin", country: "DE" }],
    countries: ["DE"],
    workplace: "hybrid",
    descriptionHtml: "<p>Build the web app with React.</p>",
    descriptionText: "Build the web app with React.",
    contentHash: `hash-${externalId}`,
    simhash: null,
    ...overrides,
  };
}

/** A search of the person with one running run of it. */
export async function givenRun(
  ctx: Context,
  {
    sources = [{ sourceId: "lever", boards: [] }],
    criteria = {},
  }: { sources?: SearchSource[]; criteria?: object } = {},
): Promise<{ searchId: string; runId: string }> {
  const { userId } = ctx.actor;
  const searchId = randomUUID();
  const runId = randomUUID();
  await ctx.db.insert(searches).values({
    id: searchId,
    userId,
    name: "Frontend in Berlin",
    criteria: searchCriteriaSchema.parse(criteria),
    sources,
    schedule: searchScheduleSchema.parse({}),
  });
  await ctx.db.insert(runs).values({
    id: runId,
    userId,
    searchId,
    trigger: "manual",
    slot: `manual:${runId}`,
    status: "running",
    startedAt: ctx.now(),
  });
  const rows = sources.flatMap(({ sourceId, boards }) =>
    (boards.length > 0 ? boards : [""]).map((board) => ({ runId, userId, sourceId, board })),
  );
  if (rows.length > 0) await ctx.db.insert(runSources).values(rows);
  return { searchId, runId };
}
