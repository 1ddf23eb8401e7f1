import "server-only";
import { type Env, env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { parseRecipient } from "./address";
import { headerText } from "./headers";

export interface Sender {
  name: string;
  address: string;
}

export interface SmtpSettings {
  host: string;
  port: number;
  security: "tls" | "starttls" | "opportunistic" | "none";
  user?: string;
  password?: string;
}

export type MailSettings =
  | { kind: "resend"; from: Sender; apiKey: string; baseUrl?: string }
  | { kind: "smtp"; from: Sender; smtp: SmtpSettings }
  | { kind: "outbox" };

type MailEnv = Pick<
  Env,
  | "MAIL_FROM"
  | "RESEND_API_KEY"
  | "RESEND_BASE_URL"
  | "SMTP_URL"
  | "SMTP_HOST"
  | "SMTP_PORT"
  | "SMTP_USER"
  | "SMTP_PASSWORD"
  | "SMTP_SECURE"
>;

/** Resend before SMTP before the local outbox. @throws Error naming the variable that cannot be used. */
export function readMailSettings(variables: MailEnv): MailSettings {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl } = variables;
  if (apiKey) return { kind: "resend", from: readSender(variables.MAIL_FROM), apiKey, baseUrl };
  if (variables.SMTP_URL || variables.SMTP_HOST) {
    return { kind: "smtp", from: readSender(variables.MAIL_FROM), smtp: readSmtp(variables) };
  }
  return { kind: "outbox" };
}

export const mailSettings = (): MailSettings => readMailSettings(env);

/** True when no provider is configured: mails wait in the outbox to be opened there. */
export const isLocalOutbox = (): boolean => mailSettings().kind === "outbox";

/** True when `/outbox` may be opened without signing in. */
export const isOutboxPublic = (): boolean => env.OUTBOX === "public" && isLocalOutbox();

/**
 * A page of this JOBA as the absolute link a mail needs.
 * @public
 */
export function appUrl(path: string, query: Record<string, string> = {}): string {
  const url = new URL(path, env.APP_URL);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

function readSender(text = ""): Sender {
  const [, name = "", bracketed] = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  try {
    return { name: headerText(name), address: parseRecipient(bracketed ?? text.trim()) };
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    throw new Error('MAIL_FROM: must be an address, or "Name <address>"', { cause });
  }
}

function readSmtp(variables: MailEnv): SmtpSettings {
  const url = variables.SMTP_URL ? readSmtpUrl(variables.SMTP_URL) : undefined;
  const host = url ? url.hostname.replace(/^\[|\]$/g, "") : (variables.SMTP_HOST ?? "");
  const user = url ? decodeURIComponent(url.username) || undefined : variables.SMTP_USER;
  const password = url ? decodeURIComponent(url.password) || undefined : variables.SMTP_PASSWORD;
  const wanted = url?.protocol === "smtps:" ? "tls" : variables.SMTP_SECURE;
  const given = url ? Number(url.port) || undefined : variables.SMTP_PORT;
  const security = securityOf(wanted, { port: given, hasPassword: Boolean(password), host });
  return { host, port: given ?? (security === "tls" ? 465 : 587), security, user, password };
}

function readSmtpUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.hostname && (url.protocol === "smtp:" || url.protocol === "smtps:")) return url;
  throw new Error("SMTP_URL: must look like smtp://user:password@host:587");
}

/** A password never travels in clear text, except to this very machine. */
function securityOf(
  wanted: Env["SMTP_SECURE"],
  { port, hasPassword, host }: { port?: number; hasPassword: boolean; host: string },
): SmtpSettings["security"] {
  if (wanted !== "auto") return wanted;
  if (port === 465) return "tls";
  const isHere = /^(localhost|127(\.\d+){3}|::1)$/.test(host);
  return hasPassword && !isHere ? "starttls" : "opportunistic";
}
