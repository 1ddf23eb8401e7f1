import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { getDatabase } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import { authSecret, isSecure, SESSION_COOKIE, SESSION_SECONDS, sessionCookieOptions } from "@/lib/auth/cookie";
import { nextAuthProvider, type ProviderProfile } from "@/lib/auth/provider-options";
import { listProviders, type ProviderId } from "@/lib/auth/providers";
import { safePath } from "@/lib/auth/redirects";
import { endSession, resolveSession } from "@/lib/auth/sessions";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import type { ProviderIdentity } from "@/lib/users/oauth";
import { authenticateInput, emailSchema } from "@/lib/users/schemas";
import { signInAtOnce } from "@/lib/users/sign-in";
import type { Visitor } from "@/lib/users/visitor";

/** Where next-auth itself believes to be; from configuration, never from a request, except on Vercel without one. */
if (!env.VERCEL || process.env.APP_URL) process.env.NEXTAUTH_URL = new URL(env.APP_URL).origin;

/** Between sending somebody to a provider and their coming back. */
export const FLOW_SECONDS = 15 * 60;
const flowCookie = (name: string) => ({
  name: `${isSecure ? "__Secure-" : ""}joba.flow.${name}`,
  options: { ...sessionCookieOptions, maxAge: FLOW_SECONDS },
});
export const FLOW_COOKIES = {
  callbackUrl: flowCookie("return"),
  pkceCodeVerifier: flowCookie("pkce"),
  state: flowCookie("state"),
  nonce: flowCookie("nonce"),
};
export const CSRF_COOKIE = { name: `${isSecure ? "__Host-" : ""}joba.csrf`, options: sessionCookieOptions };

export interface AuthEdges {
  getVisitor: () => Promise<Visitor>;
  /** Decides about an identity a provider has just proven. @returns the page to go to. */
  settleProvider: (identity: ProviderIdentity) => Promise<string>;
}

/** next-auth speaks the protocols; who gets in is decided by the same verbs as on the sign-in page. */
export const createAuthOptions = ({ getVisitor, settleProvider }: AuthEdges): NextAuthOptions => ({
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  useSecureCookies: isSecure,
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: {
    sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions },
    csrfToken: CSRF_COOKIE,
    ...FLOW_COOKIES,
  },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
      async authorize(credentials) {
        const input = authenticateInput.safeParse({ ...credentials, code: credentials?.code || undefined });
        if (!input.success) return null;
        const session = await signInAtOnce(await getVisitor(), input.data).catch(() => null);
        return session && { id: session.userId, sid: session.sid };
      },
    }),
    ...listProviders().map(nextAuthProvider),
  ],
  callbacks: {
    // A path ends next-auth's part: our own cookies are set by then, and none of its session.
    signIn: async ({ user, account }) => {
      if (account?.type === "credentials") return true;
      if (account?.type !== "oauth") return false;
      return settleProvider(identityOf(account.provider as ProviderId, user as unknown as ProviderProfile));
    },
    // Nothing a client sends is copied: the token is the random session id, on sign-in and ever after.
    jwt: ({ token, user }) => ({ sid: user ? (user as { sid?: string }).sid : token.sid }),
    async session({ session, token }) {
      const viewer =
        typeof token.sid === "string" ? await resolveSession(await getDatabase(), token.sid, new Date()) : undefined;
      session.user = viewer ? { name: viewer.name, email: viewer.email } : undefined;
      return session;
    },
    redirect: ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid !== "string") return;
      const [db, now] = [await getDatabase(), () => new Date()];
      const ended = await endSession(db, token.sid, now());
      if (!ended) return;
      const subject = { kind: "session", id: ended.id };
      await recordAudit({ db, now }, { action: "account.signed_out", actorId: ended.userId, subject });
    },
  },
  // Its details hold tokens and addresses; the code says what went wrong.
  logger: {
    error: (code) => logger.warn({ code: String(code).slice(0, 60) }, "signing in by a provider failed"),
    warn: () => {},
    debug: () => {},
  },
});

/** next-auth keeps absolute addresses; only a path of ours comes out. */
export const ownPath = (url: string, baseUrl: string): string =>
  safePath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url);

function identityOf(provider: ProviderId, profile: ProviderProfile): ProviderIdentity {
  const email = emailSchema.safeParse(profile.email).data;
  return { provider, accountId: profile.id, name: profile.name, email, isEmailVerified: profile.isEmailVerified };
}
