import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Provider } from "./providers";

/** What a provider says about a person, as `profile` below reduces it. */
export interface ProviderProfile {
  id: string;
  name: string;
  email: string | null;
  isEmailVerified: boolean;
}

type Claims = Record<string, unknown>;

const TIMEOUT_MS = 10_000;

/** The provider as next-auth wants it. PKCE and state always, a nonce where there is an id token. */
export function nextAuthProvider(provider: Provider): OAuthConfig<Claims> {
  const { id, name, clientId, clientSecret } = provider;
  const shared = { id, name, type: "oauth" as const, clientId, clientSecret, httpOptions: { timeout: TIMEOUT_MS } };
  return { ...shared, ...(id === "github" ? github(provider) : openIdConnect(provider)) };
}

function openIdConnect({ issuer }: Provider) {
  return {
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    idToken: true,
    checks: ["pkce", "state", "nonce"] as ("pkce" | "state" | "nonce")[],
    authorization: { params: { scope: "openid email profile" } },
    userinfo: {
      // Providers may keep the address out of the id token. `userinfo` refuses an answer about another subject.
      async request({ client, tokens }: UserinfoRequest) {
        const claims = (tokens as { claims: () => Claims }).claims();
        if (typeof claims.email === "string" || !client.issuer.userinfo_endpoint) return claims;
        return { ...(await client.userinfo(tokens as never)), sub: claims.sub };
      },
    },
    profile: (claims: Claims) =>
      nextAuthUser({
        id: text(claims.sub),
        name: text(claims.name) || text(claims.preferred_username),
        email: text(claims.email) || null,
        isEmailVerified: claims.email_verified === true || claims.email_verified === "true",
      }),
  };
}

function github({ issuer }: Provider) {
  const isPublic = issuer === "https://github.com";
  const api = isPublic ? "https://api.github.com" : `${issuer}/api/v3`;
  return {
    issuer: `${issuer}/login/oauth`,
    checks: ["pkce", "state"] as ("pkce" | "state")[],
    authorization: { url: `${issuer}/login/oauth/authorize`, params: { scope: "read:user user:email" } },
    token: { url: `${issuer}/login/oauth/access_token` },
    userinfo: {
      url: `${api}/user`,
      // The public profile's address says nothing about being verified; the list of addresses does.
      async request({ client, tokens }: UserinfoRequest) {
        const headers = { accept: "application/vnd.github+json", "user-agent": "JOBA" };
        const read = async (path: string) => {
          const { body } = await client.requestResource(`${api}${path}`, tokens.access_token ?? "", { headers });
          return JSON.parse(String(body)) as unknown;
        };
        const [user, emails] = await Promise.all([read("/user"), read("/user/emails")]);
        const list = Array.isArray(emails)
          ? (emails as { email?: string; primary?: boolean; verified?: boolean }[])
          : [];
        const primary = list.find((entry) => entry.primary);
        return { ...(user as Claims), email: primary?.email, email_verified: primary?.verified === true };
      },
    },
    profile: (claims: Claims) =>
      nextAuthUser({
        id: typeof claims.id === "number" ? String(claims.id) : "",
        name: text(claims.name) || text(claims.login),
        email: text(claims.email) || null,
        isEmailVerified: claims.email_verified === true,
      }),
  };
}

type UserinfoRequest = Parameters<
  NonNullable<Exclude<OAuthConfig<Claims>["userinfo"], string | undefined>["request"]>
>[0];

/** next-auth's `User` is open to more fields; it hands the object to our callback as it is. */
const nextAuthUser = (profile: ProviderProfile) => profile;

const text = (value: unknown) => (typeof value === "string" ? value.slice(0, 300) : "");
