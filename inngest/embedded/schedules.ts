import type { Cron } from "croner";
import type { Database } from "@/db/client";
import { findLastSlot, takeSlot } from "@/db/queries/executor";
import { parseCron, type ServedFunction } from "./functions";
import { startForEvent } from "./intake";

interface Schedule {
  fn: ServedFunction;
  cron: string;
  pattern: Cron;
  lastSlot: Date;
  nextSlot: Date | null;
}

/** The cron triggers of this process. Which slots have been fired is decided by the database alone. */
export async function openSchedules(db: Database, functions: ServedFunction[]) {
  const schedules: Schedule[] = [];
  for (const fn of functions) {
    for (const cron of fn.crons) {
      const lastSlot = await findLastSlot(db, { functionId: fn.id, cron });
      const pattern = parseCron(cron);
      schedules.push({ fn, cron, pattern, lastSlot, nextSlot: pattern.nextRun(lastSlot) });
    }
  }
  return {
    /** Starts what is due at the database's `now`; of slots missed meanwhile only the newest. False when nothing was. */
    async fire(now: Date): Promise<boolean> {
      let isDue = false;
      for (const schedule of schedules) {
        if (!schedule.nextSlot || schedule.nextSlot > now) continue;
        isDue = true;
        const slot = newestSlot(schedule, now);
        await db.transaction((tx) => fireSlot(tx, schedule, slot));
        schedule.lastSlot = slot;
        schedule.nextSlot = schedule.pattern.nextRun(slot);
      }
      return isDue;
    },
    /** Milliseconds from `now` to the next slot of any trigger. */
    nextInMs(now: Date): number {
      return Math.min(...schedules.map(({ nextSlot }) => (nextSlot ? nextSlot.getTime() - now.getTime() : Infinity)));
    },
  };
}

function newestSlot({ pattern, nextSlot }: Schedule, now: Date): Date {
  const [newest] = pattern.previousRuns(1, now);
  return newest && nextSlot && newest > nextSlot ? newest : (nextSlot as Date);
}

/** The slot row and the event id both refuse a second process that fires the same slot. */
async function fireSlot(tx: Database, { fn, cron }: Schedule, slot: Date): Promise<void> {
  if (!(await takeSlot(tx, { functionId: fn.id, cron, slot }))) return;
  const id = `cron ${fn.id} ${cron} ${slot.toISOString()}`;
  await startForEvent(tx, fn, { id, name: "inngest/scheduled.timer", ts: slot.getTime(), data: { cron } });
}
