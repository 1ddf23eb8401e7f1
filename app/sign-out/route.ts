import { requireOwnOrigin } from "@/lib/auth/origin";
import { endBrowserSession } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";

/**
 * A route and not an action, because only a route's answer can carry Clear-Site-Data. Cookies are left out of it: the
 * session's own is emptied, and how dense somebody likes their lists is no secret.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireOwnOrigin(request.headers);
  } catch (error) {
    if (error instanceof AppError) return new Response(error.message, { status: 403 });
    throw error;
  }
  await endBrowserSession();
  return new Response(null, {
    status: 303,
    headers: { location: "/", "clear-site-data": '"cache", "storage"', "cache-control": "no-store" },
  });
}

/** Typed or reloaded, it changes nothing: only the form ends a session. */
export function GET(): Response {
  return new Response(null, { status: 307, headers: { location: "/", "cache-control": "no-store" } });
}
