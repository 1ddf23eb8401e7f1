import { index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { at, id, timestamps } from "./columns";
import { users } from "./users";

/** A person's account at an identity provider. No provider token is kept: JOBA asks them for nothing after sign-in. */
export const oauthAccounts = pgTable(
  "oauth_accounts",
  {
    id: id(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    provider: text().notNull(),
    /** The provider's `sub` (OpenID Connect) or numeric id (GitHub). */
    providerAccountId: text().notNull(),
    email: text(),
    lastUsedAt: at(),
    ...timestamps,
  },
  (t) => [uniqueIndex().on(t.provider, t.providerAccountId), index().on(t.userId)],
);

export type OauthAccount = typeof oauthAccounts.$inferSelect;
