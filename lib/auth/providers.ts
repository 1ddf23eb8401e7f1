import "server-only";
import { type Env, env } from "@/lib/env";

export type ProviderId = "github" | "google" | "oidc";

export interface Provider {
  id: ProviderId;
  name: string;
  /** Under which its identities are kept: another issuer's "42" must never be this one's. */
  key: string;
  clientId: string;
  clientSecret: string;
  /** Of OpenID Connect; GitHub's origin for GitHub. */
  issuer: string;
}

const GITHUB = "https://github.com";
const GOOGLE = "https://accounts.google.com";

type ProviderEnv = Pick<
  Env,
  | "GITHUB_ID"
  | "GITHUB_SECRET"
  | "GITHUB_URL"
  | "GOOGLE_ID"
  | "GOOGLE_SECRET"
  | "OIDC_ID"
  | "OIDC_SECRET"
  | "OIDC_ISSUER"
  | "OIDC_NAME"
>;

/** Who may vouch for people here, by configuration. */
export function readProviders(variables: ProviderEnv): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, GITHUB_URL, GOOGLE_ID, GOOGLE_SECRET, OIDC_ID, OIDC_SECRET, OIDC_ISSUER } =
    variables;
  const providers: Provider[] = [];
  if (GITHUB_ID && GITHUB_SECRET) {
    const issuer = trimSlash(GITHUB_URL ?? GITHUB);
    const key = issuer === GITHUB ? "github" : `github:${issuer}`;
    providers.push({ id: "github", name: "GitHub", key, clientId: GITHUB_ID, clientSecret: GITHUB_SECRET, issuer });
  }
  if (GOOGLE_ID && GOOGLE_SECRET) {
    const identity = { clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET, issuer: GOOGLE };
    providers.push({ id: "google", name: "Google", key: "google", ...identity });
  }
  if (OIDC_ID && OIDC_SECRET && OIDC_ISSUER) {
    const identity = { clientId: OIDC_ID, clientSecret: OIDC_SECRET, issuer: trimSlash(OIDC_ISSUER) };
    providers.push({ id: "oidc", name: variables.OIDC_NAME, key: `oidc:${identity.issuer}`, ...identity });
  }
  return providers;
}

export const listProviders = (): Provider[] => readProviders(env);

/** What a screen may know of them. */
export const offeredProviders = (): { id: ProviderId; name: string }[] =>
  listProviders().map(({ id, name }) => ({ id, name }));

const trimSlash = (url: string) => url.replace(/\/+$/, "");
