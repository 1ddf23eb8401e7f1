import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { DEMO_CV } from "@/lib/demo/cv";
import { expectCalm } from "@/tests/helpers/calm";

test.describe.configure({ timeout: 180_000 });

/** The first job of the list, opened: beside the list on a wide screen, on its own page on a phone. */
async function openFirstJob(page: Page, isMobile: boolean): Promise<void> {
  const first = page.locator("[data-job] a").first();
  await expect(first).toBeVisible({ timeout: 60_000 });
  await first.click();
  if (isMobile) await page.waitForURL("**/jobs/*");
  await expect(page.locator("[data-job-detail]").getByRole("heading").first()).toBeVisible();
}

test("the demo is one click away and opens on a ranked list", async ({ page }) => {
  await page.goto("/");
  await page
    .getByRole("button", { name: /try the demo/i })
    .first()
    .click();
  await page.waitForURL("**/jobs", { timeout: 60_000 });
  await expect(page.getByText("You are in the demo")).toBeVisible();
  expect(await page.locator("[data-job]").count()).toBeGreaterThanOrEqual(20);
  await expectCalm(page);
  await page.goto("/searches");
  await expect(page.getByRole("link", { name: "Full-stack in Europe" })).toBeVisible();
  await expectCalm(page);
});

test("a newcomer signs up, brings a CV, runs a search, opens the evidence, saves, dismisses and undoes", async ({
  page,
  isMobile,
}) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.test`);
  await page.getByLabel("Password").fill("a long enough sentence");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");
  await expectCalm(page);

  await page
    .getByLabel("CV file")
    .setInputFiles({ name: "robin.md", mimeType: "text/markdown", buffer: Buffer.from(DEMO_CV) });
  await expect(page.getByRole("heading", { name: "Is this right?" })).toBeVisible({ timeout: 30_000 });
  await expectCalm(page);
  await page.getByRole("button", { name: "Save and continue" }).click();
  await page.waitForURL("**/onboarding/search");
  await expectCalm(page);

  // The search on the Demo board, made by hand so that nothing leaves the machine.
  await page.goto("/searches/new");
  await page.getByLabel("Name").first().fill("Demo board only");
  const markets = page.getByRole("group", { name: "Job markets" });
  for (const label of await markets.locator("label").all()) {
    await label
      .getByRole("checkbox")
      .setChecked((await label.textContent())?.includes("Demo board") ?? false, { force: true });
  }
  await expectCalm(page);
  await page.getByRole("button", { name: "Save and run" }).click();
  await page.waitForURL("**/runs/**");
  await expect(page.getByText("finished", { exact: true }).first()).toBeVisible({ timeout: 90_000 });
  await expectCalm(page);

  await page.goto("/jobs");
  await openFirstJob(page, isMobile);
  const detail = page.locator("[data-job-detail]");
  await expect(detail.getByRole("heading", { name: /Asked for/ })).toBeVisible();
  await detail.getByTitle("Show in the posting").first().click();
  await expect(detail.locator("[data-posting] mark").first()).toBeVisible();
  await expectCalm(page);

  await detail.getByRole("button", { name: /^Save/ }).click();
  await expect(detail.getByRole("button", { name: /^Saved/ })).toHaveAttribute("aria-pressed", "true");
  await detail.getByRole("button", { name: /^Dismiss/ }).click();
  await page.getByRole("menuitem").first().click();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(async () => {
    await page.goto("/jobs?states=saved");
    await expect(page.locator("[data-job]").getByText("Saved", { exact: true }).first()).toBeVisible({
      timeout: 5_000,
    });
  }).toPass({ timeout: 30_000 });
});
