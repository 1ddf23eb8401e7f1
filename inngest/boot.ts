import { serve } from "inngest/edge";
import { getConnection } from "@/db/client";
import { openAndMigrate } from "@/lib/boot";
import { prepareDemo } from "@/lib/demo/template";
import { hasInngestServer } from "@/lib/env";
import { logger } from "@/lib/logger";
import { inngest } from "./client";
import { startExecutor } from "./embedded/executor";
import { embeddedSigningKey } from "./embedded/transport";
import { functions } from "./functions";

/** Makes a server process ready for its first request. Throws an error whose message says what to do. */
export async function bootServer(): Promise<void> {
  await openAndMigrate();
  await bootExecutor();
  void prepareDemo({ db: (await getConnection()).db, now: () => new Date() });
}

/** Starts the executor in this process, unless an Inngest server runs the functions. Stops it when the process is asked to end. */
async function bootExecutor(): Promise<void> {
  if (hasInngestServer) return;
  const { db, kind } = await getConnection();
  const executor = await startExecutor({
    db,
    handler: serve({ client: inngest, functions }),
    signingKey: embeddedSigningKey(),
    isOnlyProcess: kind === "pglite",
  });
  logger.info({ functions: functions.length }, "functions run in this process");
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void executor.stop());
}
