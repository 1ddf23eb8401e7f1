/**
 * Who may see which page and route outside /api/v1, by path under app. `matrix.test.ts` fails on a route without an
 * entry; operations under /api/v1 say it themselves (`scope` in their spec).
 *
 * public: anybody · post: a form of ours, nothing to see · person: whoever is signed in, their own things only · caller:
 * the same, or by a token · mail: the same, and admins see all · admin · nobody: a plain 404 · signed: only with Inngest's
 * signature
 */
export type Access = "public" | "person" | "caller" | "mail" | "admin" | "signed" | "nobody" | "post";

export const ACCESS: Record<string, Access> = {
  "/": "public",
  "/account-deleted": "public",
  "/check-mail": "public",
  "/docs/api": "public",
  "/forgot-password": "public",
  "/goodbye": "public",
  "/reset-password": "public",
  "/sign-in": "public",
  "/sign-in/code": "public",
  "/sign-up": "public",
  "/verify-email": "public",
  "/sign-out": "post",
  "/jobs": "person",
  "/jobs/[jobId]": "person",
  "/onboarding": "person",
  "/onboarding/search": "person",
  "/profile": "person",
  "/runs/[runId]": "person",
  "/searches": "person",
  "/searches/[searchId]": "person",
  "/searches/[searchId]/edit": "person",
  "/searches/[searchId]/runs/[runId]": "person",
  "/searches/new": "person",
  "/settings": "person",
  "/settings/account": "person",
  "/settings/api-tokens": "person",
  "/settings/appearance": "person",
  "/settings/data": "person",
  "/settings/security": "person",
  "/settings/sources": "person",
  "/outbox": "mail",
  "/outbox/[messageId]": "mail",
  "/admin": "admin",
  "/admin/audit": "admin",
  "/admin/invitations": "admin",
  "/admin/people": "admin",
  "/admin/people/[personId]": "admin",
  "/api/auth/[...nextauth]": "public",
  "/api/health": "public",
  "/api/[...path]": "nobody",
  "/api/inngest": "signed",
  "/api/account-data": "caller",
};
