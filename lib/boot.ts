import "server-only";
import { getConnection } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { mailSettings } from "@/lib/mail/settings";

/** Opens the database and brings it to this release's schema. On Vercel the build has migrated already. */
export async function openAndMigrate(): Promise<void> {
  // A sender that cannot be read stops the start, not the first reset mail.
  const { kind: mail } = mailSettings();
  const connection = await getConnection();
  if (env.DATABASE_URL) await connection.exec("select 1").catch(unreachable);
  if (!env.VERCEL) await migrateDatabase(connection, env.DATABASE_URL);
  logger.info({ database: connection.kind, mail }, "database is ready");
}

function unreachable(cause: Error): never {
  throw new Error(`The database of DATABASE_URL does not answer: ${cause.message}`, { cause });
}
