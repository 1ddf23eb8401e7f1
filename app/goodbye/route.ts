import { endBrowserSession, findViewer } from "@/lib/auth/session";

/**
 * Where a browser goes after its account was deleted, to forget what it kept. Only without a session: a stranger's page
 * could send anybody here.
 */
export async function GET(): Promise<Response> {
  if (await findViewer()) return to("/jobs");
  await endBrowserSession();
  return to("/account-deleted", { "clear-site-data": '"cache", "cookies", "storage"' });
}

/** Relative, so that it stays on the address the person came by. */
const to = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 303, headers: { ...headers, location, "cache-control": "no-store" } });
