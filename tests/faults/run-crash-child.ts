import { eq } from "drizzle-orm";
import { serve } from "inngest/edge";
import { getConnection } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { jobs, matches, postings, runSources, runs, searches, users } from "@/db/schema";
import { inngest } from "@/inngest/client";
import { startExecutor } from "@/inngest/embedded/executor";
import { embeddedSigningKey } from "@/inngest/embedded/transport";
import { functions } from "@/inngest/functions";
import { createContext } from "@/lib/context";
import { startRun } from "@/lib/runs/service";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";

/**
 * One life of a server that is going to be killed in the middle of a run: it makes the person, the search and the run
 * unless an earlier life did, and as the last of its kind waits for the run to end and prints what is stored.
 */
const [, , isLast = "no", sourcesJson = "[]"] = process.argv;

const connection = await getConnection();
await migrateDatabase(connection, process.env.DATABASE_URL || undefined);
const { db } = connection;
const email = "crash@example.test";

await db.insert(users).values({ email }).onConflictDoNothing();
const [user] = await db.select().from(users).where(eq(users.email, email));
if (!user) throw new Error("no user");
const ctx = await createContext({ kind: "system", userId: user.id, run: "crash" });
process.stdout.write("starting\n");
const executor = await startExecutor({
  db,
  handler: serve({ client: inngest, functions }),
  signingKey: embeddedSigningKey(),
  isOnlyProcess: true,
  retryInMs: () => 200,
  // These kills come from outside: no step is to blame for them.
  maxInterruptions: Number.POSITIVE_INFINITY,
});

const [search] = await db.select().from(searches).where(eq(searches.userId, user.id));
const { id: searchId } =
  search ??
  (await createSearch(ctx, createSearchInput.parse({ name: "Crash", criteria: {}, sources: JSON.parse(sourcesJson) })));
const started = await db.select().from(runs).where(eq(runs.searchId, searchId));
if (started.length === 0) await startRun(ctx, { searchId });

// A life that is not the last works until it is killed; the run may end before, then it starts the next one.
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, 50));
  const open = (await db.select().from(runs).where(eq(runs.searchId, searchId))).filter(
    ({ status }) => status === "queued" || status === "running",
  );
  if (open.length > 0) continue;
  if (isLast === "yes") break;
  await startRun(ctx, { searchId });
}
await executor.stop();
const all = await db.select().from(runs).where(eq(runs.searchId, searchId));
const stored = await db.select({ sourceId: postings.sourceId, externalId: postings.externalId }).from(postings);
const sources = await db
  .select({ sourceId: runSources.sourceId, outcome: runSources.outcome, evidence: runSources.evidence })
  .from(runSources);
const jobIds = await db.select({ id: jobs.id }).from(jobs);
const scored = await db.select({ id: matches.jobId }).from(matches);
process.stdout.write(
  `${JSON.stringify({ runs: all.map(({ status }) => status), sources, stored, jobs: jobIds.length, matches: scored.length })}\n`,
);
await connection.close();
process.exit(0);
