import "server-only";
import type { Role } from "@/db/schema/vocabulary";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";

/**
 * Who may do what beyond their own hunt. This table is the only place that says so; docs/permissions.md shows it.
 * What a person owns needs no permission: every query names its user.
 */
export const PERMISSIONS = {
  "activity:read": { roles: ["user", "admin"], allows: "See what happened in your own account" },
  "outbox:read_all": { roles: ["admin"], allows: "Open every mail in the outbox, not only your own" },
  "users:read": { roles: ["admin"], allows: "List the people of this JOBA with their sessions" },
  "users:manage": {
    roles: ["admin"],
    allows: "Disable and enable people, change roles, end sessions, resend verification",
  },
  "invitations:manage": { roles: ["admin"], allows: "Invite people, revoke and resend invitations" },
  "audit:read": { roles: ["admin"], allows: "Read the whole audit log" },
} as const satisfies Record<string, { roles: readonly Role[]; allows: string }>;

export type Permission = keyof typeof PERMISSIONS;

/** Only people who are signed in hold permissions: whatever has scopes has only those, and a function acts for one person. */
export function hasPermission({ actor }: Pick<Context, "actor">, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission].roles;
  return actor.kind === "user" && !actor.scopes && !actor.isDemo && roles.includes(actor.role);
}

/** @throws AppError("not_found"): to whoever lacks it, the page or verb does not exist */
export function requirePermission(ctx: Pick<Context, "actor">, permission: Permission): void {
  if (!hasPermission(ctx, permission)) throw new AppError("not_found", "Not found", { denied: permission });
}
