import "server-only";
import { findProfileRow, insertProfile, updateProfile } from "@/db/queries/profiles";
import type { NewProfile, Profile } from "@/db/schema";
import { type Preferences, type ProfileFacts, preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import { profileChanged } from "@/inngest/events";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { type CvDraft, type CvFile, readCv, readPastedCv } from "./cv/read-file";
import { withinText } from "./merge";
import type { SavePreferencesInput, SaveProfileInput } from "./schemas";

export interface ProfileView {
  facts: ProfileFacts;
  preferences: Preferences;
  cvText: string;
  cvFileName: string | null;
  /** 0 while nothing has been saved. */
  version: number;
}

/** The person's profile, or undefined before the first save. */
export async function findProfile(ctx: Context): Promise<ProfileView | undefined> {
  requireScope(ctx, "profile:read");
  const row = await findProfileRow(ctx.db, { userId: ctx.actor.userId });
  return row && toView(row);
}

/** The person's profile; empty defaults before the first save. */
export async function getProfile(ctx: Context): Promise<ProfileView> {
  return (
    (await findProfile(ctx)) ?? {
      facts: profileFactsSchema.parse({}),
      preferences: preferencesSchema.parse({}),
      cvText: "",
      cvFileName: null,
      version: 0,
    }
  );
}

/** Reads a CV for review; nothing is stored. @throws AppError("invalid") in words for the person. */
export function importCv(ctx: Context, file: CvFile): Promise<CvDraft> {
  requireScope(ctx, "profile:write");
  return readCv(file, ctx.now());
}

/** As `importCv`, from pasted text. */
export function importPastedCv(ctx: Context, text: string): CvDraft {
  requireScope(ctx, "profile:write");
  return readPastedCv(text, ctx.now());
}

/** Saves what a person confirmed. Every match is computed anew from then on. @throws AppError("conflict") on a stale version. */
export async function saveProfile(ctx: Context, { version, ...input }: SaveProfileInput): Promise<ProfileView> {
  return write(ctx, version, (current) => {
    const cvText = input.cvText ?? current?.cvText ?? "";
    return { ...input, facts: withinText(input.facts, cvText.length) };
  });
}

export function savePreferences(ctx: Context, input: SavePreferencesInput, version?: number): Promise<ProfileView> {
  return write(ctx, version, () => ({ preferences: input }));
}

async function write(
  ctx: Context,
  version: number | undefined,
  patchOf: (current: Profile | undefined) => Partial<NewProfile>,
): Promise<ProfileView> {
  requireScope(ctx, "profile:write");
  const { userId } = ctx.actor;
  const current = await findProfileRow(ctx.db, { userId });
  if (version !== undefined && version !== (current?.version ?? 0)) throw stale();
  const patch = patchOf(current);
  const saved = current
    ? await updateProfile(ctx.db, { userId, version: current.version, patch })
    : await insertProfile(ctx.db, {
        facts: profileFactsSchema.parse({}),
        preferences: preferencesSchema.parse({}),
        ...patch,
        userId,
      });
  if (!saved) throw stale();
  await ctx.emit(profileChanged.create({ userId, profileVersion: saved.version }));
  return toView(saved);
}

function stale(): AppError {
  return new AppError(
    "conflict",
    "Your profile was changed elsewhere meanwhile. Reload to see it; what you typed is still here.",
    { isStale: true },
  );
}

function toView({ facts, preferences, cvText, cvFileName, version }: Profile): ProfileView {
  // Parsed, so that rows written by an earlier release gain today's defaults.
  return {
    facts: profileFactsSchema.parse(facts),
    preferences: preferencesSchema.parse(preferences),
    cvText,
    cvFileName,
    version,
  };
}
