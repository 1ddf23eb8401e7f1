import "server-only";
import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);
const secret = optionalText.refine((value) => !value || value.length >= 32, "must be at least 32 characters");
const origin = z
  .url({ protocol: /^https?$/ })
  .optional()
  .or(z.literal("").transform(() => undefined));
const WORDS: Record<string, number> = { "": 0, false: 0, no: 0, off: 0, true: 1, yes: 1, on: 1 };
const hops = z
  .string()
  .trim()
  .default("0")
  .transform((value) => WORDS[value.toLowerCase()] ?? Number(value))
  .pipe(z.number("must be a number of proxies").int().min(0).max(10));

/**
 * Every variable JOBA reads. All are optional: with none set it runs on PGlite in `.data/`,
 * the embedded executor and generated secrets. `.env.example` lists the same names.
 */
export const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development").describe("Set by Next.js."),
  APP_URL: z
    .url()
    .default("http://localhost:3000")
    .describe("The address people open. https switches on secure cookies."),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe("Port `npm start` listens on."),
  DATA_DIR: z.string().default(".data").describe("Folder of the built-in database and generated secrets."),
  DATABASE_URL: optionalText.describe("postgres:// URL. Unset: PGlite in DATA_DIR."),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10).describe("Connections per process."),
  DATABASE_STATEMENT_TIMEOUT_MS: z.coerce.number().int().min(0).default(15_000).describe("Longest a query may run."),
  DATABASE_CONNECT_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .default(5_000)
    .describe("Longest to wait for a connection."),
  DATABASE_SSL: z.enum(["disable", "require", "verify-full"]).default("disable").describe("TLS to the database."),
  REDIS_URL: optionalText
    .refine((value) => !value || /^rediss?:\/\//.test(value), "must begin with redis:// or rediss://")
    .describe("redis:// or rediss:// URL. Servers then share rate limits and cached figures there."),
  CACHE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .max(4096)
    .default(32)
    .describe("Memory for cached figures without REDIS_URL; 0 keeps none."),
  AUTH_SECRET: secret.describe(
    "Signs session cookies; 32 characters or more. Required with DATABASE_URL in production.",
  ),
  ENCRYPTION_KEY: secret.describe(
    "Seals stored keys; 32 characters or more. Required with DATABASE_URL in production.",
  ),
  ENCRYPTION_KEYS_OLD: optionalText
    .transform((list) => list?.split(",").map((key) => key.trim()) ?? [])
    .refine((keys) => keys.every((key) => key.length >= 32), "each must be at least 32 characters")
    .describe("Comma-separated keys ENCRYPTION_KEY replaced: they still open, until `npm run secrets:rotate` is done."),
  INNGEST_EVENT_KEY: optionalText.describe(
    "Set with INNGEST_SIGNING_KEY to run functions on Inngest Cloud or `inngest start`.",
  ),
  INNGEST_SIGNING_KEY: optionalText.describe("Verifies calls from the Inngest server."),
  INNGEST_BASE_URL: optionalText.describe("A self-hosted Inngest server."),
  INNGEST_DEV: optionalText.describe("1 or a URL: use the Inngest dev server."),
  MAIL_FROM: optionalText.describe('Sender of every mail: "JOBA <joba@example.com>". Required with a mail provider.'),
  RESEND_API_KEY: optionalText.describe("Sends mail through Resend. Without it and SMTP, mail waits in the outbox."),
  RESEND_BASE_URL: z.url().optional().describe("Another address of Resend's API."),
  SMTP_URL: optionalText.describe("smtp://user:password@host:587 or smtps://…:465, in place of the five below."),
  SMTP_HOST: optionalText.describe("Mail server, when RESEND_API_KEY is unset."),
  SMTP_PORT: z.coerce.number().int().min(1).max(65535).optional().describe("Unset: 465 with tls, otherwise 587."),
  SMTP_USER: optionalText.describe("Name to sign in to the mail server with."),
  SMTP_PASSWORD: optionalText.describe("Password to sign in to the mail server with."),
  SMTP_SECURE: z
    .enum(["auto", "tls", "starttls", "none"])
    .default("auto")
    .describe("auto: tls on port 465, else STARTTLS where offered, required once there is a password."),
  OUTBOX: z
    .enum(["private", "public"])
    .default("private")
    .describe(
      "public: without a mail provider, /outbox opens without signing in. Only for an APP_URL on this machine.",
    ),
  HTTP_PROXIES: optionalText.describe("Comma-separated proxy URLs that source requests rotate over."),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info").describe("Least severe line to log."),
  SIGN_UP: z
    .enum(["open", "invite", "closed"])
    .default("open")
    .describe("Who may register: anybody, the invited, or nobody after the first."),
  GITHUB_ID: optionalText.describe("Client id of a GitHub OAuth app; offers “Continue with GitHub”."),
  GITHUB_SECRET: optionalText.describe("Its client secret."),
  GITHUB_URL: origin.describe("A GitHub Enterprise server instead of github.com."),
  GOOGLE_ID: optionalText.describe("Client id of a Google OAuth client; offers “Continue with Google”."),
  GOOGLE_SECRET: optionalText.describe("Its client secret."),
  OIDC_ISSUER: origin.describe("Any OpenID Connect issuer; its callback is APP_URL/api/auth/callback/oidc."),
  OIDC_ID: optionalText.describe("Client id there."),
  OIDC_SECRET: optionalText.describe("Client secret there."),
  OIDC_NAME: z.string().trim().min(1).max(40).default("single sign-on").describe("How its button calls it."),
  DEMO: z.enum(["on", "off"]).default("on").describe("Whether the landing page offers the demo."),
  API_RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(1200)
    .describe("Requests a minute one person may send to /api/v1; 0 counts none."),
  TRUST_PROXY: hops.describe(
    "How many proxies stand before JOBA (true: one). Only then are X-Forwarded-For, -Host and -Proto believed.",
  ),
  VERCEL: optionalText.describe("Set by Vercel."),
  NEXT_PHASE: optionalText.describe("Set by Next.js while building."),
  ...Object.fromEntries(
    [
      "LINKEDIN",
      "INDEED",
      "GLASSDOOR",
      "GREENHOUSE",
      "LEVER",
      "ASHBY",
      "REMOTEOK",
      "REMOTIVE",
      "WEWORKREMOTELY",
      "HACKERNEWS",
    ].map((source) => [
      `SOURCE_ORIGIN_${source}` as const,
      optionalText.describe(`Replaces the origin of ${source}, for example a replay server.`),
    ]),
  ),
});

