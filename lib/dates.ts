/** Formatters shared by server and client. All take instants; a zone or locale left out is the runtime's own. */
export interface DateOptions {
  locale?: string;
  /** IANA zone. */
  timeZone?: string;
}

const STEPS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "3 days ago", "in 2 hours", "just now" within a minute. */
export function formatRelative(instant: Date, now: Date, { locale = "en" }: Pick<DateOptions, "locale"> = {}): string {
  const { unit, amount } = largestUnit(instant, now);
  if (!unit) return "just now";
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(amount, unit);
}

/** "3d", "2h", "now": for dense lists, always beside the full date. */
export function formatAge(instant: Date, now: Date): string {
  const { unit, amount } = largestUnit(instant, now);
  if (!unit) return "now";
  return `${Math.abs(amount)}${unit === "month" ? "mo" : unit[0]}`;
}

/** "Mar 4, 2026". */
export function formatDate(instant: Date, { locale, timeZone }: DateOptions = {}): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(instant);
}

/** "Mar 4, 2026, 9:30 AM GMT+1". */
export function formatDateTime(instant: Date, { locale, timeZone }: DateOptions = {}): string {
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(instant);
}

/** "850 ms", "12 s", "3 min 5 s", "1 h 20 min". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(0, Math.round(milliseconds))} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 ? `${minutes} min ${seconds % 60} s` : `${minutes} min`;
  return minutes % 60 ? `${Math.floor(minutes / 60)} h ${minutes % 60} min` : `${Math.floor(minutes / 60)} h`;
}

function largestUnit(instant: Date, now: Date): { unit?: Intl.RelativeTimeFormatUnit; amount: number } {
  const seconds = (instant.getTime() - now.getTime()) / 1000;
  const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
  return step ? { unit: step[0], amount: Math.trunc(seconds / step[1]) } : { amount: 0 };
}
