/**
 * Who may see which page and route outside /api/v1, by path under app. `matrix.test.ts` fails on a route without an
 * entry; operations under /api/v1 say it themselves (`scope` in their spec).
 *
 * nobody: a plain 404 · public: anybody · person: whoever is signed in, their own things only · caller: the same, or by a token · mail: the same, and admins see all · admin · signed: only with Inngest's signature
 */
export type Access = "public" | "person" | "caller" | "mail" | "admin" | "signed" | "nobody";

export const ACCESS: Record<string, Access> = {
  "/": "public",
  "/sign-in": "public",
  "/sign-in/code": "public",
  "/sign-up": "public",
  "/sign-out": "public",
  "/goodbye": "public",
  "/account-deleted": "public",
  "/check-mail": "public",
  "/verify-email": "public",
  "/forgot-password": "public",
  "/reset-password": "public",
  "/admin": "admin",
  "/admin/audit": "admin",
  "/admin/invitations": "admin",
  "/admin/people": "admin",
  "/admin/people/[personId]": "admin",
  "/jobs": "person",
  "/jobs/[jobId]": "person",
  "/onboarding": "person",
  "/onboarding/search": "person",
  "/profile": "person",
  "/runs/[runId]": "person",
  "/searches": "person",
  "/searches/new": "person",
  "/searches/[searchId]": "person",
  "/searches/[searchId]/edit": "person",
  "/searches/[searchId]/runs/[runId]": "person",
  "/settings": "person",
  "/settings/account": "person",
  "/settings/api-tokens": "person",
  "/settings/appearance": "person",
  "/settings/data": "person",
  "/settings/security": "person",
  "/settings/sources": "person",
  "/outbox": "mail",
  "/outbox/[messageId]": "mail",
  "/api/[...path]": "nobody",
  "/api/account-data": "caller",
  "/api/auth/[...nextauth]": "public",
  "/api/health": "public",
  "/api/inngest": "signed",
};
