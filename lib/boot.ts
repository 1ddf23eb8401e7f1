import "server-only";
import { getConnection } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

/** Opens the database, brings it to this release's schema and starts the executor unless an Inngest server does that work. */
export async function boot(): Promise<void> {
  try {
    const connection = await getConnection();
    if (!env.VERCEL) await migrateDatabase(connection, env.DATABASE_URL);
    logger.info({ database: connection.kind }, "database is ready");
  } catch (error) {
    // A half-started server answers 500 to everything; leaving is clearer and lets a supervisor retry.
    process.stderr.write(`\nJOBA could not start: ${(error as Error).message}\n\n`);
    process.exit(1);
  }
}
