import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { getDatabase } from "@/db/client";
import { authSecret, SESSION_COOKIE, SESSION_SECONDS, sessionCookieOptions } from "@/lib/auth/cookie";
import { getPublicContext } from "@/lib/auth/session";
import { endSession, resolveSession } from "@/lib/auth/sessions";
import { authenticateInput } from "@/lib/users/schemas";
import { signInAtOnce } from "@/lib/users/sign-in";

/** next-auth's own endpoints, over the same verbs and the same cookie as the sign-in page. */
export const authOptions: NextAuthOptions = {
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions } },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" }, code: { type: "text" } },
      async authorize(credentials) {
        const input = authenticateInput.safeParse(credentials);
        if (!input.success) return null;
        const session = await signInAtOnce(await getPublicContext(), input.data).catch(() => null);
        return session && { id: session.userId, sid: session.sid };
      },
    }),
  ],
  callbacks: {
    // Nothing a client sends is copied: the token is the random session id, on sign-in and ever after.
    jwt: ({ token, user }) => ({ sid: user ? (user as { sid?: string }).sid : token.sid }),
    async session({ session, token }) {
      const viewer =
        typeof token.sid === "string" ? await resolveSession(await getDatabase(), token.sid, new Date()) : undefined;
      session.user = viewer ? { name: viewer.name, email: viewer.email } : undefined;
      return session;
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sid === "string") await endSession(await getDatabase(), token.sid, new Date());
    },
  },
};
