import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { companies, jobs, matches, type NewJob, type NewMatch, postings } from "@/db/schema";
import type { MatchDetail } from "@/db/schema/shapes";

export const EMPTY_DETAIL: MatchDetail = {
  headline: "A fair match",
  gates: [],
  components: [],
  requirements: [],
  improve: [],
};

/** A stored job of one posting, scored when `match` is given. */
export async function givenJob(
  db: Database,
  userId: string,
  { match, sourceIds = ["demo"], ...job }: Partial<NewJob> & { match?: Partial<NewMatch>; sourceIds?: string[] } = {},
): Promise<{ id: string; companyId: string }> {
  const companyName = job.companyName ?? "Northwind";
  const [company] = await db
    .insert(companies)
    .values({ userId, name: companyName, key: companyName.toLowerCase() })
    .onConflictDoUpdate({ target: [companies.userId, companies.key], set: { name: companyName } })
    .returning();
  if (!company) throw new Error("no company was created");
  const [row] = await db
    .insert(jobs)
    .values({
      userId,
      companyId: company.id,
      title: "Software Engineer",
      dedupeKey: randomUUID(),
      url: "https://jobs.example.test/1",
      contentHash: randomUUID(),
      ...job,
      companyName,
    })
    .returning();
  if (!row) throw new Error("no job was created");
  for (const sourceId of sourceIds) {
    await db.insert(postings).values({
      userId,
      jobId: row.id,
      sourceId,
      externalId: randomUUID(),
      url: row.url,
      urlKey: `${row.url}#${randomUUID()}`,
      title: row.title,
      companyName,
      contentHash: row.contentHash,
    });
  }
  if (match) await givenMatch(db, userId, row.id, match);
  return { id: row.id, companyId: company.id };
}

export async function givenMatch(db: Database, userId: string, jobId: string, match: Partial<NewMatch>): Promise<void> {
  const values = {
    confidence: 0.8,
    band: "good" as const,
    detail: EMPTY_DETAIL,
    scorerVersion: "1",
    profileVersion: 1,
    score: 60,
    ...match,
  };
  await db
    .insert(matches)
    .values({ jobId, userId, ...values })
    .onConflictDoUpdate({ target: matches.jobId, set: values });
}

/**
 * Fills one person's list with `count` varied jobs in a few set-based statements: mixed titles, words of very
 * different frequency, every filter value, scores and states. Ends with ANALYZE. Descriptions have `sentences` sentences.
 */
