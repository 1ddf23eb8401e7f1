"use client";

import { useEffect, useRef } from "react";
import { isPlainKey } from "./keyboard";

export interface ListKeys {
  move: (step: 1 | -1, isExtending: boolean) => void;
  open: () => void;
  save: () => void;
  dismiss: () => void;
  undo: () => void;
  apply: () => void;
  toggle: () => void;
  clear: () => void;
}

/** The keys of the list, wherever the focus is on the page. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPlainKey(event)) return;
      const { move, open, save, dismiss, undo, apply, toggle, clear } = latest.current;
      const acts = new Map<string, () => void>([
        ["j", () => move(1, false)],
        ["k", () => move(-1, false)],
        ["J", () => move(1, true)],
        ["K", () => move(-1, true)],
        ["o", open],
        ["s", save],
        ["x", dismiss],
        ["u", undo],
        ["a", apply],
        ["v", toggle],
        ["Escape", clear],
        ["/", focusSearch],
      ]);
      const act = acts.get(event.key);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

function focusSearch(): void {
  const input = document.querySelector<HTMLInputElement>("[data-jobs-search]");
  input?.focus();
  input?.select();
}
