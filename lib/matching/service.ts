import "server-only";
import { setImmediate } from "node:timers/promises";
import {
  type JobForMatching,
  listDescriptionHtml,
  listJobIdsAfter,
  listJobsForMatching,
  upsertJobAnalyses,
  upsertMatches,
} from "@/db/queries/matches";
import { findProfileRow } from "@/db/queries/profiles";
import type { NewMatch } from "@/db/schema";
import { type PostingAnalysis, preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import { type Context, requireScope } from "@/lib/context";
import { ANALYSIS_VERSION, analyzePosting } from "./analysis";
import { type MatchProfile, prepareProfile } from "./profile";
import { SCORER_VERSION, scoreMatch } from "./score";

/** Small enough that reading and writing one batch on the built-in database holds pages up for a moment only. */
const BATCH = 50;
/** Longest the event loop is held between two jobs. */
const SLICE_MS = 8;

/** Scores these jobs against the person's profile and stores the matches. Ids of other people's jobs are left out. */
export async function matchJobs(ctx: Context, { jobIds }: { jobIds: readonly string[] }): Promise<{ scored: number }> {
  requireScope(ctx, "jobs:write");
  const scorer = await createScorer(ctx);
  let scored = 0;
  for (let from = 0; from < jobIds.length; from += BATCH) {
    scored += await scorer(jobIds.slice(from, from + BATCH));
    await setImmediate();
  }
  return { scored };
}

/**
 * Scores the next jobs in id order, for background passes over everything stored.
 * @returns `nextJobId` to go on after; none when this was the last batch
 */
export async function rescoreNext(
  ctx: Context,
  { afterJobId, limit }: { afterJobId?: string; limit: number },
): Promise<{ scored: number; nextJobId?: string }> {
  requireScope(ctx, "jobs:write");
  const jobIds = await listJobIdsAfter(ctx.db, { userId: ctx.actor.userId, afterJobId, limit });
  const { scored } = await matchJobs(ctx, { jobIds });
  const nextJobId = jobIds.length === limit ? jobIds.at(-1) : undefined;
  return nextJobId ? { scored, nextJobId } : { scored };
}

/** Loads the profile once for any number of batches. A person without one still gets matches, of low confidence. */
async function createScorer(ctx: Context): Promise<(jobIds: readonly string[]) => Promise<number>> {
  const { userId } = ctx.actor;
  const stored = await findProfileRow(ctx.db, { userId });
  const profile = prepareProfile({
    facts: profileFactsSchema.parse(stored?.facts ?? {}),
    preferences: preferencesSchema.parse(stored?.preferences ?? {}),
    cvText: stored?.cvText ?? "",
  });
  const version = stored?.version ?? 0;
  return (jobIds) => scoreBatch(ctx, profile, version, jobIds);
}

async function scoreBatch(
  ctx: Context,
  profile: MatchProfile,
  profileVersion: number,
  jobIds: readonly string[],
): Promise<number> {
  const { userId } = ctx.actor;
  const now = ctx.now();
  const jobs = await listJobsForMatching(ctx.db, { userId, ids: jobIds, version: ANALYSIS_VERSION });
  // The built-in database answers without leaving the event loop, so nobody else gets a turn unless it is given away.
  await setImmediate();
  const analyses = await analyzeJobs(ctx, jobs);
  const rows: NewMatch[] = [];
  const pause = createPause();
  for (const job of jobs) {
    const analysis = job.analysis ?? analyses.get(job.id);
    if (!analysis) continue;
    const match = scoreMatch(profile, job, analysis, { now });
    rows.push({ jobId: job.id, userId, ...match, scorerVersion: SCORER_VERSION, profileVersion, scoredAt: now });
    await pause();
  }
  await setImmediate();
  // One order for everyone, so that two batches never wait for each other.
  await upsertMatches(
    ctx.db,
    rows.sort((a, b) => (a.jobId < b.jobId ? -1 : 1)),
  );
  return rows.length;
}

/** Reads the postings that have no current analysis, and stores what was read. */
async function analyzeJobs(ctx: Context, jobs: readonly JobForMatching[]): Promise<Map<string, PostingAnalysis>> {
  const { userId } = ctx.actor;
  const fresh = jobs.filter(({ analysis }) => !analysis);
  const html = await listDescriptionHtml(ctx.db, { userId, ids: fresh.map(({ id }) => id) });
  const analyses = new Map<string, PostingAnalysis>();
  const pause = createPause();
  for (const { id, title, descriptionText } of fresh) {
    analyses.set(id, analyzePosting({ title, descriptionText, descriptionHtml: html.get(id) ?? "" }));
    await pause();
  }
  await upsertJobAnalyses(
    ctx.db,
    fresh
      .map(({ id, contentHash }) => ({
        jobId: id,
        userId,
        version: ANALYSIS_VERSION,
        contentHash,
        analysis: analyses.get(id) as PostingAnalysis,
      }))
      .sort((a, b) => (a.jobId < b.jobId ? -1 : 1)),
  );
  return analyses;
}

/** Lets pages and timers run as soon as a slice of time is used up. */
function createPause(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
