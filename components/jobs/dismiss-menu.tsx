"use client";

import { type ComponentProps, lazy, Suspense, useEffect, useState } from "react";
import type { FloatingDismiss as Menu } from "./floating-dismiss";

const load = () => import("./floating-dismiss");
const FloatingDismiss = lazy(() => load().then((module) => ({ default: module.FloatingDismiss })));

export interface DismissRequest {
  ids: string[];
  /** Where on the screen the menu opens. */
  x: number;
  y: number;
}

/** The reason menu, fetched once the page is at rest: no first visit waits for it. */
export function DismissMenu(props: ComponentProps<typeof Menu>) {
  const [wasAsked, setAsked] = useState(false);
  if (props.request && !wasAsked) setAsked(true);
  useEffect(() => {
    const timer = setTimeout(load, 1_000);
    return () => clearTimeout(timer);
  }, []);
  return wasAsked ? (
    <Suspense fallback={null}>
      <FloatingDismiss {...props} />
    </Suspense>
  ) : null;
}

/** A request beside an element, or in the middle of the screen. */
export function dismissAt(ids: string[], at: Element | null): DismissRequest {
  const box = at?.getBoundingClientRect();
  return {
    ids,
    x: box ? Math.min(box.right, window.innerWidth - 16) : window.innerWidth / 2,
    y: box ? Math.min(Math.max(box.bottom, 60), window.innerHeight - 60) : window.innerHeight / 3,
  };
}
