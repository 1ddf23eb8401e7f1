import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { type NewProfile, type Profile, profiles } from "../schema";

export async function findProfileRow(db: Database, { userId }: { userId: string }): Promise<Profile | undefined> {
  const [row] = await db.select().from(profiles).where(eq(profiles.userId, userId));
  return row;
}

/** @returns undefined when the person has a profile already. */
export async function insertProfile(db: Database, profile: NewProfile): Promise<Profile | undefined> {
  const [row] = await db.insert(profiles).values(profile).onConflictDoNothing().returning();
  return row;
}

/** Writes when the version is still the expected one, and counts it up. @returns undefined when somebody else won. */
export async function updateProfile(
  db: Database,
  { userId, version, patch }: { userId: string; version: number; patch: Partial<NewProfile> },
): Promise<Profile | undefined> {
  const [row] = await db
    .update(profiles)
    .set({ ...patch, version: sql`${profiles.version} + 1` })
    .where(and(eq(profiles.userId, userId), eq(profiles.version, version)))
    .returning();
  return row;
}
