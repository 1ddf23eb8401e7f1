import "server-only";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { findDataVersion } from "@/db/queries/data-versions";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { getRedis, hasRedis } from "@/lib/redis";

export interface CacheEntry {
  /** What is kept, for example "job-facets". */
  area: string;
  /** Everything the value depends on besides the person and their data. */
  key: unknown;
  /** Of the data, read before it: `dataVersion(ctx)`. A value of another version is never given. */
  version: number;
  ttlSeconds: number;
}

const MAX_VALUE_BYTES = 1024 * 1024;

/** Grows by every commit that changed what the person's lists are made of. */
export function dataVersion(ctx: Context): Promise<number> {
  return findDataVersion(ctx.db, { userId: ctx.actor.userId });
}

/**
 * A person's own value of a costly read: kept in this process, or in Redis when there is one. Values are JSON and each
 * caller gets its own copy. A cache that fails costs time and nothing else.
 */
export async function cached<T>(ctx: Context, entry: CacheEntry, load: () => Promise<T>): Promise<T> {
  const key = cacheKey(ctx.actor.userId, entry);
  const kept = await read(key);
  if (kept !== undefined) return JSON.parse(kept) as T;
  const value = await load();
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) <= MAX_VALUE_BYTES) await write(key, text, entry.ttlSeconds);
  return JSON.parse(text) as T;
}

/** Takes everything of a person out, here and in Redis; in the memory of another process it lives to the end of its ttl. */
export async function forgetCached(userId: string): Promise<void> {
  for (const key of memory?.keys() ?? []) if (key.startsWith(`${userId}:`)) memory?.delete(key);
  if (!hasRedis) return;
  await safely(async () => {
    const redis = await getRedis();
    const prefix = redis.options.keyPrefix ?? "";
    for await (const keys of redis.scanStream({ match: `${prefix}cache:${userId}:*`, count: 1000 })) {
      for (const key of keys as string[]) await redis.unlink(key.slice(prefix.length));
    }
  });
}

/** Begins with the person, so that no mistake further right can reach another's values. */
export function cacheKey(userId: string, { area, key, version }: Omit<CacheEntry, "ttlSeconds">): string {
  const digest = createHash("sha256").update(JSON.stringify(key)).digest("base64url");
  return `${userId}:${area}:${version}:${digest}`;
}

const memory =
  env.CACHE_MB > 0
    ? new LRUCache<string, string>({
        maxSize: env.CACHE_MB * 1024 * 1024,
        sizeCalculation: (text, key) => 2 * (text.length + key.length),
      })
    : undefined;

async function read(key: string): Promise<string | undefined> {
  if (!hasRedis) return memory?.get(key);
  return safely(async () => (await (await getRedis()).get(`cache:${key}`)) ?? undefined);
}

async function write(key: string, text: string, ttlSeconds: number): Promise<void> {
  if (!hasRedis) memory?.set(key, text, { ttl: ttlSeconds * 1000 });
  else await safely(async () => void (await (await getRedis()).set(`cache:${key}`, text, "EX", ttlSeconds)));
}

async function safely<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    logger.debug({ err: error }, "the cache does not answer");
    return undefined;
  }
}
