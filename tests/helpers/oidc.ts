import Provider from "oidc-provider";
import { OIDC_CLIENT } from "./oidc-client";

/**
 * An OpenID Connect issuer on this machine for browser tests: it asks for a name and any password. The name is the
 * address, and `unverified:` before it makes the issuer say that nobody checked it.
 */
export async function startOidcIssuer(
  port: number,
  appUrl: string,
): Promise<{ issuer: string; close: () => Promise<void> }> {
  const issuer = `http://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.id,
        client_secret: OIDC_CLIENT.secret,
        redirect_uris: [`${appUrl}/api/auth/callback/oidc`],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["tests-only"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        name: "Ida Oidc",
        email: id.replace(/^unverified:/, ""),
        email_verified: !id.startsWith("unverified:"),
      }),
    }),
  });
  const server = provider.listen(port, "127.0.0.1");
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  return { issuer, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
