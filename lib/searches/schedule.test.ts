import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type SearchSchedule, searchScheduleSchema } from "@/db/schema/shapes";
import { isTimeZone, nextSlot } from "./schedule";

const ZONES = ["Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const given = (overrides: Partial<SearchSchedule>): SearchSchedule => searchScheduleSchema.parse(overrides);
const next = (overrides: Partial<SearchSchedule>, after: string) =>
  nextSlot(given(overrides), new Date(after))?.toISOString();

test("a manual schedule has no slot", () => {
  expect(next({}, "2026-01-01T00:00:00Z")).toBeUndefined();
});

test.each([
  [
    "later the same local day",
    { cadence: "daily", time: "08:00", timeZone: "Europe/Berlin" },
    "2026-01-05T05:00:00Z",
    "2026-01-05T07:00:00.000Z",
  ],
  [
    "never the instant itself",
    { cadence: "daily", time: "08:00", timeZone: "Europe/Berlin" },
    "2026-01-05T07:00:00Z",
    "2026-01-06T07:00:00.000Z",
  ],
  [
    "a Friday evening waits for Monday",
    { cadence: "weekdays", time: "08:00" },
    "2026-01-09T20:00:00Z",
    "2026-01-12T08:00:00.000Z",
  ],
  [
    "weekly keeps its weekday",
    { cadence: "weekly", weekday: 3, time: "08:00" },
    "2026-01-08T00:00:00Z",
    "2026-01-14T08:00:00.000Z",
  ],
  ["hourly keeps its minute", { cadence: "hourly", time: "00:20" }, "2026-01-08T10:20:00Z", "2026-01-08T11:20:00.000Z"],
  [
    "a skipped 02:30 runs at 03:00",
    { cadence: "daily", time: "02:30", timeZone: "Europe/Berlin" },
    "2026-03-28T12:00:00Z",
    "2026-03-29T01:00:00.000Z",
  ],
  [
    "a doubled 02:30 runs the first time",
    { cadence: "daily", time: "02:30", timeZone: "Europe/Berlin" },
    "2026-10-24T12:00:00Z",
    "2026-10-25T00:30:00.000Z",
  ],
  [
    "a doubled 02:30 does not run again",
    { cadence: "daily", time: "02:30", timeZone: "Europe/Berlin" },
    "2026-10-25T00:30:00Z",
    "2026-10-26T01:30:00.000Z",
  ],
  [
    "midnight that does not exist in Cairo",
    { cadence: "daily", time: "00:10", timeZone: "Africa/Cairo" },
    "2026-04-23T12:00:00Z",
    "2026-04-23T22:00:00.000Z",
  ],
  [
    "half an hour lost on Lord Howe",
    { cadence: "daily", time: "02:10", timeZone: "Australia/Lord_Howe" },
    "2026-10-03T12:00:00Z",
    "2026-10-03T15:30:00.000Z",
  ],
  [
    "hourly across half an hour lost",
    { cadence: "hourly", time: "00:10", timeZone: "Australia/Lord_Howe" },
    "2026-10-03T14:40:00Z",
    "2026-10-03T16:10:00.000Z",
  ],
  [
    "the day Apia left out",
    { cadence: "daily", time: "08:00", timeZone: "Pacific/Apia" },
    "2011-12-29T19:00:00Z",
    "2011-12-30T18:00:00.000Z",
  ],
] as [string, Partial<SearchSchedule>, string, string][])("%s", (_name, schedule, after, expected) => {
  expect(next(schedule, after)).toBe(expected);
});

test("every local day of every zone has exactly one daily slot, whatever the minute and the year", () => {
  const sample = fc.record({
    timeZone: fc.constantFrom(...ZONES),
    year: fc.integer({ min: 2024, max: 2037 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  fc.assert(
    fc.property(sample, ({ timeZone, year, minute, month }) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
      const schedule = given({ cadence: "daily", time, timeZone });
      let day = Temporal.PlainDate.from({ year, month, day: 1 });
      let at = new Date(day.toZonedDateTime(timeZone).epochMilliseconds - 1);
      for (let i = 0; i < 31; i++) {
        at = nextSlot(schedule, at) as Date;
        const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
        expect(local.toPlainDate().toString()).toBe(day.toString());
        day = day.add({ days: 1 });
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("every transition day of every zone and year has exactly one slot for each minute near the change", () => {
  for (const timeZone of ZONES) {
    let transition = Temporal.PlainDate.from("2024-01-01").toZonedDateTime(timeZone).getTimeZoneTransition("next");
    while (transition && transition.year <= 2037) {
      const before = new Date(transition.subtract({ hours: 36 }).epochMilliseconds);
      for (const time of ["00:00", "00:30", "01:15", "01:59", "02:00", "02:15", "02:30", "02:59", "03:00", "23:59"]) {
        const schedule = given({ cadence: "daily", time, timeZone });
        let at = before;
        const days = new Set<string>();
        for (let i = 0; i < 4; i++) {
          at = nextSlot(schedule, at) as Date;
          days.add(
            Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
          );
        }
        const sorted = [...days].sort();
        expect(sorted).toHaveLength(4);
        expect(Temporal.PlainDate.from(sorted[0] as string).until(sorted[3] as string).days).toBe(3);
      }
      transition = transition.getTimeZoneTransition("next");
    }
  }
});

test.each([
  ["Europe/Berlin", true],
  ["UTC", true],
  ["Mars/Base", false],
  ["+02:00", false],
  ["", false],
])("%s is a zone: %s", (zone, expected) => {
  expect(isTimeZone(zone)).toBe(expected);
});
