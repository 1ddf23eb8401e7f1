import "server-only";
import { randomUUID } from "node:crypto";
import { countAccounts, findUserByEmail, insertUser, lockRegistration } from "@/db/queries/users";
import { recordAudit } from "@/lib/audit/service";
import { requireUncommonPassword } from "@/lib/auth/common-passwords";
import { hashPassword } from "@/lib/auth/passwords";
import { openSession } from "@/lib/auth/sessions";
import { hashToken } from "@/lib/auth/tokens";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { isLocalOutbox } from "@/lib/mail/settings";
import { hitRateLimit } from "@/lib/rate-limit";
import { announceAccountMail } from "./account-mail";
import type { RegisterInput } from "./schemas";
import type { Visitor } from "./visitor";

/** Each try may write a mail to whoever owns the address. */
const TRIES_PER_ADDRESS = { limit: 5, windowSeconds: 60 * 60 };

export interface Registration {
  /** Set when the new account may be entered at once; never for an address that was taken. */
  enters?: { userId: string };
}

/**
 * Creates an account; the first one becomes admin. A taken address changes nothing and answers the same, in the same
 * time: the mail says the rest, to whoever owns the address (docs/adr/0011).
 */
export async function registerUser(visitor: Visitor, { email, password, name }: RegisterInput): Promise<Registration> {
  if (env.SIGN_UP !== "open" && (await countAccounts(visitor.db)) > 0) {
    throw new AppError("forbidden", "This JOBA does not take new accounts");
  }
  await hitRateLimit(visitor, { key: `register:${hashToken(email)}`, ...TRIES_PER_ADDRESS });
  await requireUncommonPassword(password, { email });
  const passwordHash = await hashPassword(password);
  const { created, owner, isFirst } = await visitor.db.transaction(async (tx) => {
    await lockRegistration(tx);
    const isFirst = (await countAccounts(tx)) === 0;
    const created = await insertUser(tx, { email, name, passwordHash, role: isFirst ? "admin" : "user" });
    // Asked in both cases: a look-up that only a taken address takes could be timed.
    const owner = await findUserByEmail(tx, { email });
    await recordAudit(
      { ...visitor, db: tx },
      created
        ? { action: "account.registered", actorId: created.id }
        : { action: "access.denied", userId: owner?.id, detail: { reason: "address_taken" } },
    );
    return { created, owner, isFirst };
  });
  const kind = owner?.emailVerifiedAt ? "already_registered" : "verify_email";
  await announceAccountMail(visitor, { userId: owner?.id ?? randomUUID(), kind });
  const mayEnter = created && (isFirst || isLocalOutbox());
  return mayEnter ? { enters: { userId: created.id } } : {};
}

/** Registers, and opens a session where that gives nothing away. @returns the session id for the cookie, if there is one. */
export async function signUp(
  visitor: Visitor,
  input: RegisterInput,
): Promise<{ sid: string; userId: string } | undefined> {
  const { enters } = await registerUser(visitor, input);
  if (!enters) return undefined;
  const { address, userAgent } = visitor;
  const { userId } = enters;
  const sid = await openSession(visitor.db, { userId, method: "sign_up", address, userAgent, now: visitor.now() });
  return { sid, userId };
}
