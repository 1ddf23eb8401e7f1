import { expect, test } from "@playwright/test";
import { startOwnServer } from "../helpers/own-server";

test.skip(({ isMobile }) => isMobile, "nothing here depends on the screen");

test("a server's log is JSON lines without anybody's secrets", async ({ request }) => {
  test.setTimeout(180_000);
  const server = await startOwnServer({
    AUTH_SECRET: "canary".repeat(8),
    ENCRYPTION_KEY: "canary-encryption".repeat(3),
    LOG_LEVEL: "debug",
  });
  try {
    const email = "canary.person@example.test";
    const json = (path: string, data: object, headers: Record<string, string> = {}) =>
      request.post(server.url + path, { data, headers: { origin: server.url, ...headers }, failOnStatusCode: false });
    await json("/api/v1/auth/register", { email, password: "canary password one", name: "Canary" });
    await json("/api/v1/auth/token", { email, password: "canary wrong password" });
    const granted = await json("/api/v1/auth/token", { email, password: "canary password one" });
    const { accessToken = "none" } = (await granted.json()).data ?? {};
    const authorization = `Bearer ${accessToken}`;
    await json("/api/v1/sources/glassdoor", { key: "canary-source-key" }, { authorization });
    await request.get(`${server.url}/api/v1/jobs?cursor=canary-cursor`, { headers: { authorization } });
    await request.get(`${server.url}/api/v1/jobs`, {
      headers: { authorization: "Bearer joba_canary0canary0canary0canary" },
    });
    await request.get(`${server.url}/verify-email?token=canary-mail-token`);
    await request.get(`${server.url}/api/auth/callback/credentials?email=${email}&password=canary-in-url`);
    await request.post(`${server.url}/sign-in`, {
      form: { password: "canary-form" },
      headers: { cookie: "joba.session=canary-session" },
    });
    await json("/api/v1/auth/token", { email: 'canary\r\n{"level":60}@example.test', password: "x" });
    await request.get(`${server.url}/jobs/%0d%0aforged-line`);

    const first = server.lines.findIndex((line) => line.startsWith("{"));
    const lines = server.lines.slice(first).filter((line) => !/^ {2}JOBA is running at /.test(line));
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    for (const entry of entries)
      expect(entry).toMatchObject({ level: expect.any(Number), time: expect.any(String), msg: expect.any(String) });
    expect(server.lines.join("\n")).not.toMatch(/canary/i);
    if (accessToken !== "none") expect(server.lines.join("\n")).not.toContain(accessToken);
    const refused = entries.filter(({ msg }) => msg === "refused");
    expect(refused.map(({ operation, code }) => `${operation ?? "form"} ${code}`)).toEqual(
      expect.arrayContaining(["createToken unauthenticated", "listJobs unauthenticated", "form forbidden"]),
    );
  } finally {
    await server.stop();
  }
});
