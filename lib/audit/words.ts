import type { AuditAction } from "@/db/schema/vocabulary";

type Detail = Record<string, string | number | boolean | null>;

export interface AuditFacts {
  action: AuditAction;
  detail: Detail;
}

/** `detail.by` where nobody was signed in: `npm run admin`. */
export const BY_HAND = "command line";

const METHODS: Record<string, string> = {
  password: "with a password",
  oauth: "through another provider",
  demo: "to the demo",
  sign_up: "after registering",
};

const SECOND_FACTORS: Record<string, string> = { totp: "and a code", recovery_code: "and a recovery code" };
const REASONS: Record<string, string> = {
  password: "wrong password",
  code: "wrong code",
  disabled: "account disabled",
  unconfirmed: "address not confirmed yet",
};

/** What was done, without who: "signed in with a password". `whose` is the account touched: "your", "Ada’s". */
const WORDS: Record<AuditAction, (detail: Detail, whose: string) => string> = {
  "account.registered": ({ invitation, by }) =>
    join("registered", invitation ? "by invitation" : by ? `with ${by}` : undefined),
  "account.signed_in": ({ method, kind, secondFactor }) =>
    join(
      kind === "api" ? "signed in to the API" : "signed in",
      METHODS[String(method)],
      SECOND_FACTORS[String(secondFactor)],
    ),
  "account.sign_in_failed": ({ reason }) => join("tried to sign in and failed:", REASONS[String(reason)] ?? "refused"),
  "account.signed_out": () => "signed out",
  "account.email_verified": () => "confirmed the e-mail address",
  "account.email_changed": () => "changed the e-mail address",
  "account.password_changed": () => "changed the password",
  "account.password_reset": ({ by }) =>
    by === BY_HAND ? "set a new password" : "set a new password through a mailed link",
  "account.totp_enabled": () => "switched two-step sign-in on",
  "account.totp_disabled": () => "switched two-step sign-in off",
  "account.recovery_code_used": () => "signed in with a recovery code",
  "account.recovery_codes_renewed": () => "made new recovery codes",
  "account.oauth_linked": ({ provider }) => join("linked", text(provider) ?? "another provider"),
  "account.oauth_unlinked": ({ provider }) => join("unlinked", text(provider) ?? "another provider"),
  "account.exported": () => "exported everything",
  "account.imported": () => "imported an export",
  "account.deleted": () => "deleted an account",
  "session.revoked": () => "ended a session",
  "session.all_revoked": () => "signed out everywhere",
  "token.created": ({ name }) => join("created an API token", quoted(name)),
  "token.revoked": ({ name }) => join("revoked an API token", quoted(name)),
  "token.reuse_detected": () => "a used refresh token was shown again, so its session ended",
  "access.denied": ({ needed, reason }) =>
    reason === "address_taken"
      ? "tried to register with an address that is taken"
      : join("was refused", needed ? `what needs ${needed}` : "something"),
  "admin.user_disabled": ({ reason }, whose) =>
    join(`disabled ${whose} account`, reason ? `because “${reason}”` : undefined),
  "admin.user_enabled": (_detail, whose) => `enabled ${whose} account again`,
  "admin.role_changed": ({ from, to }, whose) =>
    join(`changed ${whose} role`, from && to ? `from ${from} to ${to}` : undefined),
  "admin.sessions_revoked": (_detail, whose) => `ended ${whose} sessions`,
  "admin.verification_resent": (_detail, whose) => `sent ${whose} confirmation mail again`,
  "admin.invitation_sent": ({ role, again }) =>
    join(again ? "sent an invitation again" : "sent an invitation", role === "admin" ? "as admin" : undefined),
  "admin.invitation_revoked": () => "revoked an invitation",
};

export function describeAudit({ action, detail }: AuditFacts, whose: string): string {
  return WORDS[action](detail, whose);
}

/** The filter's choices: what people look for, not thirty actions. */
export const AUDIT_TOPICS = {
  sign_in: { label: "Sign-in", prefixes: ["account.signed", "account.sign_in_failed", "account.recovery_code_used"] },
  account: { label: "Account changes", prefixes: ["account."] },
  sessions: { label: "Sessions and tokens", prefixes: ["session.", "token."] },
  denied: { label: "Refused access", prefixes: ["access."] },
  admin: { label: "Admin actions", prefixes: ["admin."] },
} as const satisfies Record<string, { label: string; prefixes: readonly string[] }>;

export type AuditTopic = keyof typeof AUDIT_TOPICS;

export function actionsOf(topic: AuditTopic, all: readonly AuditAction[]): AuditAction[] {
  const { prefixes } = AUDIT_TOPICS[topic];
  return all.filter((action) => prefixes.some((prefix) => action.startsWith(prefix)));
}

const text = (value: Detail[string] | undefined) => (value ? String(value) : undefined);
const quoted = (value: Detail[string] | undefined) => (value ? `“${value}”` : undefined);
const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(" ");
