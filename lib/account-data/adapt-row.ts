import type { InventoryColumn, InventoryTable } from "@/db/inventory";
import type { PersonRow } from "@/db/queries/person-rows";
import type { SearchSchedule } from "@/db/schema/shapes";
import { nextSlot } from "@/lib/searches/schedule";
import { renewedId } from "./renewed-id";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A row of an archive as it enters this account: under new ids, and with nothing under way that nobody is doing. */
export function adaptRow(entry: InventoryTable, row: PersonRow, { salt, now }: { salt: string; now: Date }): PersonRow {
  const renewed = Object.fromEntries(
    entry.columns.filter(({ key }) => key in row).map((column) => [column.key, renew(column, row[column.key], salt)]),
  );
  return { ...renewed, ...(ADAPT[entry.key]?.(renewed, now) ?? {}) };
}

const ADAPT: Partial<Record<InventoryTable["key"], (row: PersonRow, now: Date) => PersonRow>> = {
  runs: ({ status, finishedAt }, now) =>
    status === "queued" || status === "running"
      ? { status: "canceled", finishedAt: finishedAt ?? now.toISOString() }
      : {},
  // The slots that passed meanwhile are not made up for.
  searches: ({ schedule, isActive }, now) => ({
    nextRunAt: isActive === false ? null : (nextSlot(schedule as SearchSchedule, now)?.toISOString() ?? null),
  }),
};

function renew({ role }: InventoryColumn, value: unknown, salt: string): unknown {
  if (value === null || value === undefined || role === "fact") return value;
  if (role !== "object-of-links") return renewedId(String(value), salt);
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).map(([key, each]) => [
      key,
      typeof each === "string" && UUID.test(each) ? renewedId(each, salt) : each,
    ]),
  );
}
