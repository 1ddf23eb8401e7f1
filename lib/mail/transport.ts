import "server-only";
import type { MailTransport } from "@/db/schema/vocabulary";
import { outboxTransport } from "./outbox";
import { resendTransport } from "./resend";
import { type MailSettings, mailSettings } from "./settings";
import { smtpTransport } from "./smtp";

/** One mail, ready to leave: one recipient, one-line headers. */
export interface OutgoingMail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same for every try of the same mail; providers that know such keys take it once. */
  key: string;
}

/**
 * What became of it. "failed": certainly not taken. "uncertain": the provider may have it, so nobody may send it again
 * without looking. "waiting": it stays here to be opened.
 */
export type Delivery =
  | { outcome: "sent"; providerId?: string }
  | { outcome: "waiting" }
  | { outcome: "failed" | "uncertain"; reason: string };

export interface Transport {
  kind: MailTransport;
  /** Never throws for what a provider does. */
  deliver(mail: OutgoingMail): Promise<Delivery>;
}

/** The only place that knows how mail leaves. */
export function createTransport(settings: MailSettings): Transport {
  if (settings.kind === "resend") return resendTransport(settings);
  if (settings.kind === "smtp") return smtpTransport(settings);
  return outboxTransport();
}

let configured: Transport | undefined;

export function configuredTransport(): Transport {
  configured ??= createTransport(mailSettings());
  return configured;
}
