import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectCalm } from "@/tests/helpers/calm";
import { codeAt } from "@/tests/helpers/totp";

const PASSWORD = "a long enough sentence";

test.describe.configure({ timeout: 180_000 });

async function signUp(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.test`;
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");
  return email;
}

async function enterPassword(page: Page, email: string, next = "/settings/security"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

test("two-step sign-in: turned on, asked for, and a recovery code opens once", async ({ page }) => {
  const email = await signUp(page);
  await page.goto("/settings/security");
  await expect(page.getByRole("heading", { name: /Two-step sign-in/ })).toBeVisible();

  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("not my password");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText("That is not your password").first()).toBeVisible();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: /QR code/ })).toBeVisible();
  const secret = (await dialog.getByTestId("secret").textContent()) ?? "";
  expect(secret.replaceAll(" ", "")).toMatch(/^[A-Z2-7]{32}$/);
  await expectCalm(page);
  const first = codeAt(secret, new Date());
  await dialog.getByLabel("First code").fill(first);
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const codes = dialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = ""] = await codes.allTextContents();
  await expectCalm(page);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("10 recovery codes are left.")).toBeVisible();
  await expectCalm(page);

  // Signed in by the password alone: no. The first code was used up by turning it on.
  await page.context().clearCookies();
  await enterPassword(page, email);
  await page.waitForURL("**/sign-in/code**");
  await expectCalm(page);
  const field = page.getByLabel("Code from your app");
  await expect(field).toHaveAttribute("autocomplete", "one-time-code");
  await expect(field).toHaveAttribute("inputmode", "numeric");
  await field.fill(first);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That code is not right, or was used before").first()).toBeVisible();
  await page.goto("/jobs");
  await page.waitForURL("**/sign-in**");
  await page.goto("/sign-in/code?next=/settings/security");
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await expectCalm(page);
  await page.getByLabel("Recovery code", { exact: true }).fill(recovery.toUpperCase());
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/settings/security");
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();

  await page.context().clearCookies();
  await enterPassword(page, email);
  await page.waitForURL("**/sign-in/code**");
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code", { exact: true }).fill(recovery);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("That code is not right, or was used before").first()).toBeVisible();
  await page.getByRole("button", { name: "Use the app instead" }).click();
  // One step ahead is still accepted, and surely newer than the code that turned it on.
  await page.getByLabel("Code from your app").fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/settings/security");
});

test("next-auth's own endpoint does not let a password in by itself either", async ({ page, request, baseURL }) => {
  const email = await signUp(page);
  const post = async (code?: string) => {
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    const answer = await request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email, password: PASSWORD, json: "true", ...(code && { code }) },
      headers: { origin: baseURL ?? "" },
    });
    const cookies = answer.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
    return cookies.some(({ value }) => value.startsWith("joba.session=") && !value.startsWith("joba.session=;"));
  };
  expect(await post()).toBe(true);

  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Continue" }).click();
  const secret = (await dialog.getByTestId("secret").textContent()) ?? "";
  await dialog.getByLabel("First code").fill(codeAt(secret, new Date()));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  expect(await post()).toBe(false);
  expect(await post("000000")).toBe(false);
  expect(await post(codeAt(secret, new Date(Date.now() + 30_000)))).toBe(true);
});
