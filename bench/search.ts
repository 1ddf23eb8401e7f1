import type postgres from "postgres";
import { jobFiltersSchema } from "@/lib/jobs/schemas";
import { listJobs } from "@/lib/jobs/service";
import { closeManyJobs, JOBS, type ManyJobs, manyJobs } from "./many-jobs";
import { percentileRows, type TimedCase, timeCases } from "./percentiles";
import type { BenchRow } from "./types";

const ROUNDS = 15;

export const close = closeManyJobs;

/** Words looked up in a hundred thousand jobs: common, rare, phrases, negations, prefixes and typos. */
export async function run(): Promise<BenchRow[] | string> {
  const jobs = await manyJobs();
  if (!jobs) return "no PostgreSQL server is installed (pg_config --bindir finds none)";
  const words = await timeCases(
    QUERIES.map((query) => searchCase(jobs, query, CAPPED)),
    ROUNDS,
  );
  const common = await timeCases([searchCase(jobs, { q: "react", tsquery: "'react'" }, ALL)], ROUNDS);
  return [
    ...percentileRows(`search ${JOBS / 1000}k, 50 rows`, words, 100),
    ...percentileRows("search, one common word", common, 100)
      .slice(0, 1)
      .map((row) => ({ ...row, limitName: "ranking every hit" })),
  ];
}

const QUERIES: { q: string; tsquery: string }[] = [
  { q: "react", tsquery: "'react'" },
  { q: "c#", tsquery: "'csharp'" },
  { q: "react typescript", tsquery: "'react' & 'typescript'" },
  { q: "senior frontend engineer", tsquery: "'senior' & 'frontend' & 'engin'" },
  { q: '"distributed systems"', tsquery: "'distribut' <-> 'system'" },
  { q: "kubernetes -java", tsquery: "'kubernet' & !'java'" },
  { q: "elixir OR scala", tsquery: "'elixir' | 'scala'" },
  { q: "word1234", tsquery: "'word1234'" },
  { q: "word17 team5", tsquery: "'word17' & 'team5'" },
  { q: "kube", tsquery: "'kube':*" },
  { q: "kuberntes", tsquery: "'kubernet'" },
  { q: "node.js engineering manager", tsquery: "'nodej' & 'engin' & 'manag'" },
];

/** The newest 300 hits, ranked. */
const CAPPED = `select j.id, ts_rank(j.search, $2::tsquery) as rank from (
    select l.job_id from listed_jobs l join jobs j on j.id = l.job_id
    where l.user_id = $1 and l.state in ('inbox', 'saved') and not l.is_closed and j.search @@ $2::tsquery
    order by l.sort_at desc nulls last, l.job_id desc nulls last limit 300) c
  join jobs j on j.id = c.job_id order by rank desc, j.id desc limit 50`;
const ALL = `select j.id, ts_rank(j.search, $2::tsquery) as rank from listed_jobs l join jobs j on j.id = l.job_id
  where l.user_id = $1 and l.state in ('inbox', 'saved') and not l.is_closed and j.search @@ $2::tsquery
  order by rank desc, j.id desc limit 50`;

function searchCase({ ctx, userId, sql }: ManyJobs, { q, tsquery }: (typeof QUERIES)[number], raw: string): TimedCase {
  const filters = jobFiltersSchema.parse({ q });
  return {
    name: q,
    service: () => listJobs(ctx, { filters, limit: 50 }),
    raw: () => sql.unsafe(raw, [userId, tsquery], PREPARED),
  };
}

const PREPARED: postgres.UnsafeQueryOptions = { prepare: true };
