import type { AccountTokenKind } from "@/db/schema/vocabulary";

/** Where each mailed link leads and how long it works. */
export const LINKS = {
  verify_email: { path: "/verify-email", minutes: 24 * 60, expiresIn: "24 hours", template: "verify-email" },
  change_email: { path: "/verify-email", minutes: 60, expiresIn: "1 hour", template: "verify-email" },
  reset_password: { path: "/reset-password", minutes: 30, expiresIn: "30 minutes", template: "reset-password" },
} as const satisfies Record<
  AccountTokenKind,
  { path: string; minutes: number; expiresIn: string; template: "verify-email" | "reset-password" }
>;

/** "24 November 2026, 09:15 UTC": a mail does not know its reader's zone. */
export function formatMoment(at: Date): string {
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "UTC" }).format(at);
  return `${day}, ${time} UTC`;
}

/** "r…@example.org" */
export function maskEmail(email: string): string {
  const [local = "", domain = ""] = email.split("@");
  return `${local.slice(0, 1)}…@${domain}`;
}