type Parsed = z.infer<typeof envSchema>;
export type Env = Parsed & { isProduction: boolean; isBuild: boolean };

const PLACEHOLDER = /^(change[-_ ]?me|secret|password|example|placeholder|test|1234)/i;
/** A random secret of 32 characters has far more different ones. */
const isPlaceholder = (value: string) => PLACEHOLDER.test(value) || new Set(value).size < 8;

/** Parses an environment. Throws one error that names every variable at fault. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = envSchema.safeParse(source);
  const problems = result.success
    ? []
    : result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (result.success) {
    const env = {
      ...result.data,
      isProduction: result.data.NODE_ENV === "production",
      isBuild: result.data.NEXT_PHASE === "phase-production-build",
    };
    if (!env.isBuild) problems.push(...productionProblems(env), ...mailProblems(env), ...providerProblems(env));
    if (problems.length === 0) return env;
  }
  throw new Error(
    `JOBA cannot start. Fix these environment variables:\n${problems.map((text) => `  - ${text}`).join("\n")}`,
  );
}

function productionProblems(env: Env): string[] {
  const problems: string[] = [];
  if (env.isProduction && env.DATABASE_URL) {
    for (const name of ["AUTH_SECRET", "ENCRYPTION_KEY"] as const) {
      if (!env[name]) problems.push(`${name}: is missing; generate one with \`openssl rand -base64 48\``);
      else if (isPlaceholder(env[name]))
        problems.push(`${name}: is a placeholder; generate one with \`openssl rand -base64 48\``);
    }
  }
  if (env.VERCEL) {
    if (!env.DATABASE_URL) problems.push("DATABASE_URL: is required on Vercel, where no disk outlives a request");
    if (!env.INNGEST_EVENT_KEY)
      problems.push("INNGEST_EVENT_KEY: is required on Vercel, where no process outlives a request");
    if (!env.INNGEST_SIGNING_KEY)
      problems.push("INNGEST_SIGNING_KEY: is required on Vercel, where no process outlives a request");
  }
  return problems;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function mailProblems(env: Env): string[] {
  const problems: string[] = [];
  const hasProvider = env.RESEND_API_KEY || env.SMTP_URL || env.SMTP_HOST;
  if (hasProvider && !env.MAIL_FROM) problems.push("MAIL_FROM: is required with a mail provider");
  if (env.OUTBOX === "public" && !LOOPBACK.test(new URL(env.APP_URL).hostname)) {
    problems.push("OUTBOX: public would let anybody who reaches APP_URL take over every account");
  }
  return problems;
}

function providerProblems(env: Env): string[] {
  const problems: string[] = [];
  const sets = [
    ["GITHUB_ID", "GITHUB_SECRET"],
    ["GOOGLE_ID", "GOOGLE_SECRET"],
    ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"],
  ] as const;
  for (const set of sets) {
    const missing = set.filter((name) => !env[name]);
    if (missing.length === set.length) continue;
    for (const name of missing)
      problems.push(`${name}: is missing beside ${set.filter((other) => env[other]).join(", ")}`);
  }
  for (const name of ["OIDC_ISSUER", "GITHUB_URL"] as const) {
    const url = env[name] && new URL(env[name]);
    if (url && url.protocol === "http:" && !LOOPBACK.test(url.hostname)) {
      problems.push(`${name}: must be https, or whoever stands between could sign in as anybody`);
    }
  }
  return problems;
}

export const env = parseEnv(process.env);

/** The origin override of a source, or undefined. */
export function sourceOriginOverride(sourceId: string): string | undefined {
  return process.env[`SOURCE_ORIGIN_${sourceId.toUpperCase()}`] || undefined;
}

/** True when Inngest Cloud, a self-hosted Inngest server or the dev server runs the functions. */
export const hasInngestServer = Boolean(env.INNGEST_EVENT_KEY || env.INNGEST_DEV || env.INNGEST_BASE_URL);
