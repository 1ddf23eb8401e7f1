import { setEventReceiver } from "@/inngest/embedded/transport";
import { testConnection } from "./database";

/**
 * Lets code that finds its own database (route handlers, functions) use this file's test database, and takes the
 * events it sends without running them. Returns the events, oldest first.
 */
export async function useTestServer(): Promise<{ name: string; data: Record<string, unknown> }[]> {
  const holder = globalThis as { [key: symbol]: unknown };
  holder[Symbol.for("joba.connection")] = testConnection();
  await testConnection();
  const sent: { name: string; data: Record<string, unknown> }[] = [];
  setEventReceiver(async (request) => {
    const events = (await request.json()) as (typeof sent)[number] | typeof sent;
    const list = Array.isArray(events) ? events : [events];
    sent.push(...list);
    return Response.json({ ids: list.map((_, index) => `test-${sent.length}-${index}`), status: 200 });
  });
  return sent;
}
