"use client";

import { useSyncExternalStore } from "react";
import type { DismissReason, JobState } from "@/db/schema/vocabulary";

export interface Decision {
  state: JobState;
  reason: DismissReason | null;
}

/** What was decided since the page was rendered, by job. List rows, the open job and the job's own page all read it. */
let decisions: ReadonlyMap<string, Decision> = new Map();
let opened: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

export function setDecisions(changes: Iterable<readonly [string, Decision]>): void {
  decisions = new Map([...decisions, ...changes]);
  for (const listener of listeners) listener();
}

export function setOpened(id: string): void {
  if (opened.has(id)) return;
  opened = new Set([...opened, id]);
  for (const listener of listeners) listener();
}

export const currentDecision = (id: string): Decision | undefined => decisions.get(id);

export function useDecisions(): ReadonlyMap<string, Decision> {
  return useSyncExternalStore(
    subscribe,
    () => decisions,
    () => NONE,
  );
}

export function useOpened(): ReadonlySet<string> {
  return useSyncExternalStore(
    subscribe,
    () => opened,
    () => NOT_OPENED,
  );
}

const NONE: ReadonlyMap<string, Decision> = new Map();
const NOT_OPENED: ReadonlySet<string> = new Set();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
