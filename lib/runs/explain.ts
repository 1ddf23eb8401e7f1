import "server-only";
import { listExplanations, listStoredFits } from "@/db/queries/explanations";
import { listRecentOutcomes } from "@/db/queries/run-sources";
import { type Context, requireScope } from "@/lib/context";
import { urlKey } from "@/lib/jobs/urls";
import { wordsOf } from "@/lib/jobs/words";
import { detectSource, getSource, isSourceId } from "@/lib/sources/registry";
import { loadReadiness } from "@/lib/sources/service";
import { answerFor, type Explanation } from "./answers";
import type { ExplainPostingInput } from "./schemas";

const MAX_ANSWERS = 5;

/** "Why is it not here?" for an address, or for words of a title and company. The likeliest answer first. */
export async function explainPosting(ctx: Context, { query }: ExplainPostingInput): Promise<Explanation[]> {
  requireScope(ctx, "searches:read");
  const wanted = { userId: ctx.actor.userId, ...wantedBy(query), limit: 60 };
  const decided = await listExplanations(ctx.db, wanted);
  const newest = new Map<string, Explanation>();
  for (const { decision, searchId, searchName, ...standing } of decided) {
    const key = standing.job?.id ?? `${decision.sourceId}:${decision.externalId}`;
    if (!newest.has(key))
      newest.set(
        key,
        answerFor({ ...standing, decision, searchId, searchName, sourceName: nameOf(decision.sourceId) }),
      );
  }
  if (newest.size === 0) {
    for (const { sourceId, ...standing } of await listStoredFits(ctx.db, wanted)) {
      if (!newest.has(standing.job.id))
        newest.set(standing.job.id, answerFor({ ...standing, sourceName: nameOf(sourceId) }));
    }
  }
  if (newest.size > 0) return [...newest.values()].slice(0, MAX_ANSWERS);
  return [{ verdict: "unknown", answer: await whyUnseen(ctx, query) }];
}

function wantedBy(query: string): { urls: string[]; externalIds: string[]; words: string[] } {
  const url = addressOf(query);
  if (!url)
    return {
      urls: [],
      externalIds: [],
      words: query
        .split(/\s+/)
        .filter((word) => wordsOf(word).length > 0)
        .slice(0, 8),
    };
  const parts = [...url.pathname.split(/[/_]/), ...url.searchParams.values(), ...url.pathname.split("-").slice(-1)];
  const ids = parts.map(decode).filter((part) => part.length >= 4 && part.length <= 100 && /\d/.test(part));
  return { urls: [query, url.href, urlKey(query)], externalIds: [...new Set(ids)].slice(0, 20), words: [] };
}

/** Nobody has seen the posting: say what is known of the board it should have come from. */
async function whyUnseen(ctx: Context, query: string): Promise<string> {
  const isAddress = addressOf(query) !== undefined;
  const found = isAddress ? detectSource(query) : undefined;
  if (!found) {
    return isAddress
      ? "No run of yours has met this posting, and JOBA does not know the board behind the address."
      : "No run of yours has met a posting with all of these words in its title or company.";
  }
  const name = nameOf(found.sourceId);
  const { offReason } = (await loadReadiness(ctx))(found.sourceId);
  if (offReason) return `No run of yours has met this posting: ${offReason}.`;
  const outcomes = await listRecentOutcomes(ctx.db, { userId: ctx.actor.userId, perBoard: 1 });
  const last = outcomes.find(
    ({ sourceId, board }) => sourceId === found.sourceId && board.toLowerCase() === found.board.toLowerCase(),
  );
  if (!last)
    return `None of your searches asks the ${name} board “${found.board}”. Add it to a search to see its jobs.`;
  return last.outcome === "ok"
    ? `The ${name} board “${found.board}” was read in full and did not list this posting; it is probably closed.`
    : `The ${name} board “${found.board}” was last read as “${last.outcome}”: ${last.evidence?.message ?? "no more is known"}.`;
}

function addressOf(text: string): URL | undefined {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const nameOf = (sourceId: string) => (isSourceId(sourceId) ? getSource(sourceId).name : sourceId);
