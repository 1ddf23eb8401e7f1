import "server-only";
import { countAccounts, insertUser, lockRegistration } from "@/db/queries/users";
import type { Role } from "@/db/schema/vocabulary";
import { recordAudit } from "@/lib/audit/service";
import { requireUncommonPassword } from "@/lib/auth/common-passwords";
import { hashPassword } from "@/lib/auth/passwords";
import { openSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Visitor } from "@/lib/users/visitor";
import { acceptInvitation, findInvitation } from "./accept";
import type { RegisterInvitedInput } from "./schemas";

/** Who may register at this moment. The first account is always allowed. */
export type SignUpTerms =
  | { may: "anybody"; isLinkDead: boolean }
  | { may: "invited"; email: string; role: Role }
  | { may: "only_invited"; isLinkDead: boolean }
  | { may: "nobody" };

/** What the sign-up page says, with or without a link from an invitation. */
export async function getSignUpTerms(visitor: Visitor, invitation: string | undefined): Promise<SignUpTerms> {
  const isFirst = (await countAccounts(visitor.db)) === 0;
  if (isFirst) return { may: "anybody", isLinkDead: false };
  if (env.SIGN_UP === "closed") return { may: "nobody" };
  const open = invitation && (await findInvitation(visitor.db, { token: invitation, now: visitor.now() }));
  if (open) return { may: "invited", email: open.email, role: open.role };
  const isLinkDead = Boolean(invitation);
  return env.SIGN_UP === "open" ? { may: "anybody", isLinkDead } : { may: "only_invited", isLinkDead };
}

/**
 * Registers whoever holds the link, under the address it was mailed to, with the role it gives. That mail reached them,
 * so the address is confirmed and the account is entered at once. Link and account stand or fall together.
 */
export async function registerInvited(
  visitor: Visitor,
  { invitation: token, password, name }: RegisterInvitedInput,
): Promise<{ userId: string; sid: string }> {
  if (env.SIGN_UP === "closed") throw new AppError("forbidden", "This JOBA does not take new accounts");
  const now = visitor.now();
  const open = await findInvitation(visitor.db, { token, now });
  if (!open) throw deadLink();
  await requireUncommonPassword(password, { email: open.email });
  const passwordHash = await hashPassword(password);
  const userId = await visitor.db.transaction(async (tx) => {
    await lockRegistration(tx);
    const accepted = await acceptInvitation(tx, { token, now });
    if (!accepted) throw deadLink();
    const { id, email, role } = accepted;
    const user = await insertUser(tx, { email, name, passwordHash, role, emailVerifiedAt: now });
    // Only the owner of the address holds the link, so this gives nothing away.
    if (!user) throw new AppError("conflict", "This address has an account already; sign in instead");
    await recordAudit(
      { ...visitor, db: tx },
      { action: "account.registered", actorId: user.id, detail: { invitation: id, role } },
    );
    return user.id;
  });
  const { address, userAgent } = visitor;
  return { userId, sid: await openSession(visitor.db, { userId, method: "sign_up", address, userAgent, now }) };
}

const deadLink = () => new AppError("forbidden", "This invitation was used, revoked or is over. Ask for a new one.");
