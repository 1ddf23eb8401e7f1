import type { DismissReason, JobState } from "@/db/schema/vocabulary";
import { AppError } from "@/lib/errors";

export interface Decision {
  state: JobState;
  reason: DismissReason | null;
  note: string | null;
}

export const UNDECIDED: Decision = { state: "inbox", reason: null, note: null };

/** @throws AppError("invalid") when a reason comes with anything but a dismissal. */
export function decide(input: { state: JobState; reason?: DismissReason; note?: string }): Decision {
  if (input.reason && input.state !== "dismissed") {
    throw new AppError("invalid", "Only a dismissed job has a reason", {
      fields: { reason: ["is for dismissed jobs only"] },
    });
  }
  return { state: input.state, reason: input.reason ?? null, note: input.note || null };
}

export function isSameDecision(a: Decision, b: Decision): boolean {
  return a.state === b.state && a.reason === b.reason && a.note === b.note;
}
