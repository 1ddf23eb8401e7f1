const UNIT_MS: Record<string, number> = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 };

/** Milliseconds of an Inngest time string such as `90s` or `1h30m`; an empty one is 0. Throws on anything else. */
export function parseDuration(text: string): number {
  if (!/^(\d+[wdhms])*$/.test(text)) throw new Error(`${text} is not a duration like 90s or 1h30m`);
  return [...text.matchAll(/(\d+)([wdhms])/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (UNIT_MS[unit ?? ""] ?? 0),
    0,
  );
}

/** Milliseconds until the end of a sleep: the SDK names it by a duration or by an ISO instant. */
export function sleepMs(name: string, now: Date): number {
  const until = /^\d{4}-/.test(name) ? Date.parse(name) - now.getTime() : parseDuration(name);
  if (Number.isNaN(until)) throw new Error(`${name} is not an instant`);
  return Math.max(0, until);
}

/** Milliseconds asked for by a `Retry-After` header (seconds or a date); undefined when there is none to read. */
export function retryAfterMs(header: string | null, now: Date): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
