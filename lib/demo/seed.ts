import "server-only";
import type { Context } from "@/lib/context";

/** Fills a fresh demo person's account through the same verbs everybody uses. */
export async function seedDemoHunt(_ctx: Context): Promise<void> {}
