import { API_SCOPES, type ApiScope } from "@/db/schema/vocabulary";

export const READ_SCOPES: readonly ApiScope[] = API_SCOPES.filter((scope) => scope.endsWith(":read"));

export const SCOPE_LABELS: Record<ApiScope, string> = {
  "profile:read": "Read your profile",
  "profile:write": "Change your profile",
  "searches:read": "Read searches, runs and sources",
  "searches:write": "Change and run searches, switch sources",
  "jobs:read": "Read jobs and matches",
  "jobs:write": "Save and dismiss jobs",
  "account:read": "See your account, sessions and tokens",
  "account:write": "Rename you, end sessions, revoke tokens",
};

/** "Everything", "Read only", or the scopes themselves. */
export function scopeSummary(scopes: readonly ApiScope[]): string {
  const has = (wanted: readonly ApiScope[]) => wanted.every((scope) => scopes.includes(scope));
  if (has(API_SCOPES)) return "Everything";
  if (scopes.length === READ_SCOPES.length && has(READ_SCOPES)) return "Read only";
  return scopes.join(", ");
}
