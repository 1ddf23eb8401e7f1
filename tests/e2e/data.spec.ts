import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { unzipSync } from "fflate";
import { expectCalm } from "@/tests/helpers/calm";

test.describe.configure({ timeout: 180_000 });

const PASSWORD = "a long enough sentence";

async function startDemo(page: Page): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("button", { name: /try the demo/i })
    .first()
    .click();
  await page.waitForURL("**/jobs", { timeout: 60_000 });
}

async function signUp(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.test`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");
  return email;
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: /^Sign in$/ }).click();
}

/** Every job with its score and state, and every search, in an order that ids have no part in. */
async function huntOf(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const noun of ["jobs", "searches"]) {
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ limit: "100", ...(cursor && { cursor }) });
      const answer = await page.request.get(`/api/v1/${noun}?${query}`);
      expect(answer.ok(), await answer.text()).toBe(true);
      const { data, nextCursor } = (await answer.json()) as { data: Record<string, unknown>[]; nextCursor?: string };
      lines.push(
        ...data.map(({ title, name, companyName, state, match }) =>
          JSON.stringify([title ?? name, companyName, state, (match as { score?: number } | null)?.score]),
        ),
      );
      cursor = nextCursor ?? undefined;
    } while (cursor);
  }
  return lines.sort();
}

async function download(page: Page): Promise<string> {
  await page.goto("/settings/data");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^joba-\d{4}-\d\d-\d\d\.zip$/);
  return file.path();
}

test("a demo hunt is downloaded, imported into a new account, and is the same there", async ({ page }) => {
  await startDemo(page);
  const before = await huntOf(page);
  expect(before.length).toBeGreaterThan(100);
  const archive = await download(page);
  await expectCalm(page);
  const names = Object.keys(unzipSync(await readFile(archive)));
  expect(names).toEqual(expect.arrayContaining(["manifest.json", "README.txt", "data/jobs.jsonl", "csv/jobs.csv"]));

  await signUp(page);
  await page.goto("/settings/data");
  await expectCalm(page);
  await page
    .getByLabel("Archive")
    .setInputFiles({ name: "x.zip", mimeType: "application/zip", buffer: Buffer.from("no zip") });
  await expect(page.getByText(/not a ZIP file that JOBA wrote.*Nothing was changed/)).toBeVisible();
  await expectCalm(page);
  await page.getByLabel("Archive").setInputFiles(archive);
  await expect(page.getByText(/rows are yours again/)).toBeVisible({ timeout: 60_000 });
  await expectCalm(page);
  expect(await huntOf(page)).toEqual(before);

  // It is full now; a second import would mix two hunts.
  await page.getByLabel("Archive").setInputFiles(archive);
  await expect(page.getByText(/Import into a new, empty account/)).toBeVisible();
  await page.getByRole("link", { name: /jobs/i }).first().click();
  await expect(page.locator("[data-job]").first()).toBeVisible();
});

test("a deleted account is gone on every device", async ({ page, browser }) => {
  const email = await signUp(page);
  const other = await browser.newContext();
  const elsewhere = await other.newPage();
  await signIn(elsewhere, email);
  await elsewhere.waitForURL("**/jobs**");
  const kept = await elsewhere.request.get("/goodbye", { maxRedirects: 0 });
  expect(kept.headers()).not.toHaveProperty("clear-site-data");

  await page.goto("/settings/data");
  await page.getByRole("button", { name: "Delete account" }).click();
  const dialog = page.getByRole("dialog");
  await expectCalm(page);
  await dialog.getByLabel("Your password").fill("not my password");
  await dialog.getByLabel("Address of this account").fill(email);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(dialog.getByText("That is not your password").first()).toBeVisible();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await page.waitForURL("**/account-deleted");
  await expect(page.getByRole("heading", { name: "Your account is gone" })).toBeVisible();
  await expectCalm(page);
  expect(await page.context().cookies()).toEqual([]);
  const goodbye = await page.request.get("/goodbye", { maxRedirects: 0 });
  expect(goodbye.headers()["clear-site-data"]).toBe('"cache", "cookies", "storage"');

  await elsewhere.goto("/jobs");
  await elsewhere.waitForURL("**/sign-in**");
  await signIn(elsewhere, email);
  await expect(elsewhere.getByText(/do not match an account/).first()).toBeVisible();
  await other.close();
});

test("without a session there is nothing to download, and no page of a stranger can ask", async ({ request }) => {
  const anonymous = await request.get("/api/account-data");
  expect(anonymous.status()).toBe(401);
  const upload = await request.post("/api/account-data", {
    data: Buffer.from("x"),
    headers: { origin: "https://evil.example" },
  });
  expect([401, 403]).toContain(upload.status());
});
