import { describe, expect, test } from "vitest";
import { formatAge, formatDate, formatDateTime, formatDuration, formatRelative } from "./dates";

const now = new Date("2026-03-29T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe("relative times", () => {
  test.each([
    [0, "just now", "now"],
    [59, "just now", "now"],
    [60, "1 minute ago", "1m"],
    [3_599, "59 minutes ago", "59m"],
    [3_600, "1 hour ago", "1h"],
    [86_400, "yesterday", "1d"],
    [6 * 86_400, "6 days ago", "6d"],
    [7 * 86_400, "last week", "1w"],
    [45 * 86_400, "last month", "1mo"],
    [400 * 86_400, "last year", "1y"],
    [-7_200, "in 2 hours", "2h"],
  ])("%d seconds back reads %s and %s", (seconds, long, short) => {
    expect(formatRelative(ago(seconds), now)).toBe(long);
    expect(formatAge(ago(seconds), now)).toBe(short);
  });

  test("follow the locale", () => {
    expect(formatRelative(ago(3 * 86_400), now, { locale: "de" })).toBe("vor 3 Tagen");
  });
});

test("dates and times stand in the given zone, also across a clock change", () => {
  const options = { locale: "en-US", timeZone: "Europe/Berlin" };
  expect(formatDate(new Date("2026-03-28T23:30:00Z"), options)).toBe("Mar 29, 2026");
  const space = /\u202f/g;
  expect(formatDateTime(new Date("2026-03-29T00:30:00Z"), options).replace(space, " ")).toBe(
    "Mar 29, 2026, 1:30 AM GMT+1",
  );
  expect(formatDateTime(new Date("2026-03-29T01:30:00Z"), options).replace(space, " ")).toBe(
    "Mar 29, 2026, 3:30 AM GMT+2",
  );
});

test.each([
  [0, "0 ms"],
  [850, "850 ms"],
  [12_000, "12 s"],
  [185_000, "3 min 5 s"],
  [120_000, "2 min"],
  [4_800_000, "1 h 20 min"],
  [7_200_000, "2 h"],
])("%d ms reads %s", (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});
