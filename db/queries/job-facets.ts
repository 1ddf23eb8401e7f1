import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { companies, listedJobs } from "@/db/schema";
import { executeRows } from "./bulk";
import { filterConditions, type JobListFilters, type JobScope, scopeCondition } from "./job-filters";
import { hitsOf } from "./job-search";

/** Counts look at this many of the newest jobs at most, so that their cost has a ceiling. */
export const COUNTED_JOBS = 20_000;
const TOP_VALUES = 40;

/** Facets by the filter they belong to, with the value of a row. */
const SINGLE = {
  states: sql`state`,
  bands: sql`coalesce(band, 'unscored')`,
  workplaces: sql`workplace`,
  employmentTypes: sql`coalesce(employment_type, 'unknown')`,
  seniorities: sql`coalesce(seniority, 'unknown')`,
  companies: sql`company_id::text`,
};
const MANY = {
  countries: sql`unnest(case when countries = '{}' then '{unknown}' else countries end)`,
  sources: sql`unnest(sources)`,
};

export type FacetCount = { facet: string; value: string; count: number; label: string | null };

/**
 * Counts everything in one pass: each row gets a bit per filter it fails. A facet counts the rows that fail no other
 * filter than its own; a filter hides the rows that fail it alone.
 * Rows come back as facet/value/count; facet "total" has one row, "hidden" one a filter, "seen" tells how many were looked at.
 */
export async function countFacets(
  db: Database,
  { scope, filters }: { scope: JobScope; filters: JobListFilters },
): Promise<FacetCount[]> {
  const conditions = filterConditions(filters);
  const bit = (name: string) => {
    const index = conditions.findIndex(([own]) => own === name);
    return index < 0 ? 0 : 2 ** index;
  };
  const miss = conditions.reduce(
    (sum: SQL, [, condition], index) =>
      sql`${sum} + case when ${condition} then 0 else ${sql.raw(String(2 ** index))} end`,
    sql`0`,
  );
  const hits = scope.tsquery === undefined ? undefined : hitsOf(scope.userId, scope.tsquery);
  const t = listedJobs;
  const failsNoOther = (name: string) => sql`miss & ~${sql.raw(String(bit(name)))} = 0`;
  const parts: SQL[] = [
    sql`select 'total' as facet, '' as value, coalesce(sum(n), 0)::int as count from tally where miss = 0`,
    sql`select 'seen', '', count(*)::int from base`,
    ...conditions.map(
      ([name]) =>
        sql`select 'hidden', ${sql.raw(`'${name}'`)}, coalesce(sum(n), 0)::int from tally where miss = ${sql.raw(String(bit(name)))}`,
    ),
    ...Object.entries(SINGLE).map(
      ([name, value]) =>
        sql`(select ${sql.raw(`'${name}'`)}, ${value}, ${name === "companies" ? sql`count(*)` : sql`sum(n)`}::int
          from ${name === "companies" ? sql`base` : sql`tally`} where ${failsNoOther(name)} group by 2 order by 3 desc, 2 limit ${TOP_VALUES})`,
    ),
    ...Object.entries(MANY).map(
      ([name, value]) =>
        sql`(select ${sql.raw(`'${name}'`)}, value, count(*)::int from (select ${value} as value from base where ${failsNoOther(name)}) v
          group by 2 order by 3 desc, 2 limit ${TOP_VALUES})`,
    ),
  ];
  return executeRows<FacetCount>(
    db,
    sql`with ${hits ? sql`${hits}, ` : sql``}base as materialized (
        select ${t.state}, ${t.band}, ${t.workplace}, ${t.employmentType}, ${t.seniority}, ${t.companyId}, ${t.countries}, ${t.sources},
          ${miss} as miss
        from ${hits ? sql`hits join ${t} on ${t.jobId} = hits.id` : sql`${t}`} where ${scopeCondition(scope)}
        order by ${t.sortAt} desc nulls last, ${t.jobId} desc nulls last limit ${COUNTED_JOBS}
      ), tally as materialized (
        select state, band, workplace, employment_type, seniority, miss, count(*) as n from base group by 1, 2, 3, 4, 5, 6
      ), counted as (${sql.join(parts, sql` union all `)})
      select c.facet, c.value, c.count, n.name as label from counted c
      left join ${companies} n on c.facet = 'companies' and n.id::text = c.value and n.user_id = ${scope.userId}`,
  );
}
