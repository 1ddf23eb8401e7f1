import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Database } from "@/db/client";
import { findDemoTemplate, publishDemoTemplate, retireDemoTemplates } from "@/db/queries/demo";
import { deleteUser, insertUser } from "@/db/queries/users";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { ANALYSIS_VERSION } from "@/lib/matching/analysis";
import { SCORER_VERSION } from "@/lib/matching/score";
import packageJson from "@/package.json";
import { demoHunt, seedDemoHunt } from "./seed";

/** Changes with the release, the invented person and the scorer: an old template is never shown by a new release. */
export const DEMO_TEMPLATE_KEY = `demo template ${createHash("sha256")
  .update(JSON.stringify([packageJson.version, demoHunt, ANALYSIS_VERSION, SCORER_VERSION]))
  .digest("hex")}`;
/** A seeding that died leaves a person who is swept like any other visitor. */
const SEEDING_MS = 60 * 60_000;
const RELEASE_OVERLAP_MS = 24 * 60 * 60_000;

export interface DemoTemplate {
  userId: string;
  seededAt: Date;
}

interface Clocked {
  db: Database;
  now: () => Date;
}

/** The person every visitor gets a copy of, seeded when there is none yet. */
export async function getDemoTemplate(ctx: Clocked): Promise<DemoTemplate> {
  return (await findDemoTemplate(ctx.db, { key: DEMO_TEMPLATE_KEY })) ?? seedOnce(ctx);
}

/** Seeds ahead of the first visitor. A failure is logged: that visitor then waits, or is told. */
export async function prepareDemo(ctx: Clocked): Promise<void> {
  if (env.DEMO === "off" || env.VERCEL) return;
  try {
    await getDemoTemplate(ctx);
  } catch (error) {
    logger.warn({ err: error }, "the demo could not be prepared");
  }
}

/** Visitors who come while it is being seeded wait for the same one, however many bundles ask. */
function seedOnce(ctx: Clocked): Promise<DemoTemplate> {
  const holder = globalThis as { [key: symbol]: Promise<DemoTemplate> | undefined };
  const key = Symbol.for("joba.demo-template");
  holder[key] ??= seedTemplate(ctx).finally(() => {
    holder[key] = undefined;
  });
  return holder[key];
}

async function seedTemplate({ db, now }: Clocked): Promise<DemoTemplate> {
  const seededAt = now();
  const user = await insertUser(db, {
    name: "Robin Demo",
    isDemo: true,
    createdAt: seededAt,
    expiresAt: new Date(seededAt.getTime() + SEEDING_MS),
  });
  if (!user) throw new AppError("internal", "The demo could not be prepared");
  await seedDemoHunt({
    actor: { kind: "user", userId: user.id, role: "user", isDemo: true, sessionId: randomUUID() },
    db,
    // Held still, so that a copy moved to "now" has nothing from the future in it.
    now: () => seededAt,
    emit: async () => {},
  });
  const published = await publishDemoTemplate(db, { userId: user.id, key: DEMO_TEMPLATE_KEY });
  if (!published) await deleteUser(db, { userId: user.id });
  const template = published ?? (await findDemoTemplate(db, { key: DEMO_TEMPLATE_KEY }));
  if (!template) throw new AppError("internal", "The demo could not be prepared");
  const before = new Date(seededAt.getTime() - RELEASE_OVERLAP_MS);
  await retireDemoTemplates(db, { key: DEMO_TEMPLATE_KEY, before, now: seededAt });
  return template;
}
