import { monitorEventLoopDelay } from "node:perf_hooks";
import { listDescriptionHtml, listJobIdsAfter, listJobsForMatching, upsertMatches } from "@/db/queries/matches";
import { insertProfile } from "@/db/queries/profiles";
import { matches, type NewMatch } from "@/db/schema";
import { preferencesSchema } from "@/db/schema/shapes";
import type { Context } from "@/lib/context";
import { DEMO_CV } from "@/lib/demo/cv";
import { ANALYSIS_VERSION, analyzePosting } from "@/lib/matching/analysis";
import { prepareProfile } from "@/lib/matching/profile";
import { scoreMatch } from "@/lib/matching/score";
import { rescoreNext } from "@/lib/matching/service";
import { readPastedCv } from "@/lib/profiles/cv/read-file";
import { closeHunt, storedHunt } from "./ingest-store";
import { benchRow, compareRates } from "./measure";
import type { BenchRow } from "./types";

const SAMPLE = 500;
/** As the background pass reads them. */
const BATCH = 250;
/** A pass on a busy machine is cut short; the rows say how far it got. */
const MAX_MS = 30_000;

export const close = closeHunt;

/** Reading postings, scoring them, and a whole background pass over 10,000 stored jobs. */
export async function run(): Promise<BenchRow[] | string> {
  const hunt = await storedHunt();
  if (!hunt) return "no PostgreSQL server is installed (pg_config --bindir finds none)";
  const { ctx } = hunt;
  const { facts, cvText } = readPastedCv(DEMO_CV, ctx.now());
  const preferences = preferencesSchema.parse({ workCountries: ["DE"], workplaces: ["remote", "hybrid"] });
  await insertProfile(ctx.db, { userId: ctx.actor.userId, facts, preferences, cvText });
  const first = await timePass(ctx);
  const again = await timePass(ctx);
  const plain = await timePass(ctx, await readAndWrite(ctx));
  const unit = "jobs/s";
  const beside = { unit, limit: plain.rate, limitName: "its reads and writes alone" };
  const delay = { unit: "ms", limitName: "its reads and writes alone" };
  return [
    ...(await pureRows(ctx, { facts, preferences, cvText })),
    benchRow({ name: `read and score ${first.jobs} stored jobs`, value: first.rate, ...beside }),
    benchRow({ name: `rescore ${again.jobs} stored jobs`, value: again.rate, ...beside }),
    benchRow({
      name: "event-loop delay p99 while rescoring",
      value: again.delay.p99,
      limit: plain.delay.p99,
      ...delay,
      goal: { text: "<= 100 ms", isMet: (_ratio, value) => value <= 100 },
    }),
    benchRow({ name: "event-loop delay, longest", value: again.delay.max, limit: plain.delay.max, ...delay }),
  ];
}

async function pureRows(ctx: Context, person: Parameters<typeof prepareProfile>[0]): Promise<BenchRow[]> {
  const { userId } = ctx.actor;
  const now = ctx.now();
  const ids = await listJobIdsAfter(ctx.db, { userId, limit: SAMPLE });
  const jobs = await listJobsForMatching(ctx.db, { userId, ids, version: ANALYSIS_VERSION });
  const html = await listDescriptionHtml(ctx.db, { userId, ids });
  const analyzed = jobs.flatMap(({ analysis, ...job }) => (analysis ? [{ job, analysis }] : []));
  if (analyzed.length !== jobs.length) throw new Error("The pass left jobs without an analysis");
  const profile = prepareProfile(person);
  const stored = analyzed.map(({ analysis }) => JSON.stringify(analysis));
  const texts = jobs.map(({ id, title, descriptionText }) => ({
    title,
    descriptionText,
    descriptionHtml: html.get(id) ?? "",
  }));
  return [
    benchRow({
      name: "scoreMatch, stored analyses",
      unit: "calls/s",
      ...compareRates(jobs.length, {
        value: () => analyzed.map(({ job, analysis }) => scoreMatch(profile, job, analysis, { now })),
        limit: () => stored.map((text) => JSON.parse(text)),
      }),
      limitName: "JSON.parse of the analyses",
      goal: { text: ">= 20,000/s", isMet: (_ratio, value) => value >= 20_000 },
    }),
    benchRow({
      name: "analyzePosting",
      unit: "postings/s",
      ...compareRates(jobs.length, {
        value: () => texts.map(analyzePosting),
        limit: () => texts.map(({ descriptionText }) => descriptionText.match(/[\p{L}\p{N}+#.]+/gu)),
      }),
      limitName: "splitting into words",
    }),
  ];
}

type Step = typeof rescoreNext;

/** A background pass in its own batches, watched the way a waiting page would feel it. */
async function timePass(ctx: Context, step: Step = rescoreNext) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  let jobs = 0;
  let afterJobId: string | undefined;
  do {
    const { scored, nextJobId } = await step(ctx, { afterJobId, limit: BATCH });
    jobs += scored;
    afterJobId = nextJobId;
  } while (afterJobId && performance.now() - start < MAX_MS);
  delay.disable();
  return {
    jobs: jobs.toLocaleString("en-US"),
    rate: (jobs * 1000) / (performance.now() - start),
    delay: { p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 },
  };
}

/** The same pass with nothing worked out between reading and writing: it writes what is stored already. */
async function readAndWrite({ db }: Context): Promise<Step> {
  const stored = new Map<string, NewMatch>((await db.select().from(matches)).map((match) => [match.jobId, match]));
  return async ({ actor: { userId } }, { afterJobId, limit }) => {
    const ids = await listJobIdsAfter(db, { userId, afterJobId, limit });
    await listJobsForMatching(db, { userId, ids, version: ANALYSIS_VERSION });
    await upsertMatches(
      db,
      ids.flatMap((id) => stored.get(id) ?? []),
    );
    return { scored: ids.length, ...(ids.length === limit && { nextJobId: ids.at(-1) }) };
  };
}
