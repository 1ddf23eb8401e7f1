import "server-only";
import type { Database } from "@/db/client";
import { countOtherAdmins, lockAdmins, reopenAccount, updateRole } from "@/db/queries/people";
import { deleteSecondFactor, findSecondFactor } from "@/db/queries/second-factors";
import { revokeSessions } from "@/db/queries/session-list";
import { replacePassword, revokeApiTokens } from "@/db/queries/user-credentials";
import { findUserByEmail } from "@/db/queries/users";
import type { AuditAction, Role } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { BY_HAND } from "@/lib/audit/words";
import { hashPassword } from "@/lib/auth/passwords";
import { randomToken } from "@/lib/auth/tokens";
import { AppError } from "@/lib/errors";
import { emailSchema } from "./schemas";

/**
 * What `npm run admin` does for whoever holds the machine and so the database anyway: no permission is asked, and the
 * audit log says it was the command line.
 */
export interface Desk {
  db: Database;
  now: () => Date;
}

export async function setRoleByHand(desk: Desk, { email, role }: { email: string; role: Role }): Promise<void> {
  await desk.db.transaction(async (db) => {
    await lockAdmins(db);
    const user = await findPerson(db, email);
    if (user.role === role) throw new AppError("conflict", `${user.email} has the role ${role} already`);
    if (role !== "admin" && (await countOtherAdmins(db, { userId: user.id })) === 0) {
      throw new AppError("conflict", "This is the last admin; promote somebody else first");
    }
    await updateRole(db, { userId: user.id, from: user.role, to: role });
    await note({ ...desk, db }, user.id, "admin.role_changed", { from: user.role, to: role });
  });
}

export async function enableByHand(desk: Desk, { email }: { email: string }): Promise<void> {
  await desk.db.transaction(async (db) => {
    const user = await findPerson(db, email);
    if (!(await reopenAccount(db, { userId: user.id }))) throw new AppError("conflict", "This account is not disabled");
    await note({ ...desk, db }, user.id, "admin.user_enabled");
  });
}

/** Ends every session and token, like any forgotten password. @returns the new password, shown this once. */
export async function resetPasswordByHand(desk: Desk, { email }: { email: string }): Promise<{ password: string }> {
  const password = randomToken().slice(0, 24);
  const passwordHash = await hashPassword(password);
  await desk.db.transaction(async (db) => {
    const { id: userId } = await findPerson(db, email);
    const now = desk.now();
    if (!(await replacePassword(db, { userId, passwordHash, now }))) {
      throw new AppError("conflict", "This account is disabled; enable it first");
    }
    const ended = await revokeSessions(db, { userId, now });
    const tokens = await revokeApiTokens(db, { userId, now });
    await note({ ...desk, db }, userId, "account.password_reset", { ended, tokens });
  });
  return { password };
}

/** For whoever lost the authenticator app and the recovery codes. */
export async function disableTwoStepByHand(desk: Desk, { email }: { email: string }): Promise<void> {
  await desk.db.transaction(async (db) => {
    const { id: userId } = await findPerson(db, email);
    if (!(await findSecondFactor(db, { userId }))) throw new AppError("conflict", "Two-step sign-in is off already");
    await deleteSecondFactor(db, { userId });
    await note({ ...desk, db }, userId, "account.totp_disabled");
  });
}

async function findPerson(db: Database, text: string) {
  const email = emailSchema.safeParse(text);
  const user = email.success ? await findUserByEmail(db, { email: email.data }) : undefined;
  if (!user || user.isDemo) throw new AppError("not_found", `Nobody here has the address ${text}`);
  return user;
}

/** Nobody signed in did it, so there is no actor. */
async function note(desk: Desk, userId: string, action: AuditAction, detail: Record<string, string | number> = {}) {
  await recordAudit(desk, {
    action,
    userId,
    subject: { kind: "user", id: userId },
    detail: { ...detail, by: BY_HAND },
  });
}
