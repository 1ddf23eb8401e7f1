import "server-only";
import type { Database } from "@/db/client";
import {
  closeAccount,
  countOtherAdmins,
  findPersonRow,
  isActiveAdmin,
  lockAdmins,
  reopenAccount,
  updateRole,
} from "@/db/queries/people";
import { revokeSessions } from "@/db/queries/session-list";
import { revokeApiTokens } from "@/db/queries/user-credentials";
import type { Role } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { requirePermission } from "@/lib/auth/permissions";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { hitRateLimit } from "@/lib/rate-limit";
import { cancelRunsOf } from "@/lib/runs/cancel";
import { requestAccountMail } from "@/lib/users/account-mail";
import type { ChangeRoleInput, DisablePersonInput } from "./schemas";

/** To one person, however many admins press the button. */
const MAILS_PER_HOUR = 5;

/** Closes an account: every session and token ends and work under way is canceled, in one transaction. */
export async function disablePerson(ctx: Context, { id, reason }: DisablePersonInput): Promise<void> {
  requirePermission(ctx, "users:manage");
  requireOther(ctx, id, "You cannot disable your own account");
  await ctx.db.transaction(async (db) => {
    await lockAdmins(db);
    await requireStillAdmin(ctx, db);
    const { role } = await loadPerson(ctx, db, id);
    if (role === "admin") await requireAnotherAdmin(db, id);
    const now = ctx.now();
    if (!(await closeAccount(db, { userId: id, now })))
      throw new AppError("conflict", "This account is disabled already");
    const sessions = await revokeSessions(db, { userId: id, now });
    const tokens = await revokeApiTokens(db, { userId: id, now });
    const runs = await cancelRunsOf(db, { userId: id, now, message: "Canceled: the account was disabled" });
    await recordAudit(
      { ...ctx, db },
      {
        action: "admin.user_disabled",
        userId: id,
        subject: { kind: "user", id },
        detail: { reason, sessions, tokens, runs },
      },
    );
  });
}

/** Opens a closed account again. Its old sessions and tokens stay ended. */
export async function enablePerson(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "users:manage");
  await ctx.db.transaction(async (db) => {
    await lockAdmins(db);
    await requireStillAdmin(ctx, db);
    await loadPerson(ctx, db, id);
    if (!(await reopenAccount(db, { userId: id }))) throw new AppError("conflict", "This account is not disabled");
    await recordAudit({ ...ctx, db }, { action: "admin.user_enabled", userId: id, subject: { kind: "user", id } });
  });
}

/** Takes effect with the person's next request. There is always somebody left who can undo it. */
export async function changeRole(ctx: Context, { id, role }: ChangeRoleInput): Promise<{ role: Role }> {
  requirePermission(ctx, "users:manage");
  requireOther(ctx, id, "Ask another admin to change your own role");
  return ctx.db.transaction(async (db) => {
    await lockAdmins(db);
    await requireStillAdmin(ctx, db);
    const person = await loadPerson(ctx, db, id);
    if (person.role === role) return { role };
    if (person.role === "admin") await requireAnotherAdmin(db, id);
    const updated = await updateRole(db, { userId: id, from: person.role, to: role });
    if (!updated) throw new AppError("conflict", "The role changed while you were looking");
    await recordAudit(
      { ...ctx, db },
      {
        action: "admin.role_changed",
        userId: id,
        subject: { kind: "user", id },
        detail: { from: person.role, to: role },
      },
    );
    return { role };
  });
}

/** Signs a person out everywhere. Their API tokens stay: those end with the account or by their owner. */
export async function endSessionsOf(ctx: Context, { id }: { id: string }): Promise<{ ended: number }> {
  requirePermission(ctx, "users:manage");
  requireOther(ctx, id, "End your own sessions under Settings");
  return ctx.db.transaction(async (db) => {
    await loadPerson(ctx, db, id);
    const ended = await revokeSessions(db, { userId: id, now: ctx.now() });
    await recordAudit(
      { ...ctx, db },
      { action: "admin.sessions_revoked", userId: id, subject: { kind: "user", id }, detail: { ended } },
    );
    return { ended };
  });
}

/** Mails the link that confirms an address once more, to that address. */
export async function resendVerification(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "users:manage");
  const { emailVerifiedAt, disabledAt } = await loadPerson(ctx, ctx.db, id);
  if (emailVerifiedAt) throw new AppError("conflict", "This address is confirmed already");
  if (disabledAt) throw new AppError("conflict", "Closed accounts get no mail; enable it first");
  await hitRateLimit(ctx, { key: `verify:${id}`, limit: MAILS_PER_HOUR, windowSeconds: 3600 });
  await requestAccountMail(ctx, { userId: id, kind: "verify_email" });
  await recordAudit(ctx, { action: "admin.verification_resent", userId: id, subject: { kind: "user", id } });
}

async function loadPerson(ctx: Context, db: Database, id: string) {
  const now = ctx.now();
  const person = await findPersonRow(db, { id, now, idleSince: now });
  if (!person) throw new AppError("not_found", "Person not found");
  return person;
}

function requireOther(ctx: Context, id: string, message: string): void {
  if (id === ctx.actor.userId) throw new AppError("conflict", message);
}

/** The request began as an admin's; under the lock somebody may have taken that away. */
async function requireStillAdmin(ctx: Context, db: Database): Promise<void> {
  if (!(await isActiveAdmin(db, { userId: ctx.actor.userId }))) {
    throw new AppError("not_found", "Not found", { denied: "users:manage" });
  }
}

async function requireAnotherAdmin(db: Database, id: string): Promise<void> {
  if ((await countOtherAdmins(db, { userId: id })) === 0) {
    throw new AppError("conflict", "This is the last admin; make somebody else admin first");
  }
}
