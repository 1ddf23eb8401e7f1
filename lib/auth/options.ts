import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { getDatabase } from "@/db/client";
import { authSecret, SESSION_COOKIE, SESSION_SECONDS, sessionCookieOptions } from "@/lib/auth/cookie";
import { endSession, resolveSession } from "@/lib/auth/sessions";
import { signInInput } from "@/lib/users/schemas";
import { signIn } from "@/lib/users/service";

/** next-auth's own endpoints, over the same verbs and the same cookie as the sign-in page. */
export const authOptions: NextAuthOptions = {
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: { sessionToken: { name: SESSION_COOKIE, options: sessionCookieOptions } },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(credentials) {
        const input = signInInput.safeParse(credentials);
        if (!input.success) return null;
        const session = await signIn({ db: await getDatabase(), now: () => new Date() }, input.data).catch(() => null);
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
