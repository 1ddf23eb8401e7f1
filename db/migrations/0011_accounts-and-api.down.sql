DROP TABLE "account_tokens", "audit_entries", "idempotency_keys", "invitations", "oauth_accounts", "recovery_codes", "second_factors", "sign_in_challenges", "refresh_tokens";
DROP FUNCTION audit_entries_are_kept();
ALTER TABLE "searches" DROP COLUMN "version";
ALTER TABLE "api_tokens" DROP COLUMN "name";
ALTER TABLE "sessions" DROP COLUMN "kind", DROP COLUMN "method", DROP COLUMN "address", DROP COLUMN "scopes";
ALTER TABLE "users" DROP COLUMN "email_verified_at", DROP COLUMN "disabled_at", DROP COLUMN "password_changed_at";
