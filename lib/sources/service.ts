import "server-only";
import { isDemoUser, listSourceSettingRows, upsertSourceSetting } from "@/db/queries/source-settings";
import { type Context, requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { seal, unseal } from "@/lib/secrets";
import type { SourceAdapter } from "./adapter";
import { detectSource, getSource, SOURCES } from "./registry";
import type { DeleteSourceKeyInput, DetectBoardInput, SetSourceKeyInput, UpdateSourceInput } from "./schemas";
import { DEMO_SOURCE_ID, readinessOf, type SourceReadiness, sourceKeyAad } from "./settings";

export interface SourceInfo extends SourceReadiness {
  id: string;
  name: string;
  homepage: string;
  terms: string;
  scope: SourceAdapter["scope"];
  auth: SourceAdapter["auth"];
  defaultState: SourceAdapter["defaultState"];
  /** False in a demo, where only the demo board may be used. */
  canChange: boolean;
}

/** Every source with the person's choice for it. Keys are never part of the answer. */
export async function listSources(ctx: Context): Promise<SourceInfo[]> {
  requireScope(ctx, "searches:read");
  const { settings, isDemo } = await loadSettings(ctx);
  return ADAPTERS.map((adapter) => infoOf(adapter, readinessOf(adapter, settings.get(adapter.id), isDemo), isDemo));
}

export async function updateSource(ctx: Context, input: UpdateSourceInput): Promise<SourceInfo> {
  const adapter = await requireChangeable(ctx, input.sourceId);
  await upsertSourceSetting(ctx.db, { userId: ctx.actor.userId, sourceId: adapter.id, isEnabled: input.isEnabled });
  return findInfo(ctx, adapter.id);
}

/** Stores a key sealed and switches the source on; entering a key is the choice to use it. */
export async function setSourceKey(ctx: Context, input: SetSourceKeyInput): Promise<SourceInfo> {
  const adapter = await requireChangeable(ctx, input.sourceId);
  if (adapter.auth !== "key") throw new AppError("invalid", `${adapter.name} needs no key`);
  const { userId } = ctx.actor;
  const sealedKey = seal(input.key, sourceKeyAad(userId, adapter.id));
  await upsertSourceSetting(ctx.db, { userId, sourceId: adapter.id, isEnabled: true, sealedKey });
  return findInfo(ctx, adapter.id);
}

export async function deleteSourceKey(ctx: Context, input: DeleteSourceKeyInput): Promise<SourceInfo> {
  const adapter = await requireChangeable(ctx, input.sourceId);
  const { userId } = ctx.actor;
  await upsertSourceSetting(ctx.db, { userId, sourceId: adapter.id, isEnabled: false, sealedKey: null });
  return findInfo(ctx, adapter.id);
}

/** The board behind a careers address, for example `https://jobs.lever.co/acme`. @throws AppError("invalid") when no known system runs it */
export function detectBoardFromUrl(
  ctx: Context,
  { url }: DetectBoardInput,
): { sourceId: string; sourceName: string; board: string } {
  requireScope(ctx, "searches:read");
  const found = detectSource(url);
  if (!found) {
    const message = "JOBA does not know the system behind this address. Greenhouse, Lever and Ashby boards work.";
    throw new AppError("invalid", message, { fields: { url: [message] } });
  }
  return { ...found, sourceName: getSource(found.sourceId).name };
}

/** Readiness of every source, and the key of one, for the run that is about to ask it. */
export async function loadReadiness(ctx: Context): Promise<(sourceId: string) => SourceReadiness & { key?: string }> {
  const { settings, isDemo } = await loadSettings(ctx);
  return (sourceId) => {
    const adapter = ADAPTERS.find(({ id }) => id === sourceId);
    if (!adapter) return { isEnabled: false, hasKey: false, offReason: "JOBA no longer has this source" };
    const readiness = readinessOf(adapter, settings.get(sourceId), isDemo);
    const sealedKey = readiness.offReason ? undefined : settings.get(sourceId)?.sealedKey;
    return sealedKey ? { ...readiness, key: unseal(sealedKey, sourceKeyAad(ctx.actor.userId, sourceId)) } : readiness;
  };
}

const ADAPTERS: readonly SourceAdapter[] = Object.values(SOURCES);

async function loadSettings(ctx: Context) {
  const { userId } = ctx.actor;
  const [rows, isDemo] = await Promise.all([listSourceSettingRows(ctx.db, userId), isDemoUser(ctx.db, userId)]);
  return { settings: new Map(rows.map((row) => [row.sourceId, row])), isDemo };
}

async function requireChangeable(ctx: Context, sourceId: string): Promise<SourceAdapter> {
  requireScope(ctx, "searches:write");
  const adapter = getSource(sourceId);
  if (adapter.id !== DEMO_SOURCE_ID && (await isDemoUser(ctx.db, ctx.actor.userId))) {
    throw new AppError("forbidden", "The demo keeps to its own board; nothing leaves this machine");
  }
  return adapter;
}

async function findInfo(ctx: Context, sourceId: string): Promise<SourceInfo> {
  const { settings, isDemo } = await loadSettings(ctx);
  const adapter = getSource(sourceId);
  return infoOf(adapter, readinessOf(adapter, settings.get(sourceId), isDemo), isDemo);
}

function infoOf(adapter: SourceAdapter, readiness: SourceReadiness, isDemo: boolean): SourceInfo {
  const { id, name, homepage, terms, scope, auth, defaultState } = adapter;
  return { id, name, homepage, terms, scope, auth, defaultState, canChange: !isDemo, ...readiness };
}
