import type { Place } from "@/db/schema/shapes";
import type { NormalizedPosting } from "./normalized";
import { hammingDistance } from "./simhash";
import { titleKey } from "./titles";

/** A stored job as far as telling copies apart needs it. */
export interface ClusterJob {
  jobId: string;
  companyKey: string;
  titleKey: string;
  dedupeKey: string;
  contentHash: string;
  simhash: bigint | null;
  places: Place[];
  postings: ClusterPosting[];
}

export interface ClusterPosting {
  sourceId: string;
  board: string;
  urlKey: string;
  postedAt: Date | null;
  lastSeenAt: Date;
  closedAt: Date | null;
}

export type ClusterChoice = { kind: "new"; note?: string } | { kind: "join"; jobId: string; reason: string };

/** After so many days the same advertisement on the same board is a new attempt to fill the position. */
export const REPOST_AFTER_DAYS = 30;
const MAX_DISTANCE = 3;

/**
 * Whether a posting nobody has seen before is another copy of a stored job. Merging two jobs hides one of them, so a
 * rule needs two things that agree; a repost stays apart.
 */
export function chooseCluster(posting: NormalizedPosting, jobs: Iterable<ClusterJob>, now: Date): ClusterChoice {
  const title = titleKey(posting.title, posting.places);
  const candidates = [...jobs];
  const byUrl = candidates.find((job) => sameUrl(job, posting) && job.titleKey === title);
  if (byUrl) return joined(byUrl, "the same address");
  if (!posting.companyKey) return { kind: "new" };

  let note: string | undefined;
  const sameKey = candidates
    .filter((job) => job.dedupeKey === posting.dedupeKey)
    .sort((a, b) => distanceTo(a, posting) - distanceTo(b, posting));
  for (const job of sameKey) {
    if (isRepost(job, posting, now)) note = "Posted again; the earlier one is kept apart";
    else if (!hasBoard(job, posting) || sameText(job, posting)) return joined(job, "same company, title and place");
  }
  const byText = candidates.find(
    (job) =>
      job.companyKey === posting.companyKey &&
      job.titleKey === title &&
      !hasBoard(job, posting) &&
      distanceTo(job, posting) <= MAX_DISTANCE &&
      !placesContradict(job.places, posting.places) &&
      !isRepost(job, posting, now),
  );
  if (byText) return joined(byText, "same company and title, and nearly the same text");
  return { kind: "new", note };
}

/** Jobs by everything a rule of `chooseCluster` could join them on. */
export function createClusterIndex(jobs: Iterable<ClusterJob>) {
  const index = new Map<string, Set<ClusterJob>>();
  const put = (key: string, job: ClusterJob) => {
    const found = index.get(key);
    if (found) found.add(job);
    else index.set(key, new Set([job]));
  };
  const add = (job: ClusterJob) => {
    put(`key:${job.dedupeKey}`, job);
    put(`title:${job.companyKey}|${job.titleKey}`, job);
    for (const { urlKey } of job.postings) put(`url:${urlKey}`, job);
  };
  for (const job of jobs) add(job);
  return {
    /** Called again for a job that gained a posting. */
    add,
    candidates: (posting: NormalizedPosting): Set<ClusterJob> =>
      new Set(
        [
          `url:${posting.urlKey}`,
          `key:${posting.dedupeKey}`,
          `title:${posting.companyKey}|${titleKey(posting.title, posting.places)}`,
        ].flatMap((key) => [...(index.get(key) ?? [])]),
      ),
  };
}

/** A job made from a posting, so that later postings of the same batch can join it. */
export function clusterJobOf(posting: NormalizedPosting, jobId: string, now: Date): ClusterJob {
  const { companyKey, dedupeKey, contentHash, simhash, places } = posting;
  return {
    jobId,
    companyKey,
    titleKey: titleKey(posting.title, places),
    dedupeKey,
    contentHash,
    simhash,
    places,
    postings: [clusterPostingOf(posting, now)],
  };
}

export function clusterPostingOf({ sourceId, board, urlKey, postedAt }: NormalizedPosting, now: Date): ClusterPosting {
  return { sourceId, board, urlKey, postedAt: postedAt ?? null, lastSeenAt: now, closedAt: null };
}

function joined(job: ClusterJob, why: string): ClusterChoice {
  const sources = [...new Set(job.postings.map(({ sourceId }) => sourceId))].join(", ");
  return { kind: "join", jobId: job.jobId, reason: `Already here from ${sources}: ${why}` };
}

const sameUrl = (job: ClusterJob, posting: NormalizedPosting) =>
  posting.urlKey !== "" && job.postings.some(({ urlKey }) => urlKey === posting.urlKey);

const hasBoard = (job: ClusterJob, { sourceId, board }: NormalizedPosting) =>
  job.postings.some((other) => other.sourceId === sourceId && other.board === board);

/** Two openings of one board share a title and a place often enough; only the text can say that they are one. */
function sameText(job: ClusterJob, posting: NormalizedPosting): boolean {
  return job.contentHash === posting.contentHash || distanceTo(job, posting) <= MAX_DISTANCE;
}

/** Same advertisement, but the earlier one is over: closed everywhere, or from long before. */
function isRepost(job: ClusterJob, posting: NormalizedPosting, now: Date): boolean {
  if (job.postings.every(({ closedAt }) => closedAt !== null)) return true;
  if (!hasBoard(job, posting)) return false;
  const latest = Math.max(...job.postings.map(({ postedAt, lastSeenAt }) => (postedAt ?? lastSeenAt).getTime()));
  return (posting.postedAt ?? now).getTime() - latest > REPOST_AFTER_DAYS * 86_400_000;
}

function placesContradict(a: readonly Place[], b: readonly Place[]): boolean {
  const cities = (places: readonly Place[]) =>
    new Set(places.flatMap(({ city, country }) => (city ? `${city}|${country}` : [])));
  const here = cities(a);
  const there = cities(b);
  return here.size > 0 && there.size > 0 && ![...here].some((city) => there.has(city));
}

/** Bits in which two texts' SimHashes differ; infinite when either is too short to have one. */
function distanceTo(job: ClusterJob, posting: NormalizedPosting): number {
  if (job.simhash === null || posting.simhash === null) return Number.POSITIVE_INFINITY;
  return hammingDistance(job.simhash, posting.simhash);
}
