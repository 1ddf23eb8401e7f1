import "server-only";
import type { User } from "@/db/schema";
import { isLocalOutbox } from "@/lib/mail/settings";

/**
 * With a mail provider an account opens once its address is confirmed: signing up with an address and trying its
 * password would otherwise tell whether it had an account before (docs/adr/0011). Admins are let in, or a mail server that
 * refuses would lock everybody out.
 */
export function mustConfirmFirst({ emailVerifiedAt, role }: Pick<User, "emailVerifiedAt" | "role">): boolean {
  return !emailVerifiedAt && role !== "admin" && !isLocalOutbox();
}
