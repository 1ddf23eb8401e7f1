import "server-only";
import { cookies } from "next/headers";
import { CONNECT_COOKIE, sessionCookieOptions } from "@/lib/auth/cookie";
import { FLOW_COOKIES, FLOW_SECONDS, ownPath } from "@/lib/auth/options";
import { startProviderFlow } from "@/lib/auth/provider-start";
import type { ProviderId } from "@/lib/auth/providers";
import { findViewer, getContext, getPublicContext, settleSignIn } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { seal, unseal } from "@/lib/secrets";
import { connectProvider, type ProviderIdentity, signInWithProvider } from "@/lib/users/oauth";

const SECURITY = "/settings/security";

/** Sends a stranger to a provider to sign in. @returns the provider's page. */
export async function startProviderSignIn(provider: ProviderId, next: string): Promise<string> {
  (await cookies()).set(CONNECT_COOKIE, "", { ...sessionCookieOptions, maxAge: 0 });
  return begin(provider, next);
}

/** Sends the signed-in person to a provider to connect it; call it once they may. @returns the provider's page. */
export async function startProviderConnection(provider: ProviderId, sessionId: string): Promise<string> {
  const intent = seal(JSON.stringify({ provider, until: Date.now() + FLOW_SECONDS * 1000 }), connectAad(sessionId));
  (await cookies()).set(CONNECT_COOKIE, intent, { ...sessionCookieOptions, maxAge: FLOW_SECONDS });
  return begin(provider, SECURITY);
}

/** What becomes of an identity a provider has just proven, in this browser. @returns the page to go to. */
export async function settleProvider(identity: ProviderIdentity): Promise<string> {
  const jar = await cookies();
  const intent = jar.get(CONNECT_COOKIE)?.value;
  const back = jar.get(FLOW_COOKIES.callbackUrl.name)?.value ?? "";
  for (const name of [CONNECT_COOKIE, FLOW_COOKIES.callbackUrl.name]) {
    jar.set(name, "", { ...sessionCookieOptions, maxAge: 0 });
  }
  if (intent) return settleConnection(identity, intent);
  const outcome = await signInWithProvider(await getPublicContext(), identity);
  if (outcome.status === "refused") {
    return `/sign-in?${new URLSearchParams({ error: outcome.reason, provider: identity.provider })}`;
  }
  return settleSignIn(outcome, outcome.isNew ? "/onboarding" : ownPath(back, process.env.NEXTAUTH_URL ?? ""));
}

/** Whoever asked to connect is never signed in as somebody else instead. */
async function settleConnection(identity: ProviderIdentity, intent: string): Promise<string> {
  const viewer = await findViewer();
  if (!viewer || !isIntended(intent, viewer.sessionId, identity.provider)) return "/sign-in?error=connect_expired";
  try {
    await connectProvider(await getContext(), identity);
    return `${SECURITY}?connected=${identity.provider}`;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return `${SECURITY}?refused=${identity.provider}`;
    if (error instanceof AppError && error.code === "forbidden") return `${SECURITY}?unconfirmed=${identity.provider}`;
    throw error;
  }
}

async function begin(provider: ProviderId, returnPath: string): Promise<string> {
  const { url, cookies: flow } = await startProviderFlow(provider, returnPath);
  const jar = await cookies();
  const known = Object.values(FLOW_COOKIES);
  for (const { name, value } of flow) {
    const cookie = known.find((candidate) => candidate.name === name);
    if (cookie) jar.set(name, value, cookie.options);
  }
  return url;
}

function isIntended(intent: string, sessionId: string, provider: ProviderId): boolean {
  try {
    const { provider: asked, until } = JSON.parse(unseal(intent, connectAad(sessionId)));
    return asked === provider && until > Date.now();
  } catch {
    return false;
  }
}

const connectAad = (sessionId: string) => `${sessionId}:connect-provider`;
