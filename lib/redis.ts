import "server-only";
import { Redis } from "ioredis";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

const CONNECT_TIMEOUT_MS = 1000;
const COMMAND_TIMEOUT_MS = 500;

/** True when servers share their counters and cache through Redis instead of Postgres and memory. */
export const hasRedis = Boolean(env.REDIS_URL);

/** The process-wide connection. A command fails at once while there is none; it reconnects by itself. */
export async function getRedis(): Promise<Redis> {
  const holder = globalThis as { [key: symbol]: Promise<Redis> | undefined };
  const key = Symbol.for("joba.redis");
  holder[key] ??= openRedis(env.REDIS_URL ?? "");
  return holder[key];
}

async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    keyPrefix: "joba:",
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    // Waiting for a server that is gone would make every page wait.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
  });
  let isDown = false;
  redis.on("error", (error) => {
    if (!isDown) logger.error({ err: error }, "redis does not answer");
    isDown = true;
  });
  redis.on("ready", () => {
    if (isDown) logger.info("redis answers again");
    isDown = false;
  });
  await redis.connect().catch(() => {});
  return redis;
}
