import { and, eq, isNull, ne, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../client";
import { apiTokens, users } from "../schema";

/** @returns undefined when the account is closed or its address is another one by now. */
export async function setEmailVerified(
  db: Database,
  { userId, email, now }: { userId: string; email: string; now: Date },
) {
  const [row] = await db
    .update(users)
    .set({ emailVerifiedAt: now })
    .where(and(eq(users.id, userId), eq(users.email, email), isNull(users.disabledAt)))
    .returning({ id: users.id });
  return row;
}

/** @returns undefined when somebody has the address by now, or the account is closed. */
export async function replaceEmail(db: Database, { userId, email, now }: { userId: string; email: string; now: Date }) {
  const others = alias(users, "others");
  const [row] = await db
    .update(users)
    .set({ email, emailVerifiedAt: now })
    .where(
      and(
        eq(users.id, userId),
        isNull(users.disabledAt),
        notExists(
          db
            .select({ one: sql`1` })
            .from(others)
            .where(and(eq(others.email, email), ne(others.id, userId))),
        ),
      ),
    )
    .returning({ id: users.id });
  return row;
}

/** `provenEmail`: the address a link was mailed to, which is thereby shown to be the person's. */
export async function replacePassword(
  db: Database,
  { userId, passwordHash, now, provenEmail }: { userId: string; passwordHash: string; now: Date; provenEmail?: string },
) {
  const [row] = await db
    .update(users)
    .set({
      passwordHash,
      passwordChangedAt: now,
      ...(provenEmail !== undefined && {
        emailVerifiedAt: sql`case when ${users.email} = ${provenEmail} then coalesce(${users.emailVerifiedAt}, ${now.toISOString()}::timestamptz) else ${users.emailVerifiedAt} end`,
      }),
    })
    .where(and(eq(users.id, userId), isNull(users.disabledAt)))
    .returning({ id: users.id, email: users.email });
  return row;
}

/** Every token a person made for scripts. @returns how many ended. */
export async function revokeApiTokens(db: Database, { userId, now }: { userId: string; now: Date }): Promise<number> {
  const ended = await db
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.userId, userId), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return ended.length;
}
