import type postgres from "postgres";
import { type JobFilters, type JobSort, jobFiltersSchema } from "@/lib/jobs/schemas";
import { countJobFacets, listJobs } from "@/lib/jobs/service";
import { closeManyJobs, JOBS, type ManyJobs, manyJobs } from "./many-jobs";
import { percentileRows, type TimedCase, timeCases } from "./percentiles";
import type { BenchRow } from "./types";

const ROUNDS = 25;

export const close = closeManyJobs;

/** Pages of a hundred thousand jobs: what the service takes beside the plainest SQL that reads the same rows. */
export async function run(): Promise<BenchRow[] | string> {
  const jobs = await manyJobs();
  if (!jobs) return "no PostgreSQL server is installed (pg_config --bindir finds none)";
  const pages = await timeCases(
    VIEWS.map((view) => pageCase(jobs, view)),
    ROUNDS,
  );
  const counts = await timeCases([countCase(jobs)], ROUNDS);
  return [
    ...percentileRows(`list ${JOBS / 1000}k, 50 rows`, pages, 60),
    ...percentileRows(`facet counts ${JOBS / 1000}k`, counts, 200).map((row) => ({
      ...row,
      limitName: "one GROUP BY over the same jobs",
    })),
  ];
}

type Input = Parameters<typeof jobFiltersSchema.parse>[0];

/** What people look at: plain pages in each order, deep ones, and filters that pass much, little and nothing. */
const VIEWS: { name: string; filters: Input; sort: JobSort; where?: string }[] = [
  { name: "best match", filters: {}, sort: "score" },
  { name: "newest", filters: {}, sort: "date" },
  { name: "best paid", filters: {}, sort: "salary" },
  {
    name: "strong and eligible",
    filters: { bands: ["strong"], eligibility: "eligible" },
    sort: "score",
    where: "band = 'strong' and is_eligible",
  },
  {
    name: "remote in Germany",
    filters: { workplaces: ["remote"], countries: ["DE"] },
    sort: "score",
    where: "workplace = 'remote' and countries && '{DE}'",
  },
  { name: "saved", filters: { states: ["saved"] }, sort: "date", where: "state = 'saved'" },
  {
    name: "one in ten thousand",
    filters: {
      workplaces: ["hybrid"],
      countries: ["PT"],
      seniorities: ["director"],
      employmentTypes: ["part_time"],
      sources: ["ashby"],
      minScore: 80,
    },
    sort: "score",
    where:
      "workplace = 'hybrid' and countries && '{PT}' and seniority = 'director' and employment_type = 'part_time' and sources && '{ashby}' and score >= 80",
  },
  { name: "no match at all", filters: { countries: ["JP"] }, sort: "score", where: "countries && '{JP}'" },
];

const ORDER: Record<string, string> = { score: "score", date: "sort_at", salary: "pay" };

/** The plainest SQL that reads fifty jobs of person $1 as the list shows them. */
export function plainestPage(where: string, order = "score"): string {
  return `select j.*, m.score, m.band, m.detail, s.opened_at from (
      select job_id from listed_jobs where user_id = $1 and ${where}
      order by ${order} desc nulls last, job_id desc nulls last limit 50) page
    join (select id, title, company_name, location_text, workplace, salary_text, url, posted_at from jobs) j on j.id = page.job_id
    left join matches m on m.job_id = page.job_id left join job_states s on s.job_id = page.job_id`;
}

function pageCase({ ctx, userId, sql }: ManyJobs, { name, filters, sort, where }: (typeof VIEWS)[number]): TimedCase {
  const parsed: JobFilters = jobFiltersSchema.parse(filters);
  const states = parsed.states.map((state) => `'${state}'`).join();
  const text = plainestPage(`state in (${states}) and not is_closed${where ? ` and ${where}` : ""}`, ORDER[sort]);
  return {
    name,
    service: () => listJobs(ctx, { filters: parsed, sort, limit: 50 }),
    raw: () => sql.unsafe(text, [userId], PREPARED),
  };
}

function countCase({ ctx, userId, sql }: ManyJobs): TimedCase {
  const filters = jobFiltersSchema.parse({ workplaces: ["remote"], bands: ["strong", "good"] });
  return {
    name: "counts",
    service: () => countJobFacets(ctx, { filters }),
    raw: () =>
      sql.unsafe(
        `select state, band, workplace, seniority, employment_type, count(*) from listed_jobs where user_id = $1 group by 1, 2, 3, 4, 5`,
        [userId],
        PREPARED,
      ),
  };
}

const PREPARED: postgres.UnsafeQueryOptions = { prepare: true };
