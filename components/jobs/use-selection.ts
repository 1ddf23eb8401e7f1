"use client";

import { useCallback, useRef, useState } from "react";

const NONE: ReadonlySet<string> = new Set();

/** Rows chosen for one act. A range runs from the row chosen last to the one chosen with Shift. */
export function useSelection(ids: readonly string[]) {
  const [checked, setChecked] = useState(NONE);
  const anchor = useRef<string>(undefined);
  const latestIds = useRef(ids);
  latestIds.current = ids;

  const toggle = useCallback((id: string, isRange: boolean) => {
    setChecked((before) => {
      const next = new Set(before);
      const from = latestIds.current.indexOf(anchor.current ?? "");
      const to = latestIds.current.indexOf(id);
      if (isRange && from >= 0 && to >= 0) {
        for (const between of latestIds.current.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      } else if (!next.delete(id)) next.add(id);
      return next;
    });
    if (!isRange) anchor.current = id;
  }, []);
  const extend = useCallback((from: string, to: string) => {
    setChecked((before) => new Set([...before, from, to]));
    anchor.current ??= from;
  }, []);
  const setAll = useCallback((all: readonly string[]) => setChecked(new Set(all)), []);
  const clear = useCallback(() => {
    setChecked(NONE);
    anchor.current = undefined;
  }, []);
  return { checked, toggle, extend, setAll, clear };
}
