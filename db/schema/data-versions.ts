import { bigint, index, pgTable, uuid } from "drizzle-orm/pg-core";
import { id } from "./columns";
import { users } from "./users";

/**
 * Counts the commits that changed what a person's lists are made of; cached figures carry it in their key. Triggers keep
 * it, at the very end of a transaction, so that two writers of one person wait for each other no longer than a commit.
 */
export const dataVersions = pgTable("data_versions", {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  version: bigint({ mode: "number" }).notNull().default(0),
});

/** People whose data the running transaction has changed. Empty between transactions. */
export const dataChanges = pgTable("data_changes", { id: id(), userId: uuid().notNull() }, (t) => [
  index().on(t.userId),
]);
