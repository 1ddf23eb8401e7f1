import "server-only";
import { createHash, randomBytes } from "node:crypto";
import NextAuth from "next-auth";
import { authSecret } from "@/lib/auth/cookie";
import { CSRF_COOKIE, createAuthOptions } from "@/lib/auth/options";
import type { ProviderId } from "@/lib/auth/providers";
import { AppError } from "@/lib/errors";

/** The provider's page to send somebody to, and the cookies their browser must bring back. */
export interface ProviderStart {
  url: string;
  cookies: { name: string; value: string }[];
}

/**
 * Begins a provider's flow as next-auth's own POST to `/signin/<provider>` would, from a server action of ours: the
 * action has checked where the request came from, so it vouches with a CSRF pair of its own.
 */
export async function startProviderFlow(provider: ProviderId, returnPath: string): Promise<ProviderStart> {
  const csrfToken = randomBytes(32).toString("hex");
  const csrfHash = createHash("sha256").update(`${csrfToken}${authSecret()}`).digest("hex");
  const response = new RecordedResponse();
  const request = {
    method: "POST",
    query: { nextauth: ["signin", provider] },
    headers: {},
    cookies: { [CSRF_COOKIE.name]: `${csrfToken}|${csrfHash}` },
    body: { csrfToken, callbackUrl: returnPath, json: "true" },
  };
  const edges = { getVisitor: outside, settleProvider: outside };
  await NextAuth(request as never, response as never, createAuthOptions(edges));
  if (!response.url || new URL(response.url).pathname.startsWith("/api/auth/")) {
    throw new AppError("upstream", "That provider does not answer now. Try again, or sign in another way.");
  }
  return { url: response.url, cookies: response.cookies };
}

const outside = () => Promise.reject(new AppError("internal", "Nobody signs in while a flow only begins"));

/** As much of a Node response as next-auth writes to. */
class RecordedResponse {
  url = "";
  private headers: string[] = [];

  get cookies() {
    return this.headers.map((line) => {
      const pair = line.split(";", 1)[0] ?? "";
      const equals = pair.indexOf("=");
      return { name: pair.slice(0, equals), value: decodeURIComponent(pair.slice(equals + 1)) };
    });
  }
  getHeader = () => this.headers;
  setHeader = (name: string, value: string[]) => {
    if (name === "Set-Cookie") this.headers = value;
    return this;
  };
  status = () => this;
  json = ({ url }: { url?: string }) => {
    this.url = url ?? "";
  };
  send = () => {};
  end = () => {};
}
