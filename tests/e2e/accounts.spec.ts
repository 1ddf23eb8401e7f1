import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectCalm } from "@/tests/helpers/calm";

test.describe.configure({ timeout: 180_000 });

const PASSWORD = "a long enough sentence";

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

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** The same person at another device. */
async function elsewhere(browser: Browser, userAgent?: string): Promise<Page> {
  return (await browser.newContext({ userAgent })).newPage();
}

/** Waits for a mail in the outbox of whoever is signed in, opens it and returns its link as the person would click it. */
async function openMail(page: Page, subject: string): Promise<string> {
  await expect(async () => {
    await page.goto("/outbox");
    await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await page.getByRole("link", { name: subject }).first().click();
  await page.waitForURL("**/outbox/*");
  const button = page.frameLocator("iframe").getByRole("link").first();
  await expect(button).toBeVisible();
  return (await button.getAttribute("href")) ?? "";
}

test("somebody registers, opens the mail in the outbox and confirms the address", async ({ page }) => {
  const email = await signUp(page);
  const banner = page.getByRole("complementary", { name: "Address not confirmed" });
  await expect(banner).toBeVisible();
  await expectCalm(page);
  await banner.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText("A new link comes to the outbox")).toBeVisible();
  await page.goto("/settings/security");
  await expect(page.getByText("Not confirmed")).toBeVisible();
  await expectCalm(page);

  const link = await openMail(page, "Confirm your e-mail address");
  const opened = await page.request.get(link);
  expect(opened.ok()).toBe(true);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Is this your address?" })).toBeVisible();
  expect(await page.evaluate(() => document.querySelector("meta[name=referrer]")?.getAttribute("content"))).toBe(
    "same-origin",
  );
  await expect(page.getByText(email)).toBeVisible();
  await expectCalm(page);
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByRole("heading", { name: "Address confirmed" })).toBeVisible();
  await expectCalm(page);
  await page.getByRole("link", { name: "Continue" }).click();
  await page.waitForURL("**/jobs");
  await expect(banner).toHaveCount(0);

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expectCalm(page);
});

test("a forgotten password is replaced through the outbox, and every session ends", async ({ page, browser }) => {
  const email = await signUp(page);
  const other = await elsewhere(browser);
  await other.goto("/sign-in");
  await other.getByRole("link", { name: "Forgot your password?" }).click();
  await other.waitForURL("**/forgot-password");
  await other.getByLabel("E-mail").fill(email);
  await other.getByRole("button", { name: "Send the link" }).click();
  await expect(other.getByText("If this address has an account")).toBeVisible();
  await expectCalm(other);

  await other.goto(await openMail(page, "Choose a new password"));
  await expect(other.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
  await expectCalm(other);
  await other.getByLabel("New password").fill("password1");
  await other.getByRole("button", { name: "Save the password" }).click();
  await expect(other.getByLabel("New password")).toHaveAccessibleDescription(/stolen/);
  await other.getByLabel("New password").fill("another long sentence");
  await other.getByRole("button", { name: "Save the password" }).click();
  await expect(other.getByRole("heading", { name: "Your password is new" })).toBeVisible();
  await expectCalm(other);

  await page.goto("/settings/security");
  await page.waitForURL("**/sign-in**");
  await signIn(other, email);
  await expect(other.getByRole("alert").filter({ hasText: "do not match" })).toBeVisible();
  await signIn(other, email, "another long sentence");
  await other.waitForURL("**/jobs");
  await openMail(other, "Your password was changed");
  await other.context().close();
});

test("sessions are listed, an unknown device is told about, and all others end at once", async ({ page, browser }) => {
  const email = await signUp(page);
  const phone = await elsewhere(browser, "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0");
  await signIn(phone, email);
  await phone.waitForURL("**/jobs");
  await openMail(page, "New sign-in: Firefox on Linux");

  await page.goto("/settings/security");
  const list = page.getByRole("list").filter({ hasText: "This one" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list).toContainText("Firefox on Linux");
  await expectCalm(page);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("One other session is signed out")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await phone.goto("/jobs");
  await phone.waitForURL("**/sign-in**");
  await phone.context().close();
});

test("the password is changed with the present one, and the address by a link to the new one", async ({
  page,
  browser,
}) => {
  const email = await signUp(page);
  const other = await elsewhere(browser);
  await signIn(other, email);
  await other.waitForURL("**/jobs");

  await page.goto("/settings/security");
  const password = page.locator("#password");
  await password.getByLabel("Current password").fill("not it at all");
  await password.getByLabel("New password").fill("another long sentence");
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(password.getByLabel("Current password")).toHaveAccessibleDescription("That is not your password");
  await password.getByLabel("Current password").fill(PASSWORD);
  await password.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Password changed; the other sessions are signed out")).toBeVisible();
  await other.goto("/jobs");
  await other.waitForURL("**/sign-in**");
  await other.context().close();

  const changed = `new-${email}`;
  const address = page.locator("#email");
  await address.getByRole("button", { name: "Change address" }).click();
  await address.getByLabel("New address").fill(changed);
  await address.getByLabel("Your password").fill("another long sentence");
  await expectCalm(page);
  await address.getByRole("button", { name: "Mail a link to it" }).click();
  await expect(address.getByText("Open the link in the mail to the new address")).toBeVisible();
  await expect(address.getByText(email, { exact: true })).toBeVisible();
  // The newest of the two: the first was for signing up.
  await expect(async () => {
    await page.goto("/outbox");
    await expect(page.getByText(changed)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
  await page.goto(await openMail(page, "Confirm your e-mail address"));
  await expect(page.getByText(changed)).toBeVisible();
  await page.getByRole("button", { name: "Confirm this address" }).click();
  await expect(page.getByRole("heading", { name: "Address confirmed" })).toBeVisible();
  await page.goto("/settings/security");
  await expect(page.locator("#email").getByText(changed)).toBeVisible();
  await expect(page.locator("#email").getByText("Confirmed", { exact: true })).toBeVisible();
  await openMail(page, "The address of your account was changed");
});

test("signing out makes the browser forget, and signing up with a taken address says no more than a free one", async ({
  page,
}) => {
  const email = await signUp(page);
  await page.goto("/settings/account");
  const left = page.waitForResponse((response) => new URL(response.url()).pathname === "/sign-out");
  await page.getByRole("main").getByRole("button", { name: "Sign out" }).click();
  expect((await (await left).allHeaders())["clear-site-data"]).toBe('"cache", "storage"');
  await page.waitForURL((url) => url.pathname === "/");

  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("somebody else's guess");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/check-mail");
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  await expectCalm(page);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByText("If this address still waits to be confirmed")).toBeVisible();
  await page.goto("/jobs");
  await page.waitForURL("**/sign-in**");
});

test("whoever comes from the demo gets a new session, and the demo's is over", async ({ page, browser, baseURL }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /demo/i }).click();
  await page.waitForURL("**/jobs", { timeout: 60_000 });
  const former = (await page.context().cookies()).find(({ name }) => name.endsWith("joba.session"));
  await signUp(page);
  const present = (await page.context().cookies()).find(({ name }) => name.endsWith("joba.session"));
  expect(present?.value).not.toBe(former?.value);
  const copy = await browser.newContext({ storageState: { cookies: former ? [former] : [], origins: [] } });
  const stranger = await copy.newPage();
  await stranger.goto(`${baseURL}/jobs`);
  await stranger.waitForURL("**/sign-in**");
  await copy.close();
});
