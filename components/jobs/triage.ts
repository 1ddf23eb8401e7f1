"use client";

import { toast } from "sonner";
import { setJobStatesAction, undoJobStateAction } from "@/app/(app)/jobs/actions";
import { DISMISS_LABELS } from "@/lib/jobs/labels";
import { currentDecision, type Decision, setDecisions } from "./decisions";

export interface Triaged {
  id: string;
  title: string;
  state: Decision["state"];
  reason: Decision["reason"];
}

interface Change {
  before: (readonly [string, Decision])[];
  /** The change to undo once the server has answered; undefined when it refused. */
  changeId: Promise<string | undefined>;
}

/** Told after each answer, so that counts can be read again. */
export const JOBS_CHANGED = "joba:jobs-changed";

const undoable: Change[] = [];
let shown: string | number | undefined;

/** One message at a time: the latest decision is the one to undo. */
function say(message: string, options?: Parameters<typeof toast>[1]): void {
  if (shown !== undefined) toast.dismiss(shown);
  shown = toast(message, options);
}

/** Decides at once on the screen and then on the server; a refusal puts everything back and says so. */
export function decideJobs(jobs: readonly Triaged[], decision: Decision): void {
  const changed = jobs.filter(({ id, ...job }) => {
    const now = currentDecision(id) ?? job;
    return now.state !== decision.state || now.reason !== decision.reason;
  });
  if (changed.length === 0) return;
  const before = changed.map(({ id, state, reason }) => [id, currentDecision(id) ?? { state, reason }] as const);
  setDecisions(changed.map(({ id }) => [id, decision]));
  const change: Change = { before, changeId: send(changed, decision, before) };
  undoable.push(change);
  const [first] = changed;
  say(changed.length === 1 ? titleOf(decision) : `${changed.length} jobs: ${titleOf(decision).toLowerCase()}`, {
    description: changed.length === 1 ? first?.title : undefined,
    action: { label: "Undo", onClick: () => void undo(change) },
  });
}

/** Undoes the latest decision of this visit. */
export function undoLast(): void {
  const change = undoable.at(-1);
  if (change) void undo(change);
  else say("Nothing to undo");
}

async function undo(change: Change): Promise<void> {
  const index = undoable.indexOf(change);
  if (index < 0) return;
  undoable.splice(index, 1);
  const after = change.before.map(([id]) => [id, currentDecision(id)] as const);
  setDecisions(change.before);
  say("Undone");
  const changeId = await change.changeId;
  if (!changeId) return;
  const result = await undoJobStateAction({ changeId });
  if (!result.ok) {
    setDecisions(after.flatMap(([id, decision]) => (decision ? [[id, decision] as const] : [])));
    toast.error(result.error.message);
  }
  window.dispatchEvent(new Event(JOBS_CHANGED));
}

async function send(
  jobs: readonly Triaged[],
  decision: Decision,
  before: Change["before"],
): Promise<string | undefined> {
  const { state, reason } = decision;
  const result = await setJobStatesAction({ ids: jobs.map(({ id }) => id), state, reason: reason ?? undefined }).catch(
    () => undefined,
  );
  if (result?.ok) {
    window.dispatchEvent(new Event(JOBS_CHANGED));
    return result.data.changeId;
  }
  const index = undoable.findIndex((change) => change.before === before);
  if (index >= 0) {
    undoable.splice(index, 1);
    setDecisions(before);
  }
  toast.error(result?.error.message ?? "JOBA did not answer. Nothing was changed.");
  return undefined;
}

function titleOf({ state, reason }: Decision): string {
  if (state === "saved") return "Saved";
  if (state === "inbox") return "Back to decide";
  return reason ? `Dismissed: ${DISMISS_LABELS[reason].toLowerCase()}` : "Dismissed";
}
