/** Runs once per server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { raiseWalls } = await import("./lib/walls/server").catch(refuse);
    raiseWalls();
    const { bootServer } = await import("./inngest/boot").catch(refuse);
    await bootServer().catch(refuse);
  }
}

/** A half-started server answers 500 to everything; leaving is clearer and lets a supervisor retry. */
function refuse(error: Error): never {
  process.stderr.write(`\nJOBA could not start: ${error.message.replace(/^JOBA cannot start\. /, "")}\n\n`);
  process.exit(1);
}
