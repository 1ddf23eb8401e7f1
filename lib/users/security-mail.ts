import "server-only";
import { findUser } from "@/db/queries/users";
import type { SecurityChange } from "@/emails/security-changed";
import type { AuditContext } from "@/lib/audit/service";
import { logger } from "@/lib/logger";
import { send } from "@/lib/mail/send";
import { appUrl } from "@/lib/mail/settings";
import { deviceName } from "./device";
import { formatMoment } from "./links";

/** The audit's context, which a Visitor and a Context both are. */
type Where = Pick<AuditContext, "db" | "now" | "origin" | "userAgent">;

/**
 * Tells a person that what guards their account changed. Call it after the change is committed: a mail that cannot leave
 * takes nothing back.
 */
export async function mailSecurityChange(
  where: Where,
  { userId, change, key, provider }: { userId: string; change: SecurityChange; key: string; provider?: string },
): Promise<void> {
  const user = await findUser(where.db, { userId });
  if (!user?.email) return;
  const userAgent = where.userAgent ?? where.origin?.userAgent;
  try {
    await send(where, {
      to: user.email,
      userId,
      template: "security-changed",
      props: {
        change,
        provider,
        changedAt: formatMoment(where.now()),
        device: userAgent && deviceName(userAgent),
        url: appUrl("/settings/security"),
      },
      idempotencyKey: `security-changed:${change}:${key}`,
    });
  } catch (error) {
    logger.error({ err: error, userId, change }, "a security mail could not be sent");
  }
}
