import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";
import { SIGN_IN_METHODS } from "./vocabulary";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** A person's authenticator app (RFC 6238). The secret is sealed; it counts once confirmed with a first code. */
export const secondFactors = pgTable(
  "second_factors",
  {
    id: id(),
    userId: owner(),
    sealedSecret: text().notNull(),
    confirmedAt: at(),
    /** The newest time step accepted, so that no code works twice. */
    lastStep: bigint({ mode: "number" }),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.userId)],
);

export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    id: id(),
    userId: owner(),
    codeHash: text().notNull(),
    usedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.userId, t.codeHash)],
);

/** Somebody who passed the first factor and owes the second. */
export const signInChallenges = pgTable(
  "sign_in_challenges",
  {
    id: id(),
    userId: owner(),
    tokenHash: text().notNull(),
    method: text({ enum: SIGN_IN_METHODS }).notNull(),
    attempts: integer().notNull().default(0),
    expiresAt: at().notNull(),
    usedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.tokenHash), index().on(t.userId), index().on(t.expiresAt)],
);

export type SecondFactor = typeof secondFactors.$inferSelect;
