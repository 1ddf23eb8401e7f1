import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { expectCalm } from "@/tests/helpers/calm";

test.describe.configure({ timeout: 120_000 });

test("a person makes a token, sees it once, a script uses it, and revoking ends it", async ({ page, request }) => {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.test`);
  await page.getByLabel("Password").fill("a long enough sentence");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");
  await page.goto("/settings/api-tokens");
  await expect(page.getByText("No tokens yet.")).toBeVisible();
  await expectCalm(page);

  await page.getByRole("button", { name: "New token" }).click();
  await page.getByRole("button", { name: "Make token" }).click();
  await page.getByLabel("Name").fill("Nightly export");
  await page.getByRole("radio", { name: "Choose" }).check();
  await page.getByRole("button", { name: "Make token" }).click();
  await expect(page.getByText("Choose what the token may do").first()).toBeVisible();
  await page.getByLabel("Read jobs and matches").check();
  await page.getByLabel("Lasts").selectOption("30");
  await expectCalm(page);
  await page.getByRole("button", { name: "Make token" }).click();
  const token = (await page.getByLabel("Your token").textContent()) ?? "";
  expect(token).toMatch(/^joba_[\w-]{43}$/);
  await expectCalm(page);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  await expect(page.getByText("never used")).toBeVisible();

  const headers = { authorization: `Bearer ${token}` };
  const jobs = await request.get("/api/v1/jobs", { headers });
  expect(jobs.status()).toBe(200);
  expect(jobs.headers()).toMatchObject({ "ratelimit-limit": "1200", etag: expect.any(String) });
  expect((await request.get("/api/v1/profile", { headers })).status()).toBe(403);
  await page.reload();
  await expect(page.getByText(/last used/)).toBeVisible();

  await page.getByRole("button", { name: "Revoke Nightly export" }).click();
  await page.getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByText("No tokens yet.")).toBeVisible();
  expect((await request.get("/api/v1/jobs", { headers })).status()).toBe(401);
});

test("the reference opens for anybody, names every operation and asks nothing of the network", async ({
  page,
  isMobile,
}) => {
  const foreign: string[] = [];
  page.on("request", (one) => {
    if (!one.url().startsWith("http://localhost") && !one.url().startsWith("data:")) foreign.push(one.url());
  });
  await page.goto("/docs/api");
  const document = await (await page.request.get("/api/v1/openapi.json")).json();
  const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  const shown = await page.locator("main h3[id]").evaluateAll((headings) => headings.map(({ id }) => id));
  expect(shown.sort()).toEqual(ids.sort());
  await expectCalm(page);
  if (isMobile) await page.getByText("Contents", { exact: true }).click();
  await page
    .getByRole("navigation", { name: "Contents" })
    .getByRole("link", { name: /List jobs, ranked/ })
    .click();
  await expect(page.locator("#listJobs")).toBeInViewport();
  await page
    .locator("article", { has: page.locator("#listJobs") })
    .getByRole("link", { name: /422 invalid/ })
    .click();
  await expect(page.locator("#invalid")).toBeInViewport();
  expect(foreign).toEqual([]);
});
