import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

async function expectNoViolations(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`)).toEqual(
    [],
  );
}

async function signUp(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.test`;
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("a long enough sentence");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");
  return email;
}

for (const path of ["/", "/sign-in", "/sign-up", "/nothing-here"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${path} has no accessibility findings in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoViolations(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test("a form with mistakes keeps what was typed, says what is wrong and goes to the first field", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();

  await expect(page.getByRole("alert").filter({ hasText: "Some fields need attention" })).toBeVisible();
  const email = page.getByLabel("E-mail");
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(email).toHaveAccessibleDescription(/Enter an e-mail address/);
  await expect(email).toHaveValue("not an address");
  await expect(page.getByLabel("Name")).toHaveValue("Ada");
  await expect(page.getByLabel("Password")).toHaveValue("short");
  await expectNoViolations(page);
});

test("settings: a source is switched off, a key is stored and never shown, the name is changed", async ({ page }) => {
  await signUp(page);
  await page.goto("/settings");
  await page.waitForURL("**/settings/sources");
  const lever = page.getByRole("switch", { name: "Read Lever" });
  await expect(lever).toBeChecked();
  await lever.click();
  await expect(page.getByText("Lever is off")).toBeVisible();
  await expect(lever).not.toBeChecked();

  const key = `secret-${randomUUID()}`;
  await page.getByRole("button", { name: "Add key" }).click();
  await page.getByLabel("Key for Indeed").fill(key);
  await page.getByRole("button", { name: "Store key" }).click();
  await expect(page.getByText("A key is stored, encrypted.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Replace key" })).toBeFocused();
  await page.reload();
  await expect(page.getByText("A key is stored, encrypted.")).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await expectNoViolations(page);

  await page.goto("/settings/account");
  await page.getByLabel("Name").fill("Ada L.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Ada L.");
  await expectNoViolations(page);
});

test("everything is a few keys away, and the look is remembered", async ({ page, isMobile }) => {
  await signUp(page);
  await page.goto("/settings/appearance");
  await page.getByLabel("Compact").check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await expectNoViolations(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  if (isMobile) await page.getByRole("button", { name: "Find" }).click();
  else await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("dark theme");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveClass(/dark/);

  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await expect(page.locator("html")).toHaveAttribute("data-density", "compact");
  await expectNoViolations(page);

  if (!isMobile) {
    await page.keyboard.press("[");
    await expect(page.locator("[data-sidebar]")).toHaveAttribute("data-sidebar", "icons");
    await expect(page.getByRole("link", { name: "Searches" })).toBeVisible();
    await page.reload();
    await expect(page.locator("[data-sidebar]")).toHaveAttribute("data-sidebar", "icons");
  }
  await page.keyboard.press("g");
  await page.keyboard.press(",");
  await page.waitForURL("**/settings/sources");
});

test("whoever is signed out is asked to sign in, and signing out ends the session", async ({ page }) => {
  await page.goto("/settings/account");
  await page.waitForURL("**/sign-in");
  await signUp(page);
  await page.goto("/settings/account");
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/settings/account");
  await page.waitForURL("**/sign-in");
});