export async function givenManyJobs(db: Database, userId: string, count: number, sentences = 10): Promise<void> {
  await db.execute(sql`
    insert into companies (user_id, name, key)
    select ${userId}::uuid, 'Company ' || i, 'company ' || i from generate_series(1, least(${count}::int / 20 + 1, 2000)) i`);
  await db.execute(sql`
    with company as (select array_agg(id order by name) as ids, array_agg(name order by name) as names from companies where user_id = ${userId}::uuid),
    word as (select
      array['Senior','Staff','Lead','Junior','Principal','Mid-level',''] as levels,
      array['Frontend','Backend','Full-stack','Platform','Data','Mobile','Security','Infrastructure'] as areas,
      array['Engineer','Developer','Architect','Engineering Manager'] as roles,
      array['React','TypeScript','Node.js','Go','Rust','C#','.NET','Java','Python','Kubernetes','PostgreSQL','Vue','Elixir','Scala','C++','Terraform'] as skills,
      array['You will own features end to end and work closely with product and design.',
        'We build software that thousands of teams rely on every working day.',
        'Experience with distributed systems, queues and caching is expected.',
        'You write clear documents and review the work of others with care.',
        'We offer flexible hours, a learning budget and thirty days of vacation.',
        'Our stack is modern and we keep it boring where it matters.',
        'You have shipped accessible interfaces and care about performance.',
        'Nice to have: observability, incident response and capacity planning.',
        'The interview has three steps and takes two weeks at most.',
        'We are an equal opportunity employer and welcome every background.',
        'You mentor engineers and help shape the technical roadmap.',
        'Security, privacy and reliability are part of every review.'] as sentences)
    insert into jobs (user_id, company_id, company_name, title, dedupe_key, url, seniority, employment_type, workplace, location_text,
      countries, salary_text, salary_annual_min, salary_annual_max, salary_currency, salary_interval, description_html, description_text,
      content_hash, posted_at, sort_at, first_seen_at, closed_at)
    select ${userId}::uuid, company.ids[k % cardinality(company.ids) + 1], company.names[k % cardinality(company.ids) + 1],
      trim(w.levels[h % 7 + 1] || ' ' || w.areas[h / 7 % 8 + 1] || ' ' || w.roles[h / 56 % 4 + 1] || ' (' || w.skills[h / 224 % 16 + 1] || ')'),
      'seed-' || i, 'https://jobs.example.test/' || i,
      (array['intern','junior','mid','senior','staff','manager','director',null])[h % 8 + 1],
      (array['full_time','full_time','full_time','contract','part_time',null])[h % 6 + 1],
      (array['remote','hybrid','onsite','unknown'])[h / 3 % 4 + 1],
      (array['Berlin, Germany','London, UK','New York, US','Remote','Lisbon, Portugal'])[h / 5 % 5 + 1],
      (array['{DE}','{GB}','{US}','{}','{PT}'])[h / 5 % 5 + 1]::text[],
      case when h % 3 = 0 then '90-120k' end, case when h % 3 = 0 then 60000 + h % 60000 end, case when h % 3 = 0 then 80000 + h % 90000 end,
      case when h % 3 = 0 then (array['EUR','USD','GBP'])[h % 9 / 3 + 1] end, case when h % 3 = 0 then 'year' end,
      '<p>' || body.text || '</p>', body.text, 'hash-' || i, t.at, t.at, t.at, case when h % 11 = 0 then t.at end
    from generate_series(1, ${count}::int) i cross join company cross join word w
      cross join lateral (select ('x' || substr(md5(i::text), 1, 7))::bit(28)::int as h, ('x' || substr(md5(i::text), 8, 7))::bit(28)::int as k) r
      cross join lateral (select now() - i * interval '90 seconds' - (h % 1000) * interval '1 second' as at) t
      cross join lateral (select string_agg(w.sentences[(h / n + n * 5) % 12 + 1] || ' ' || w.skills[(k / n) % 16 + 1], ' ')
        || ' Reference word' || h % 4000 || ' and team' || k % 90 as text from generate_series(1, ${sentences}::int) n) body`);
  await db.execute(sql`
    insert into postings (user_id, job_id, source_id, external_id, url, url_key, title, company_name, content_hash)
    select j.user_id, j.id, (array['greenhouse','lever','ashby','remoteok','hackernews'])[n % 5 + 1], j.dedupe_key, j.url, j.url, j.title, j.company_name, j.content_hash
    from (select j.*, row_number() over (order by j.dedupe_key) as n from jobs j where j.user_id = ${userId}::uuid) j`);
  await db.execute(sql`
    insert into matches (job_id, user_id, score, confidence, band, is_eligible, gates_failed, detail, scorer_version, profile_version)
    select j.id, j.user_id, s.score, 0.8,
      case when s.score >= 80 then 'strong' when s.score >= 60 then 'good' when s.score >= 40 then 'stretch' else 'weak' end,
      s.n % 9 <> 0, case when s.n % 9 = 0 then 1 else 0 end, ${JSON.stringify(SEEDED_DETAIL)}::jsonb, '1', 1
    from jobs j cross join lateral (select ('x' || substr(md5(j.dedupe_key || 's'), 1, 7))::bit(28)::int as n) r
      cross join lateral (select r.n, (r.n % 1000) / 10.0 as score) s
    where j.user_id = ${userId}::uuid`);
  await db.execute(sql`
    insert into job_states (job_id, user_id, state)
    select j.id, j.user_id, (array['saved','dismissed','dismissed'])[n % 3 + 1]
    from (select j.*, row_number() over (order by j.dedupe_key) as n from jobs j where j.user_id = ${userId}::uuid) j where n % 10 = 0`);
  for (const table of ["jobs", "listed_jobs", "matches", "job_states", "postings", "companies"]) {
    await db.execute(sql.raw(`analyze ${table}`));
  }
}

const COMPONENT_IDS = ["must", "nice", "title", "seniority", "text", "location", "pay", "recency"] as const;

/** As long as a real one, so that reading lists costs what it costs in life. */
const SEEDED_DETAIL: MatchDetail = {
  ...EMPTY_DETAIL,
  gates: [
    { id: "onsite", verdict: "unknown", message: "On-site in Berlin: check" },
    { id: "language", verdict: "pass", message: "English" },
  ],
  components: COMPONENT_IDS.map((id) => ({
    id,
    weight: 12.5,
    value: 0.7,
    points: 8.75,
    reason: `${id}: seven of ten`,
  })),
  requirements: Array.from({ length: 14 }, (_, index) => ({
    skillId: `skill-${index}`,
    name: `Skill ${index}`,
    strength: "must" as const,
    credit: "exact" as const,
    value: 1,
    postingSpans: [{ start: 0, end: 8, quote: "You will" }],
    profileSpans: [{ start: 0, end: 8, quote: "Built it", where: "Engineer at Northwind" }],
  })),
};
