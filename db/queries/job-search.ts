import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { executeRows } from "./bulk";

/** How a person's words are looked up. "similar" has no query: its jobs are those with look-alike titles. */
export interface JobSearch {
  mode: "none" | "exact" | "prefix" | "similar";
  tsquery?: string;
  /** So many jobs hold the words that walking the list and testing each row is cheaper than fetching all of them. */
  isCommon?: boolean;
  ids?: string[];
  didYouMean?: string;
}

/** Hits beyond this many are not counted; the words are "common". */
const MANY = 5_000;
const SIMILAR_LIMIT = 100;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}+#.]{0,39}/gu;

/**
 * Runs word lookups with table scans off: the planner takes reading a text vector for nearly free and would
 * rather test every row of a common word than use the index.
 */
export function withWordIndex<T>(db: Database, run: (tx: Database) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return run(tx);
  });
}

/** The ids of every job that holds the words, as a CTE named `hits`. */
export function hitsOf(userId: string, tsquery: string): SQL {
  return sql`hits as materialized (select j.id from jobs j where j.search @@ ${ownedQuery(userId, tsquery)})`;
}

/**
 * Decides how the words are looked up: whole words, else longer forms of the last one, else similar titles.
 * `mode` is given when a further page of the same list is read, so that it cannot change between pages.
 */
export async function findJobSearch(
  tx: Database,
  { userId, q, mode }: { userId: string; q: string; mode?: JobSearch["mode"] },
): Promise<JobSearch> {
  const { exact, prefix } = await parseWords(tx, q);
  if (exact === "") return { mode: "none" };
  const isOpen = mode === undefined || mode === "none";
  if (isOpen || mode === "exact") {
    const hits = await countHits(tx, userId, exact);
    if (!isOpen || hits > 0) return words("exact", exact, hits);
  }
  if (isOpen || mode === "prefix") {
    const hits = await countHits(tx, userId, prefix);
    if (!isOpen || hits > 0) return words("prefix", prefix, hits);
  }
  const didYouMean = isOpen ? await suggestWords(tx, userId, q) : undefined;
  return { mode: "similar", ids: await listSimilarJobIds(tx, userId, q), ...(didYouMean && { didYouMean }) };
}

function words(mode: "exact" | "prefix", tsquery: string, hits: number): JobSearch {
  return { mode, tsquery, isCommon: hits > MANY };
}

async function parseWords(db: Database, q: string): Promise<{ exact: string; prefix: string }> {
  const [row] = await executeRows<{ exact: string; prefix: string }>(
    db,
    sql`select job_search_query(${q}::text, false)::text as exact, job_search_query(${q}::text, true)::text as prefix`,
  );
  return row ?? { exact: "", prefix: "" };
}

async function countHits(db: Database, userId: string, tsquery: string): Promise<number> {
  const [row] = await executeRows<{ n: number }>(
    db,
    sql`with ${hitsOf(userId, tsquery)} select count(*)::int as n from (select 1 from hits limit ${MANY + 1}) counted`,
  );
  return row?.n ?? 0;
}

async function listSimilarJobIds(db: Database, userId: string, q: string): Promise<string[]> {
  const words = wordsOf(q).join(" ");
  if (words === "") return [];
  await db.execute(sql`set local pg_trgm.word_similarity_threshold = 0.45`);
  const rows = await executeRows<{ id: string }>(
    db,
    sql`select s.id from (select j.id, j.title from jobs j where j.user_id = ${userId} and ${words}::text <% j.title limit 300) s
      order by word_similarity(${words}::text, s.title) desc, s.id desc limit ${SIMILAR_LIMIT}`,
  );
  return rows.map(({ id }) => id);
}

/** The words with each unknown one replaced by the most similar word of a job title; undefined when that finds nothing. */
async function suggestWords(db: Database, userId: string, q: string): Promise<string | undefined> {
  await db.execute(sql`set local pg_trgm.word_similarity_threshold = 0.4`);
  const replaced = new Map<string, string>();
  for (const word of wordsOf(q)) {
    const { exact } = await parseWords(db, word);
    if (exact === "" || (await countHits(db, userId, exact)) > 0) continue;
    const [best] = await executeRows<{ word: string }>(
      db,
      sql`select w.word from (
          select distinct lower(x) as word
          from (select j.title from jobs j where j.user_id = ${userId} and ${word}::text <% j.title limit 200) t,
            regexp_split_to_table(t.title, '[^[:alnum:]+#.]+') x
        ) w where similarity(w.word, ${word}::text) >= 0.3 order by similarity(w.word, ${word}::text) desc, w.word limit 1`,
    );
    if (best) replaced.set(word, best.word);
  }
  if (replaced.size === 0) return undefined;
  const suggestion = q.replace(WORD, (word) => replaced.get(word) ?? word);
  const { exact } = await parseWords(db, suggestion);
  return exact !== "" && (await countHits(db, userId, exact)) > 0 ? suggestion : undefined;
}

/** At most six words worth correcting. */
function wordsOf(q: string): string[] {
  return [...new Set(q.match(WORD) ?? [])].filter((word) => word !== "OR" && word.length > 2).slice(0, 6);
}

function ownedQuery(userId: string, tsquery: string): SQL {
  return sql`((${`'@${userId.replaceAll("-", "")}'`})::tsquery && ${tsquery}::tsquery)`;
}
