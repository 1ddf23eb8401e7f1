import "server-only";
import { randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { API_SCOPES, type ApiScope } from "@/db/schema/vocabulary";
import { env } from "@/lib/env";
import { appSecret } from "@/lib/secrets";

export const ACCESS_TOKEN_SECONDS = 15 * 60;

const issuer = () => new URL(env.APP_URL).origin;
const audience = () => `${issuer()}/api/v1`;
const TYPE = "at+jwt";

/** Says who and which session for a quarter of an hour. The session row decides all the same, on every request. */
export async function signAccessToken(
  { userId, sessionId, scopes }: { userId: string; sessionId: string; scopes: readonly ApiScope[] },
  now: Date,
): Promise<{ accessToken: string; expiresAt: Date }> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const accessToken = await new SignJWT({ sid: sessionId, scope: scopes.join(" ") })
    .setProtectedHeader({ alg: "HS256", typ: TYPE })
    .setIssuer(issuer())
    .setAudience(audience())
    .setSubject(userId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
    .sign(appSecret("access-token"));
  return { accessToken, expiresAt: new Date((issuedAt + ACCESS_TOKEN_SECONDS) * 1000) };
}

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid() });

/** @returns undefined for anything but an unexpired token of ours; never throws. */
export async function verifyAccessToken(
  token: string,
  now: Date,
): Promise<{ userId: string; sessionId: string } | undefined> {
  try {
    const { payload } = await jwtVerify(token, appSecret("access-token"), {
      algorithms: ["HS256"],
      issuer: issuer(),
      audience: audience(),
      typ: TYPE,
      currentDate: now,
      requiredClaims: ["exp", "iat", "jti"],
    });
    const { sub, sid } = claimsSchema.parse(payload);
    return { userId: sub, sessionId: sid };
  } catch {
    return undefined;
  }
}

/** A session without a list may do everything. */
export const scopesOf = (scopes: readonly ApiScope[] | null): readonly ApiScope[] => scopes ?? API_SCOPES;
