"use server";

import { createElement } from "react";
import { defineAction } from "@/lib/actions";
import { jobIdInput, listJobsInput, setManyJobStatesInput, undoJobStateInput } from "@/lib/jobs/schemas";
import { getJob, listJobs, markJobOpened, setManyJobStates, undoJobState } from "@/lib/jobs/service";
import { JobView } from "./job-view";

/** The next page of a list that is already on the screen. */
export const listJobsAction = defineAction({
  name: "listJobs",
  input: listJobsInput,
  run: async (ctx, input) => {
    const { data, nextCursor } = await listJobs(ctx, input);
    return { data, nextCursor };
  },
});

/** The open job as the server renders it, for the pane beside the list. */
export const openJobAction = defineAction({
  name: "openJob",
  input: jobIdInput,
  run: async (ctx, { id }) => {
    const job = await getJob(ctx, { id });
    await markJobOpened(ctx, { id });
    return { view: createElement(JobView, { job }) };
  },
});

export const markJobOpenedAction = defineAction({
  name: "markJobOpened",
  input: jobIdInput,
  run: async (ctx, input) => {
    await markJobOpened(ctx, input);
    return {};
  },
});

export const setJobStatesAction = defineAction({
  name: "setJobStates",
  input: setManyJobStatesInput,
  run: async (ctx, input) => {
    const { changeId, changed } = await setManyJobStates(ctx, input);
    return { changeId, changed };
  },
});

export const undoJobStateAction = defineAction({
  name: "undoJobState",
  input: undoJobStateInput,
  run: async (ctx, input) => ({ restored: (await undoJobState(ctx, input)).restored.length }),
});
