/** Runs once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    try {
      const { raiseWalls } = await import("./lib/walls/server");
      raiseWalls();
      if (process.env.NODE_ENV === "production") (await import("./lib/logger")).captureConsole();
      const { bootServer } = await import("./inngest/boot");
      await bootServer();
    } catch (error) {
      // A half-started server answers 500 to everything; leaving is clearer and lets a supervisor retry.
      const reason = (error as Error).message.replace(/^JOBA cannot start\. /, "");
      process.stderr.write(`\nJOBA could not start: ${reason}\n\n`);
      process.exit(1);
    }
  }
}
