"use client";

import { useSyncExternalStore } from "react";
import { formatAge, formatDate, formatDateTime, formatRelative } from "@/lib/dates";

const never = () => () => {};

/** A moment: relative ("3 days ago"), short ("3d"), a date or a date with time; the absolute time is shown on hover. */
export function Time({
  at,
  format = "relative",
  className,
}: {
  at: Date | string;
  format?: "relative" | "age" | "date" | "datetime";
  className?: string;
}) {
  // The server does not know the reader's zone; it answers in UTC until the page is alive.
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const instant = new Date(at);
  const options = isAlive ? {} : { locale: "en-US", timeZone: "UTC" };
  const texts = {
    relative: () => formatRelative(instant, new Date()),
    age: () => formatAge(instant, new Date()),
    date: () => formatDate(instant, options),
    datetime: () => formatDateTime(instant, options),
  };
  return (
    <time
      dateTime={instant.toISOString()}
      title={formatDateTime(instant, options)}
      className={className}
      suppressHydrationWarning
    >
      {texts[format]()}
    </time>
  );
}
