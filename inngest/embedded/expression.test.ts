import { describe, expect, test } from "vitest";
import { parseDuration, retryAfterMs, sleepMs } from "./duration";
import { parseKey } from "./expression";

const event = {
  id: "1",
  name: "a/b",
  ts: 0,
  data: { source: "lever", n: 7, list: [1], nul: "a\u0000b", long: "x".repeat(500) },
};
const now = new Date("2026-11-24T10:00:00Z");

test.each([
  ["event.data.source", '"lever"'],
  ['event.data.source + "/" + event.data.n', '"lever/7"'],
  ["'all'", '"all"'],
  ['""', '""'],
  ["event.name+event.id", '"a/b1"'],
  ["event.data.list", '"[1]"'],
  ["event.data.absent.deeper", '"null"'],
  ["event.data.nul", '"a\\u0000b"'],
])("the key %s reads %s", (expression, key) => {
  expect(parseKey(expression)(event)).toBe(key);
});

test("a long key is stored as its hash", () => {
  expect(parseKey("event.data.long")(event)).toMatch(/^[0-9a-f]{64}$/);
});

test.each([
  "",
  "event",
  "data.source",
  "event.data.a +",
  "+ event.data.a",
  "event.data.a == 1",
  "event.data['a']",
  '"a" "b"',
  "size(event.data.a)",
])("%s is not a key", (expression) => {
  expect(() => parseKey(expression)).toThrow(/more than paths, texts and \+/);
});

describe("durations", () => {
  test.each([
    ["", 0],
    ["90s", 90_000],
    ["1w2d3h4m5s", 604_800_000 + 2 * 86_400_000 + 3 * 3_600_000 + 4 * 60_000 + 5_000],
  ])("%s is %d ms", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(["10", "10 s", "1.5h", "-1s", "5x"])("%s is none", (text) => {
    expect(() => parseDuration(text)).toThrow(/not a duration/);
  });

  test("a sleep ends after a duration or at an instant, never in the past", () => {
    expect(sleepMs("2m", now)).toBe(120_000);
    expect(sleepMs("2026-11-24T10:00:05.000Z", now)).toBe(5_000);
    expect(sleepMs("2020-01-01T00:00:00Z", now)).toBe(0);
    expect(() => sleepMs("2026-99-99", now)).toThrow(/not an instant/);
  });

  test.each([
    ["120", 120_000],
    ["2026-11-24T10:00:30.000Z", 30_000],
    ["Tue, 24 Nov 2026 10:01:00 GMT", 60_000],
    ["Tue, 24 Nov 2020 10:01:00 GMT", 0],
    ["soon", undefined],
    [null, undefined],
  ])("Retry-After %s is %s ms", (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });
});
