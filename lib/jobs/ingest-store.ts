import "server-only";
import { randomUUID } from "node:crypto";
import { type ClusterRow, listClusterRows } from "@/db/queries/clusters";
import {
  ensureCompanies,
  insertJobs,
  insertPostings,
  type StoredPosting,
  touchPostings,
  updateJobs,
  updatePostings,
} from "@/db/queries/postings";
import type { NewJob, NewPosting } from "@/db/schema";
import type { Context } from "@/lib/context";
import { type ClusterJob, chooseCluster, clusterJobOf, clusterPostingOf, createClusterIndex } from "./cluster";
import type { Verdict } from "./filter";
import type { NormalizedPosting } from "./normalized";
import { type Outcome, outcomeOf } from "./outcomes";
import { jobFields, postingFields, sortAtOf } from "./rows";
import { titleKey } from "./titles";

/** Updates stored postings and the jobs they are the face of. Call inside the transaction that holds the cluster lock. */
export async function storeChanged(ctx: Context, changed: { posting: NormalizedPosting; stored: StoredPosting }[]) {
  const { userId } = ctx.actor;
  const now = ctx.now();
  await updatePostings(
    ctx.db,
    userId,
    changed.map(({ posting, stored }) => ({
      id: stored.id,
      userId,
      externalId: posting.externalId,
      ...postingFields(posting, now),
    })),
  );
  await updateJobs(
    ctx.db,
    userId,
    changed.map(({ posting, stored }) => ({
      id: stored.jobId,
      oldHash: stored.contentHash,
      ...jobFields(posting, now),
    })),
  );
}

/** Stores postings nobody has seen before, each with the job it is a copy of or as a job of its own. */
export async function storeFresh(
  ctx: Context,
  fresh: NormalizedPosting[],
  verdicts: Map<string, Verdict>,
): Promise<Outcome[]> {
  if (fresh.length === 0) return [];
  const { userId } = ctx.actor;
  const now = ctx.now();
  const companyIds = await ensureCompanies(ctx.db, { userId, companies: companiesOf(fresh) });
  const index = createClusterIndex(clusterJobs(await findClusterRows(ctx, fresh)));
  const jobs: NewJob[] = [];
  const postings: NewPosting[] = [];
  const joined: { posting: NormalizedPosting; jobId: string; postingId: string }[] = [];
  const outcomes: Outcome[] = [];

  for (const posting of fresh) {
    const candidates = index.candidates(posting);
    const choice = chooseCluster(posting, candidates, now);
    const jobId = choice.kind === "join" ? choice.jobId : randomUUID();
    const postingId = randomUUID();
    const { sourceId, externalId } = posting;
    postings.push({
      id: postingId,
      userId,
      jobId,
      sourceId,
      externalId,
      firstSeenAt: now,
      ...postingFields(posting, now),
    });
    if (choice.kind === "join") {
      const job = [...candidates].find((candidate) => candidate.jobId === jobId);
      job?.postings.push(clusterPostingOf(posting, now));
      if (job) index.add(job);
      joined.push({ posting, jobId, postingId });
      outcomes.push(outcomeOf(posting, "duplicate", choice.reason, jobId));
    } else {
      const companyId = companyIds.get(posting.companyKey) as string;
      jobs.push({
        id: jobId,
        userId,
        companyId,
        firstSeenAt: now,
        sortAt: sortAtOf(posting, now),
        ...jobFields(posting, now),
      });
      index.add(clusterJobOf(posting, jobId, now));
      const verdict = verdicts.get(externalId);
      outcomes.push(outcomeOf(posting, "new", choice.note ?? (verdict?.keep ? verdict.note : undefined), jobId));
    }
  }
  await insertJobs(ctx.db, jobs);
  await insertPostings(ctx.db, postings);
  if (joined.length > 0) {
    await touchPostings(ctx.db, { userId, ids: joined.map(({ postingId }) => postingId), now });
    await updateJobs(
      ctx.db,
      userId,
      joined.map(({ posting, jobId }) => ({ id: jobId, oldHash: "", ...jobFields(posting, now) })),
    );
  }
  return outcomes;
}

function companiesOf(postings: NormalizedPosting[]) {
  const companies = new Map<string, { key: string; name: string; url?: string }>();
  for (const { companyKey: key, companyName, companyUrl: url } of postings) {
    if (!companies.has(key)) companies.set(key, { key, name: companyName || "Unknown company", url });
  }
  return [...companies.values()];
}

function findClusterRows(ctx: Context, fresh: NormalizedPosting[]) {
  const distinct = (pick: (posting: NormalizedPosting) => string) => [...new Set(fresh.map(pick))];
  return listClusterRows(ctx.db, {
    userId: ctx.actor.userId,
    urlKeys: distinct(({ urlKey }) => urlKey),
    dedupeKeys: distinct(({ dedupeKey }) => dedupeKey),
    companyKeys: distinct(({ companyKey }) => companyKey),
    sourceId: fresh[0]?.sourceId ?? "",
    board: fresh[0]?.board ?? "",
  });
}

function clusterJobs(rows: ClusterRow[]): Iterable<ClusterJob> {
  const jobs = new Map<string, ClusterJob>();
  for (const row of rows) {
    const { jobId, companyKey, dedupeKey, contentHash, simhash, places } = row;
    const job = jobs.get(jobId) ?? {
      jobId,
      companyKey,
      titleKey: titleKey(row.title, places),
      dedupeKey,
      contentHash,
      simhash,
      places,
      postings: [],
    };
    jobs.set(jobId, job);
    const { sourceId, board, urlKey, postedAt, lastSeenAt, postingClosedAt: closedAt } = row;
    job.postings.push({ sourceId, board, urlKey, postedAt, lastSeenAt, closedAt });
  }
  return jobs.values();
}
