import { and, asc, count, eq, gt, ilike, isNotNull, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Database } from "../client";
import { apiTokens, secondFactors, sessions, users } from "../schema";
import type { Role } from "../schema/vocabulary";

/** Everybody's accounts, for whoever runs this JOBA. Demo visitors are nobody's business and never listed. */

export type PeopleFilter = "all" | "admins" | "unverified" | "disabled";

const isPerson = and(eq(users.isDemo, false), isNotNull(users.email));

const FILTERS: Record<PeopleFilter, SQL | undefined> = {
  all: undefined,
  admins: eq(users.role, "admin"),
  unverified: isNull(users.emailVerifiedAt),
  disabled: isNotNull(users.disabledAt),
};

/** By address, which is the unique key the pages stand on. */
export function listPeopleRows(
  db: Database,
  page: { now: Date; idleSince: Date; words?: string; filter: PeopleFilter; limit: number; after?: string },
) {
  const { now, idleSince, words, filter, limit, after } = page;
  const pattern = words && `%${words.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({ ...FACTS, liveSessions: liveSessions(now, idleSince), lastUsedAt })
    .from(users)
    .where(
      and(
        isPerson,
        FILTERS[filter],
        pattern ? or(ilike(users.email, pattern), ilike(users.name, pattern)) : undefined,
        after ? gt(users.email, after) : undefined,
      ),
    )
    .orderBy(asc(users.email))
    .limit(limit);
}

export async function findPersonRow(db: Database, { id, now, idleSince }: { id: string; now: Date; idleSince: Date }) {
  const [row] = await db
    .select({
      ...FACTS,
      liveSessions: liveSessions(now, idleSince),
      liveTokens: liveTokens(now),
      hasTwoStep,
      lastUsedAt,
    })
    .from(users)
    .where(and(isPerson, eq(users.id, id)));
  return row;
}

/** Held until the transaction ends, so that two admins cannot take each other's role or account at once. */
export async function lockAdmins(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(42602)`);
}

/** Admins who can sign in, other than one person. */
export async function countOtherAdmins(db: Database, { userId }: { userId: string }): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(users)
    .where(and(isPerson, eq(users.role, "admin"), isNull(users.disabledAt), ne(users.id, userId)));
  return row?.total ?? 0;
}

export async function isActiveAdmin(db: Database, { userId }: { userId: string }): Promise<boolean> {
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(and(isPerson, eq(users.id, userId), eq(users.role, "admin"), isNull(users.disabledAt)));
  return rows.length === 1;
}

export async function updateRole(db: Database, { userId, from, to }: { userId: string; from: Role; to: Role }) {
  const [row] = await db
    .update(users)
    .set({ role: to })
    .where(and(isPerson, eq(users.id, userId), eq(users.role, from)))
    .returning({ id: users.id, role: users.role });
  return row;
}

/** @returns undefined when the account is closed already. */
export async function closeAccount(db: Database, { userId, now }: { userId: string; now: Date }) {
  const [row] = await db
    .update(users)
    .set({ disabledAt: now })
    .where(and(isPerson, eq(users.id, userId), isNull(users.disabledAt)))
    .returning({ id: users.id });
  return row;
}

/** @returns undefined when the account is open already. */
export async function reopenAccount(db: Database, { userId }: { userId: string }) {
  const [row] = await db
    .update(users)
    .set({ disabledAt: null })
    .where(and(isPerson, eq(users.id, userId), isNotNull(users.disabledAt)))
    .returning({ id: users.id });
  return row;
}

const FACTS = {
  id: users.id,
  email: sql<string>`${users.email}`,
  name: users.name,
  role: users.role,
  emailVerifiedAt: users.emailVerifiedAt,
  disabledAt: users.disabledAt,
  createdAt: users.createdAt,
};

/** Drizzle leaves the table out where there is only one, which inside a subquery would name another column. */
const person = sql.raw("users.id");

const liveSessions = (now: Date, idleSince: Date) =>
  sql<number>`(select count(*)::int from ${sessions} where ${sessions.userId} = ${person}
    and ${sessions.revokedAt} is null and ${sessions.expiresAt} > ${now.toISOString()}::timestamptz
    and (${sessions.kind} = 'api' or ${sessions.lastUsedAt} > ${idleSince.toISOString()}::timestamptz))`;

const liveTokens = (now: Date) =>
  sql<number>`(select count(*)::int from ${apiTokens} where ${apiTokens.userId} = ${person}
    and ${apiTokens.revokedAt} is null and ${apiTokens.expiresAt} > ${now.toISOString()}::timestamptz)`;

const hasTwoStep = sql<boolean>`exists (select 1 from ${secondFactors} where ${secondFactors.userId} = ${person}
  and ${secondFactors.confirmedAt} is not null)`;

const lastUsedAt = sql<Date | null>`greatest(
  (select max(${sessions.lastUsedAt}) from ${sessions} where ${sessions.userId} = ${person}),
  (select max(${apiTokens.lastUsedAt}) from ${apiTokens} where ${apiTokens.userId} = ${person}))`.mapWith(
  sessions.lastUsedAt,
);
