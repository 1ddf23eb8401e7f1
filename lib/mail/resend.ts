import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type CreateEmailResponse, Resend } from "resend";
import { redactReason } from "./headers";
import type { MailSettings } from "./settings";
import type { Delivery, OutgoingMail, Transport } from "./transport";

const TIMEOUT_MS = 15_000;
/** Trying again is safe here: Resend takes one Idempotency-Key once within 24 hours. */
const PAUSES_MS = [500, 2_000];
const MAX_PAUSE_MS = 5_000;

type ResendSettings = Extract<MailSettings, { kind: "resend" }>;

export function resendTransport({ apiKey, baseUrl, from }: ResendSettings): Transport {
  const client = new Resend(apiKey, { baseUrl, userAgent: "joba" });
  const sender = from.name ? `"${from.name.replace(/["\\]/g, "")}" <${from.address}>` : from.address;
  const post = ({ to, subject, html, text, key }: OutgoingMail) =>
    client.emails.send(
      { from: sender, to: [to], subject, html, text, headers: { "Auto-Submitted": "auto-generated" } },
      { idempotencyKey: key, signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
  return {
    kind: "resend",
    deliver: async (mail) => {
      let verdict = judge(await attempt(() => post(mail)));
      for (const pause of PAUSES_MS) {
        if (!verdict.isWorthRepeating) break;
        await sleep(Math.min(verdict.pauseMs ?? pause, MAX_PAUSE_MS));
        verdict = judge(await attempt(() => post(mail)));
      }
      return verdict.delivery;
    },
  };
}

interface Verdict {
  delivery: Delivery;
  isWorthRepeating?: boolean;
  pauseMs?: number;
}

/** An answer below 500 was understood and refused; silence and 5xx say nothing about whether the mail was taken. */
function judge(response: CreateEmailResponse | undefined): Verdict {
  if (response?.data) return { delivery: { outcome: "sent", providerId: String(response.data.id).slice(0, 100) } };
  const { statusCode = null, name = "", message = "" } = response?.error ?? {};
  const reason = redactReason(statusCode ? `Resend ${statusCode} ${name}: ${message}` : "Resend did not answer");
  if (statusCode === null || statusCode >= 500 || name === "concurrent_idempotent_requests") {
    return { delivery: { outcome: "uncertain", reason }, isWorthRepeating: true };
  }
  const isQuota = name === "daily_quota_exceeded" || name === "monthly_quota_exceeded";
  const seconds = Number(response?.headers?.["retry-after"]);
  return {
    delivery: { outcome: "failed", reason },
    isWorthRepeating: statusCode === 429 && !isQuota,
    pauseMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
  };
}

/** The SDK answers with errors; what it throws all the same (an aborted body, say) is silence. */
async function attempt(run: () => Promise<CreateEmailResponse>): Promise<CreateEmailResponse | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}
