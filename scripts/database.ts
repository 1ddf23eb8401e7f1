/** `npm run db:migrate` and `npm run db:rollback [-- --to <migration>]`. */
import { openDatabase } from "@/db/client";
import { migrateDatabase, migrationTags, rollbackDatabase } from "@/db/migrate";
import releases from "@/db/releases.json";
import { env } from "@/lib/env";

const [command, ...rest] = process.argv.slice(2);
const connection = await openDatabase(env.DATABASE_URL, env.DATA_DIR);
try {
  if (command === "migrate") {
    await migrateDatabase(connection, env.DATABASE_URL);
    console.log(`The database is at ${(await migrationTags()).at(-1)?.tag}.`);
  } else if (command === "rollback") {
    const target = rest[0] === "--to" ? (rest[1] ?? "") : previousRelease();
    const undone = await rollbackDatabase(connection, target);
    console.log(undone.length > 0 ? `Undone: ${undone.join(", ")}` : "Nothing to undo.");
  } else {
    throw new Error("Say `migrate` or `rollback`.");
  }
} finally {
  await connection.close();
}
process.exit(0);

/** The last migration of the release before this one; "" (an empty database) when this is the first. */
function previousRelease(): string {
  return releases.at(-2)?.lastMigration ?? "";
}
