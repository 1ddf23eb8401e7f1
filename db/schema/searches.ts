import { boolean, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import type { SearchCriteria, SearchSchedule, SearchSource } from "./shapes";
import { users } from "./users";

/** Saved criteria, the sources to ask and when. */
export const searches = pgTable(
  "searches",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    criteria: jsonb().$type<SearchCriteria>().notNull(),
    sources: jsonb().$type<SearchSource[]>().notNull(),
    schedule: jsonb().$type<SearchSchedule>().notNull(),
    isActive: boolean().notNull().default(true),
    /** The next slot; null when the schedule is manual or the search is paused. */
    nextRunAt: at(),
    /** Counts the changes; the `ETag` of the API. */
    version: integer().notNull().default(1),
    ...timestamps,
  },
  (t) => [index().on(t.userId, t.createdAt.desc(), t.id.desc()), index().on(t.nextRunAt)],
);

export type Search = typeof searches.$inferSelect;
export type NewSearch = typeof searches.$inferInsert;
