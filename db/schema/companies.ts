import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, timestamps } from "./columns";
import { users } from "./users";

export const companies = pgTable(
  "companies",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** `companyKey()` of the name: lower case, legal form and punctuation removed. */
    key: text().notNull(),
    url: text(),
    isBlocked: boolean().notNull().default(false),
    blockReason: text(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.userId, t.key), index().on(t.userId, t.name)],
);

export type Company = typeof companies.$inferSelect;
export type NewCompany = typeof companies.$inferInsert;
