/** Closed sets shared by tables, schemas and screens. Text and a list instead of pgEnum: a new word needs no type migration. */
export const ROLES = ["user", "admin"] as const;
export const WORKPLACES = ["remote", "hybrid", "onsite", "unknown"] as const;
export const EMPLOYMENT_TYPES = [
  "full_time",
  "part_time",
  "contract",
  "temporary",
  "internship",
  "volunteer",
  "per_diem",
  "other",
] as const;
/** From least to most senior; the index is the rung on the ladder. */
export const SENIORITIES = ["intern", "junior", "mid", "senior", "staff", "manager", "director"] as const;
export const SALARY_INTERVALS = ["hour", "day", "week", "month", "year"] as const;
export const SOURCE_OUTCOMES = ["ok", "partial", "capped", "blocked", "empty", "drifted", "off", "failed"] as const;
export const RUN_STATUSES = ["queued", "running", "finished", "failed", "canceled"] as const;
export const RUN_SOURCE_STATUSES = ["queued", "fetching", "scoring", "finished"] as const;
export const RUN_TRIGGERS = ["manual", "schedule"] as const;
/** What became of one posting in one run. */
export const DECISIONS = ["new", "changed", "unchanged", "duplicate", "filtered", "invalid"] as const;
/** "inbox" is a job nobody has judged yet. */
export const JOB_STATES = ["inbox", "saved", "dismissed"] as const;
export const DISMISS_REASONS = [
  "not_interested",
  "wrong_stack",
  "too_junior",
  "too_senior",
  "location",
  "pay",
  "company",
  "already_applied",
  "closed",
  "other",
] as const;
export const GATE_VERDICTS = ["pass", "fail", "unknown"] as const;
export const MATCH_BANDS = ["strong", "good", "stretch", "weak"] as const;
export const CADENCES = ["manual", "hourly", "daily", "weekdays", "weekly"] as const;
export const MAIL_TRANSPORTS = ["resend", "smtp", "outbox"] as const;
/** "waiting" is kept here to be opened; "needs_review" may have been sent, so it is never sent again by itself. */
export const MAIL_STATES = ["sending", "waiting", "sent", "failed", "needs_review"] as const;
/** What a mailed link lets its holder do. */
export const ACCOUNT_TOKEN_KINDS = ["verify_email", "change_email", "reset_password"] as const;
/** What JOBA writes to a person about their account. */
export const ACCOUNT_MAIL_KINDS = [
  "verify_email",
  "already_registered",
  "reset_password",
  "password_changed",
  "change_email",
  "email_changed",
  "sign_in_alert",
] as const;
/** A browser holds a cookie; an API session holds access and refresh tokens. Both are listed and revoked alike. */
export const SESSION_KINDS = ["browser", "api"] as const;
export const SIGN_IN_METHODS = ["password", "oauth", "demo", "sign_up"] as const;
export const IDEMPOTENCY_STATES = ["in_flight", "done"] as const;
export const AUDIT_ACTIONS = [
  "account.registered",
  "account.signed_in",
  "account.sign_in_failed",
  "account.signed_out",
  "account.email_verified",
  "account.email_changed",
  "account.password_changed",
  "account.password_reset",
  "account.totp_enabled",
  "account.totp_disabled",
  "account.recovery_code_used",
  "account.recovery_codes_renewed",
  "account.oauth_linked",
  "account.oauth_unlinked",
  "account.exported",
  "account.imported",
  "account.deleted",
  "session.revoked",
  "session.all_revoked",
  "token.created",
  "token.revoked",
  "token.reuse_detected",
  "access.denied",
  "admin.user_disabled",
  "admin.user_enabled",
  "admin.role_changed",
  "admin.sessions_revoked",
  "admin.verification_resent",
  "admin.invitation_sent",
  "admin.invitation_revoked",
] as const;
export const API_SCOPES = [
  "profile:read",
  "profile:write",
  "searches:read",
  "searches:write",
  "jobs:read",
  "jobs:write",
  "account:read",
  "account:write",
] as const;

export type Role = (typeof ROLES)[number];
export type Workplace = (typeof WORKPLACES)[number];
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];
export type Seniority = (typeof SENIORITIES)[number];
export type SalaryInterval = (typeof SALARY_INTERVALS)[number];
export type SourceOutcome = (typeof SOURCE_OUTCOMES)[number];
export type RunStatus = (typeof RUN_STATUSES)[number];
export type RunSourceStatus = (typeof RUN_SOURCE_STATUSES)[number];
export type RunTrigger = (typeof RUN_TRIGGERS)[number];
export type Decision = (typeof DECISIONS)[number];
export type JobState = (typeof JOB_STATES)[number];
export type DismissReason = (typeof DISMISS_REASONS)[number];
export type GateVerdict = (typeof GATE_VERDICTS)[number];
export type MatchBand = (typeof MATCH_BANDS)[number];
export type MailTransport = (typeof MAIL_TRANSPORTS)[number];
export type MailState = (typeof MAIL_STATES)[number];
export type ApiScope = (typeof API_SCOPES)[number];
export type AccountTokenKind = (typeof ACCOUNT_TOKEN_KINDS)[number];
export type AccountMailKind = (typeof ACCOUNT_MAIL_KINDS)[number];
export type SessionKind = (typeof SESSION_KINDS)[number];
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
