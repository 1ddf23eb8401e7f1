import { Temporal } from "temporal-polyfill";
import type { SearchSchedule } from "@/db/schema/shapes";

/** True for an IANA zone this runtime knows, such as "Europe/Berlin". Offsets are refused: they know no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The first slot strictly after an instant; undefined for a manual schedule. A wall time that a clock change skips
 * becomes the first instant after the change; one that comes twice is taken once, the first time.
 * @throws RangeError for a zone nobody knows.
 */
export function nextSlot(schedule: SearchSchedule, after: Date): Date | undefined {
  if (schedule.cadence === "manual") return undefined;
  const from = Temporal.Instant.fromEpochMilliseconds(after.getTime());
  const slot = schedule.cadence === "hourly" ? nextHourly(schedule, from) : nextDaily(schedule, from);
  return new Date(slot.epochMilliseconds);
}

function nextHourly(schedule: SearchSchedule, after: Temporal.Instant): Temporal.Instant {
  const minute = Temporal.PlainTime.from(schedule.time).minute;
  let at = after.toZonedDateTimeISO(schedule.timeZone).round({ smallestUnit: "minute", roundingMode: "floor" });
  at = at.add({ minutes: 1 });
  // A half-hour clock change between here and the slot shifts the minute hand, hence the second look.
  while (at.minute !== minute) at = at.add({ minutes: (minute - at.minute + 60) % 60 });
  return at.toInstant();
}

function nextDaily(schedule: SearchSchedule, after: Temporal.Instant): Temporal.Instant {
  let day = after.toZonedDateTimeISO(schedule.timeZone).toPlainDate().subtract({ days: 1 });
  for (;;) {
    const slot = isDue(schedule, day) ? slotOn(day, schedule) : undefined;
    if (slot && Temporal.Instant.compare(slot, after) > 0) return slot;
    day = day.add({ days: 1 });
  }
}

function isDue({ cadence, weekday }: SearchSchedule, day: Temporal.PlainDate): boolean {
  if (cadence === "weekdays") return day.dayOfWeek <= 5;
  return cadence !== "weekly" || day.dayOfWeek === weekday;
}

/** Undefined on a day the zone skipped altogether, as Apia did when it crossed the date line. */
function slotOn(day: Temporal.PlainDate, { time, timeZone }: SearchSchedule): Temporal.Instant | undefined {
  if (!day.toZonedDateTime(timeZone).toPlainDate().equals(day)) return undefined;
  const wall = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const slot = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (slot.toPlainDateTime().equals(wall)) return slot.toInstant();
  return (slot.getTimeZoneTransition("next") ?? slot).toInstant();
}
