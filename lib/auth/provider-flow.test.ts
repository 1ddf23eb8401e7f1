import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ProviderIdentity } from "@/lib/users/oauth";
import { callNextAuth } from "@/tests/helpers/next-auth";
import { createAuthOptions, FLOW_COOKIES } from "./options";
import { startProviderFlow } from "./provider-start";
import { readProviders } from "./providers";

/** A GitHub Enterprise server of this test. */
const github = await vi.hoisted(async () => {
  const { createServer } = await import("node:http");
  const state = { user: {} as unknown, emails: [] as unknown, tokenRequests: [] as URLSearchParams[], origin: "" };
  const server = createServer(async (request, response) => {
    const json = (body: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    const { pathname } = new URL(request.url ?? "", "http://github");
    if (pathname === "/login/oauth/access_token") {
      let body = "";
      for await (const chunk of request) body += chunk;
      state.tokenRequests.push(new URLSearchParams(body));
      return json({ access_token: "token-of-the-test", token_type: "bearer", scope: "read:user,user:email" });
    }
    if (request.headers.authorization !== "Bearer token-of-the-test") return response.writeHead(401).end();
    if (pathname === "/api/v3/user") return json(state.user);
    if (pathname === "/api/v3/user/emails") return json(state.emails);
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  state.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  Object.assign(process.env, { GITHUB_ID: "joba", GITHUB_SECRET: "secret", GITHUB_URL: `${state.origin}/` });
  return Object.assign(state, { close: () => server.close() });
});

afterAll(() => {
  github.close();
});

const settled: ProviderIdentity[] = [];
const options = createAuthOptions({
  getVisitor: () => Promise.reject(new Error("nobody types a password here")),
  settleProvider: async (identity) => {
    settled.push(identity);
    return "/where-we-say";
  },
});

beforeEach(() => {
  settled.length = 0;
  github.tokenRequests.length = 0;
  github.user = { id: 583231, login: "octocat", name: null, email: "public@example.test" };
  github.emails = [
    { email: "public@example.test", primary: false, verified: true },
    { email: "Octo@Example.Test", primary: true, verified: true },
  ];
});

/** Goes to GitHub and comes back with a code. */
async function comeBack(change: { state?: string; cookies?: Record<string, string> } = {}) {
  const { url, cookies } = await startProviderFlow("github", "/jobs");
  const asked = new URL(url).searchParams;
  return callNextAuth(options, {
    path: "callback/github",
    query: { code: "a-code", state: change.state ?? asked.get("state") ?? "" },
    cookies: change.cookies ?? Object.fromEntries(cookies.map(({ name, value }) => [name, value])),
  });
}

describe("the way to a provider and back", () => {
  test("asks with a state and a PKCE challenge, for our own callback, in cookies no script reads", async () => {
    const { url, cookies } = await startProviderFlow("github", "/jobs?q=1");
    const target = new URL(url);
    expect(`${target.origin}${target.pathname}`).toBe(`${github.origin}/login/oauth/authorize`);
    expect(Object.fromEntries(target.searchParams)).toMatchObject({
      client_id: "joba",
      response_type: "code",
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{20,}$/),
      redirect_uri: "http://localhost:3000/api/auth/callback/github",
    });
    expect(cookies.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        FLOW_COOKIES.state.name,
        FLOW_COOKIES.pkceCodeVerifier.name,
        FLOW_COOKIES.callbackUrl.name,
      ]),
    );
    for (const { options: cookie } of Object.values(FLOW_COOKIES)) expect(cookie).toMatchObject({ httpOnly: true });
  });

  test("believes GitHub's list of addresses, not the public profile, and goes where we say", async () => {
    const { location, cookies } = await comeBack();
    expect(location).toBe("/where-we-say");
    expect(settled).toEqual([
      { provider: "github", accountId: "583231", name: "octocat", email: "octo@example.test", isEmailVerified: true },
    ]);
    expect(github.tokenRequests[0]?.get("code_verifier")).toMatch(/^[\w-]{43,}$/);
    // next-auth opens no session of its own.
    expect(Object.keys(cookies).filter((name) => name.includes("session"))).toEqual([]);
  });

  test.each([
    [
      "a primary address not verified",
      [{ email: "octo@example.test", primary: true, verified: false }],
      "octo@example.test",
    ],
    ["no primary address", [{ email: "octo@example.test", primary: false, verified: true }], undefined],
    ["no list at all", { message: "Not Found" }, undefined],
    ["an address that is none", [{ email: "not an address", primary: true, verified: true }], undefined],
  ])("%s is not taken for a verified one", async (_what, emails, email) => {
    github.emails = emails;
    await comeBack();
    expect(settled).toHaveLength(1);
    expect(settled[0]?.email).toBe(email);
    expect(settled[0]?.isEmailVerified && settled[0].email).toBeFalsy();
  });

  test.each([
    ["another state", { state: "another" }],
    ["no cookies", { cookies: {} }],
    [
      "cookies somebody made up",
      { cookies: { [FLOW_COOKIES.state.name]: "x", [FLOW_COOKIES.pkceCodeVerifier.name]: "y" } },
    ],
  ])("an answer with %s is refused before anything is asked of GitHub", async (_what, change) => {
    const { location, cookies } = await comeBack(change);
    expect(location).toContain("error=");
    expect(settled).toEqual([]);
    expect(github.tokenRequests).toEqual([]);
    expect(Object.keys(cookies).filter((name) => name.includes("session"))).toEqual([]);
  });

  test("a person without an id is nobody", async () => {
    for (const user of [{}, { id: null }, { id: "583231" }, []]) {
      github.user = user;
      await comeBack();
    }
    expect(settled).toEqual([]);
  });
});

test("providers are offered by configuration, and identities are kept by issuer", () => {
  const none = { OIDC_NAME: "single sign-on" } as Parameters<typeof readProviders>[0];
  expect(readProviders(none)).toEqual([]);
  const all = readProviders({
    ...none,
    GITHUB_ID: "a",
    GITHUB_SECRET: "b",
    GOOGLE_ID: "c",
    GOOGLE_SECRET: "d",
    OIDC_ISSUER: "https://id.example/realms/jobs/",
    OIDC_ID: "e",
    OIDC_SECRET: "f",
  });
  expect(all.map(({ id, key }) => [id, key])).toEqual([
    ["github", "github"],
    ["google", "google"],
    ["oidc", "oidc:https://id.example/realms/jobs"],
  ]);
});
