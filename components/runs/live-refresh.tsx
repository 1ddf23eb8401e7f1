"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const EVERY_MS = 1000;

/**
 * Reads the page again every second while a run is under way and somebody is looking. The next reading waits for the
 * one before: a slow answer overtaken each second would never be shown.
 */
export function LiveRefresh({ isLive }: { isLive: boolean }) {
  const router = useRouter();
  const [isReading, startReading] = useTransition();
  useEffect(() => {
    if (!isLive || isReading) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") startReading(() => router.refresh());
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [isLive, isReading, router]);
  return null;
}
