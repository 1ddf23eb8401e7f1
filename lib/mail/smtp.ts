import "server-only";
import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { redactReason } from "./headers";
import type { MailSettings, Sender, SmtpSettings } from "./settings";
import type { Delivery, OutgoingMail, Transport } from "./transport";

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;

type Settings = Extract<MailSettings, { kind: "smtp" }>;

/** One connection a mail. No pool: a person's mails are few, and a fresh connection fails where it can be told apart. */
export function smtpTransport({ from, smtp }: Settings): Transport {
  return {
    kind: "smtp",
    deliver: async (mail) => {
      const progress = { hasBegun: false };
      try {
        const raw = await composeRaw(mail, from);
        const providerId = await transmit(smtp, { from: from.address, to: mail.to, raw, progress });
        return { outcome: "sent", providerId };
      } catch (error) {
        return judge(error, progress.hasBegun);
      }
    },
  };
}

/**
 * Bytes of the message. Every header comes from here: two fixed addresses, one-line texts, no list, no attachment, and
 * content is never read from a file or an address.
 */
function composeRaw({ to, subject, html, text, key }: OutgoingMail, from: Sender): Promise<Buffer> {
  const domain = from.address.split("@")[1] ?? "localhost";
  return new MailComposer({
    from,
    to: { name: "", address: to },
    subject,
    text,
    html,
    messageId: `<${key}@${domain}>`,
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

interface Transmission {
  from: string;
  to: string;
  raw: Buffer;
  /** Set once the server asked for the message; from then on only its own "no" proves that it has not got it. */
  progress: { hasBegun: boolean };
}

function transmit(smtp: SmtpSettings, { from, to, raw, progress }: Transmission): Promise<string | undefined> {
  const connection = new SMTPConnection({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.security === "tls",
    requireTLS: smtp.security === "starttls",
    ignoreTLS: smtp.security === "none",
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    dnsTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SILENCE_TIMEOUT_MS,
  });
  const body = Readable.from(
    (function* () {
      progress.hasBegun = true;
      yield raw;
    })(),
  );
  const { user, password } = smtp;
  return new Promise<string | undefined>((resolve, reject) => {
    const post = () =>
      connection.send({ from, to: [to], size: raw.length }, body, (error, info) =>
        error ? reject(error) : resolve(info?.response?.slice(0, 100)),
      );
    connection.once("error", reject);
    connection.connect((error) => {
      if (error) return reject(error);
      if (!user || !password) return post();
      connection.login({ user, pass: password }, (refused) => (refused ? reject(refused) : post()));
    });
  }).finally(() => connection.quit());
}

function judge(error: unknown, hasBegun: boolean): Delivery {
  const { responseCode, code, message } = error as { responseCode?: number; code?: string; message?: string };
  const reason = redactReason(`SMTP ${responseCode ?? code ?? ""}: ${message ?? "unknown"}`);
  return { outcome: hasBegun && !responseCode ? "uncertain" : "failed", reason };
}
