import { describe, expect, test } from "vitest";
import { backoffMs, isRetryableStatus, parseRetryAfter } from "./retry";

const NOW = Date.parse("2026-01-05T12:00:00Z");

describe("Retry-After", () => {
  test.each([
    ["120", 120],
    [" 7 ", 7],
    ["1.2", 2],
    ["Mon, 05 Jan 2026 12:00:45 GMT", 45],
    ["Monday, 05-Jan-26 12:01:00 GMT", 60],
    ["1000000000", 86_400],
    ["1e9", 86_400],
    ["Fri, 31 Dec 2099 23:59:59 GMT", 86_400],
    ["Infinity", 86_400],
    ["0", undefined],
    ["-30", undefined],
    ["Sun, 04 Jan 2026 12:00:00 GMT", undefined],
    ["soon", undefined],
    ["NaN", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%j is %j seconds", (value, seconds) => {
    expect(parseRetryAfter(value, NOW)).toBe(seconds);
  });
});

test("only what may pass by itself is tried again", () => {
  expect([429, 502, 503, 504].every(isRetryableStatus)).toBe(true);
  expect([400, 401, 403, 404, 410, 418, 500, 501, 999].some(isRetryableStatus)).toBe(false);
});

test("back-off has full jitter under a doubling ceiling that stops growing", () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => backoffMs(attempt, 1))).toEqual([
    500, 1000, 2000, 4000, 8000, 8000, 8000,
  ]);
  expect(backoffMs(5, 0)).toBe(0);
  expect(backoffMs(3, 0.25)).toBe(500);
});
