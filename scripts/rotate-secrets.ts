/** `npm run secrets:rotate`: seals every stored secret with the present ENCRYPTION_KEY (docs/deploy/self-hosting.md). */
import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { rotateSecrets } from "@/lib/sealed-columns";

const connection = await openDatabase(env.DATABASE_URL, env.DATA_DIR);
let unreadable = 0;
try {
  for (const count of await rotateSecrets(connection.db)) {
    unreadable += count.unreadable;
    console.log(
      `${count.column}: ${count.rotated} sealed anew, ${count.overtaken} changed meanwhile, ${count.unreadable} unreadable`,
    );
  }
} finally {
  await connection.close();
}
if (unreadable > 0) {
  console.error(
    `${unreadable} secrets were sealed with a key that is not in ENCRYPTION_KEYS_OLD. Nothing was lost; name it.`,
  );
} else console.log("Everything is sealed with the present key. ENCRYPTION_KEYS_OLD can go.");
process.exit(unreadable > 0 ? 1 : 0);
