import { getDatabase } from "@/db/client";
import { ping } from "@/db/queries/ping";
import { logger } from "@/lib/logger";

export const dynamic = "force-dynamic";

/** 200 when the database answers, else 503. Says nothing a stranger may not know. */
export async function GET(): Promise<Response> {
  try {
    await ping(await getDatabase());
    return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    logger.error({ err: error }, "health check failed");
    return Response.json(
      { status: "unavailable" },
      { status: 503, headers: { "cache-control": "no-store", "retry-after": "5" } },
    );
  }
}
