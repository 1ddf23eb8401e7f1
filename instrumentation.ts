/** Runs once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { openAndMigrate } = await import("./lib/boot");
  const { bootExecutor } = await import("./inngest/boot");
  try {
    await openAndMigrate();
    await bootExecutor();
  } catch (error) {
    // A half-started server answers 500 to everything; leaving is clearer and lets a supervisor retry.
    process.stderr.write(`\nJOBA could not start: ${(error as Error).message}\n\n`);
    process.exit(1);
  }
}
