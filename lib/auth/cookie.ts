import "server-only";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { appSecret } from "@/lib/secrets";

/** A browser session ends this long after its sign-in, however much it is used … */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;
/** … and after this long without use. */
export const SESSION_IDLE_SECONDS = 14 * 24 * 60 * 60;

/** `__Host-` needs https, which a self-hosted http://localhost does not have. */
export const isSecure = env.APP_URL.startsWith("https://") || Boolean(env.VERCEL);
export const SESSION_COOKIE = isSecure ? "__Host-joba.session" : "joba.session";
/** Between the password and the code: the secret of a challenge row. */
export const CHALLENGE_COOKIE = isSecure ? "__Host-joba.challenge" : "joba.challenge";
/** While somebody signed in is at a provider to connect it: that they asked for it, sealed to their session. */
export const CONNECT_COOKIE = isSecure ? "__Host-joba.connect" : "joba.connect";

export const sessionCookieOptions = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: isSecure,
} as const;

export const authSecret = () => appSecret("session").toString("base64url");

/** The cookie's JWT holds a random session id and nothing else; the row decides. */
export function encodeSessionCookie(sid: string): Promise<string> {
  return encode({ token: { sid }, secret: authSecret(), maxAge: SESSION_SECONDS });
}

export async function decodeSessionCookie(value: string): Promise<string | undefined> {
  const token = await decode({ token: value, secret: authSecret() }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : undefined;
}
