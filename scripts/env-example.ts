/** Prints .env.example from the schema: `npx tsx --conditions=react-server scripts/env-example.ts > .env.example`. */
import { envSchema } from "@/lib/env";

const INTERNAL = new Set(["NODE_ENV", "NEXT_PHASE", "VERCEL"]);

console.log("# Every variable is optional. Uncomment what you need.");
for (const [name, schema] of Object.entries(envSchema.shape)) {
  if (INTERNAL.has(name)) continue;
  const initial = schema.safeParse(undefined).data;
  console.log(`\n# ${schema.description}\n# ${name}=${initial ?? ""}`);
}
process.exit(0);
