import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, timestamps } from "./columns";
import type { Preferences, ProfileFacts } from "./shapes";
import { users } from "./users";

export const profiles = pgTable(
  "profiles",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    facts: jsonb().$type<ProfileFacts>().notNull(),
    preferences: jsonb().$type<Preferences>().notNull(),
    /** The text evidence spans point into. */
    cvText: text().notNull().default(""),
    cvFileName: text(),
    /** Bumped on every change; matches remember the version they were computed for. */
    version: integer().notNull().default(1),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.userId), index().on(t.userId, t.version)],
);

export type Profile = typeof profiles.$inferSelect;
export type NewProfile = typeof profiles.$inferInsert;
