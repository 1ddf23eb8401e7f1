import "server-only";
import type { Run } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { CreateSearchInput } from "@/lib/searches/schemas";
import { createSearch, proposeSearch } from "@/lib/searches/service";
import { startRun } from "./service";

/** Saves a search and runs it at once. */
export async function createSearchAndRun(ctx: Context, input: CreateSearchInput): Promise<Run> {
  const search = await createSearch(ctx, input);
  return startRun(ctx, { searchId: search.id });
}

/** The proposed first search, saved and started: what a newcomer presses. */
export async function runProposedSearch(ctx: Context): Promise<Run> {
  return createSearchAndRun(ctx, await proposeSearch(ctx));
}
