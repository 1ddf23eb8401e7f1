"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { defineAction } from "@/lib/actions";
import { explainPosting } from "@/lib/runs/explain";
import { createSearchAndRun, runProposedSearch } from "@/lib/runs/first-run";
import { cancelRunInput, explainPostingInput, startRunInput } from "@/lib/runs/schemas";
import { cancelRun, startRun } from "@/lib/runs/service";
import { createSearchInput, deleteSearchInput, pauseSearchInput, updateSearchInput } from "@/lib/searches/schemas";
import { createSearch, deleteSearch, updateSearch } from "@/lib/searches/service";
import { detectBoardInput } from "@/lib/sources/schemas";
import { detectBoardFromUrl } from "@/lib/sources/service";

export const createSearchAction = defineAction({
  name: "createSearch",
  input: createSearchInput,
  run: async (ctx, input) => {
    const { id } = await createSearch(ctx, input);
    redirect(`/searches/${id}`);
  },
});

export const createSearchAndRunAction = defineAction({
  name: "createSearchAndRun",
  input: createSearchInput,
  run: async (ctx, input) => {
    const run = await createSearchAndRun(ctx, input);
    redirect(`/searches/${run.searchId}/runs/${run.id}`);
  },
});

export const runProposedSearchAction = defineAction({
  name: "runProposedSearch",
  input: z.unknown(),
  run: async (ctx) => {
    const run = await runProposedSearch(ctx);
    redirect(`/searches/${run.searchId}/runs/${run.id}`);
  },
});

export const updateSearchAction = defineAction({
  name: "updateSearch",
  input: updateSearchInput,
  run: async (ctx, input) => {
    const { id } = await updateSearch(ctx, input);
    redirect(`/searches/${id}`);
  },
});

export const pauseSearchAction = defineAction({
  name: "pauseSearch",
  input: pauseSearchInput,
  run: async (ctx, input) => {
    const { isActive } = await updateSearch(ctx, input);
    refresh();
    return { isActive };
  },
});

export const deleteSearchAction = defineAction({
  name: "deleteSearch",
  input: deleteSearchInput,
  run: async (ctx, input) => {
    await deleteSearch(ctx, input);
    redirect("/searches");
  },
});

export const startRunAction = defineAction({
  name: "startRun",
  input: startRunInput,
  run: async (ctx, input) => {
    const run = await startRun(ctx, input);
    redirect(`/searches/${run.searchId}/runs/${run.id}`);
  },
});

export const cancelRunAction = defineAction({
  name: "cancelRun",
  input: cancelRunInput,
  run: async (ctx, input) => {
    const { status } = await cancelRun(ctx, input);
    refresh();
    return { status };
  },
});

export const detectBoardAction = defineAction({
  name: "detectBoard",
  input: detectBoardInput,
  run: async (ctx, input) => detectBoardFromUrl(ctx, input),
});

export const explainPostingAction = defineAction({
  name: "explainPosting",
  input: explainPostingInput,
  run: async (ctx, input) => ({ answers: await explainPosting(ctx, input) }),
});
