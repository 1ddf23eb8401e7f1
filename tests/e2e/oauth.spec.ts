import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectCalm } from "@/tests/helpers/calm";
import { codeAt } from "@/tests/helpers/totp";

const PASSWORD = "a long enough sentence";
const BUTTON = "Continue with Example ID";

test.describe.configure({ timeout: 180_000 });

/** Signs in at the issuer under a name, and agrees. */
async function pass(page: Page, name: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(name);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");
}

test("somebody new gets an account, and comes back to it, to the page they wanted", async ({ page }) => {
  const email = `${randomUUID()}@example.test`;
  await page.goto("/sign-up");
  await expectCalm(page);
  await page.getByRole("button", { name: BUTTON }).click();
  await pass(page, email);
  await page.waitForURL("**/onboarding");
  await page.goto("/settings/security");
  await expect(page.getByText(`${email} · used`)).toBeVisible();
  await expectCalm(page);

  await page.context().clearCookies();
  await page.goto("/sign-in?next=/settings/appearance");
  await expectCalm(page);
  await page.getByRole("button", { name: BUTTON }).click();
  await pass(page, email);
  await page.waitForURL("**/settings/appearance");

  // The cookie holds no more than after a password.
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).filter((name) => name.startsWith("next-auth"))).toEqual([]);
  expect(cookies.find(({ name }) => name === "joba.session")).toMatchObject({ httpOnly: true, sameSite: "Lax" });

  // The only way in is not taken away.
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Disconnect Example ID" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByText(/This is your only way to sign in/)).toBeVisible();
});

test("an address the issuer did not verify opens nothing and creates nothing", async ({ page }) => {
  const email = `${randomUUID()}@example.test`;
  for (let round = 0; round < 2; round++) {
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: BUTTON }).click();
    await pass(page, `unverified:${email}`);
    await page.waitForURL("**/sign-in?error=unverified_address**");
    await expect(page.getByText("Example ID does not say that your e-mail address is yours.")).toBeVisible();
    await expectCalm(page);
    // The second time there is such an account, and the answer is the same.
    if (round === 0) await signUp(page, email);
  }
});

test("an account whose address is not verified is not handed over, but its owner can connect and disconnect", async ({
  page,
}) => {
  const email = `${randomUUID()}@example.test`;
  await signUp(page, email);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: BUTTON }).click();
  await pass(page, email);
  await page.waitForURL("**/sign-in?error=connect_first**");
  await expect(page.getByText(/whose owner has not verified it/)).toBeVisible();

  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/jobs");
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Connect Example ID", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Go to Example ID" }).click();
  await expect(dialog.getByText("Enter your password").first()).toBeVisible();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await expectCalm(page);
  await dialog.getByRole("button", { name: "Go to Example ID" }).click();
  // The issuer still knows this browser; another identity than the address would do as well.
  await page.getByRole("button", { name: "Continue" }).or(page.getByText("Example ID is connected.")).first().waitFor();
  if (await page.getByRole("button", { name: "Continue" }).isVisible()) {
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await page.waitForURL("**/settings/security?connected=oidc");
  await expect(page.getByText("Example ID is connected.")).toBeVisible();
  await expectCalm(page);

  await page.getByRole("button", { name: "Disconnect Example ID" }).click();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Disconnect" }).click();
  await expect(page.getByRole("button", { name: "Connect Example ID", exact: true })).toBeVisible();
});

test("the second step is asked for after a provider too", async ({ page }) => {
  const email = `${randomUUID()}@example.test`;
  await page.goto("/sign-in");
  await page.getByRole("button", { name: BUTTON }).click();
  await pass(page, email);
  await page.waitForURL("**/onboarding");
  await page.goto("/settings/security");
  await page.getByRole("button", { name: "Turn on" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Continue" }).click();
  const secret = (await dialog.getByTestId("secret").textContent()) ?? "";
  await dialog.getByLabel("First code").fill(codeAt(secret, new Date()));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  await dialog.getByRole("button", { name: "I have kept them" }).click();

  await page.context().clearCookies();
  await page.goto("/sign-in?next=/settings/appearance");
  await page.getByRole("button", { name: BUTTON }).click();
  await pass(page, email);
  await page.waitForURL("**/sign-in/code**");
  await page.goto("/jobs");
  await page.waitForURL("**/sign-in**");
  await page.goto("/sign-in/code?next=/settings/appearance");
  await page.getByLabel("Code from your app").fill(codeAt(secret, new Date(Date.now() + 30_000)));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/settings/appearance");
});

test("an answer of the issuer works only in the browser that asked, unchanged, and once", async ({ page }) => {
  const context = page.context();
  const isSignedIn = async () => (await context.cookies()).some(({ name }) => name === "joba.session");
  let answer = "";
  page.on("request", (request) => {
    if (request.url().includes("/api/auth/callback/oidc")) answer ||= request.url();
  });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: BUTTON }).click();
  await page.getByPlaceholder("Enter any login").fill(`${randomUUID()}@example.test`);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  const agree = page.getByRole("button", { name: "Continue" });
  await agree.waitFor();

  // As in a browser that never asked: the answer arrives, its cookies do not.
  const asked = (await context.cookies()).filter(({ name }) => name.startsWith("joba.flow."));
  expect(asked.map(({ name }) => name.slice(10)).sort()).toEqual(["nonce", "pkce", "return", "state"]);
  await context.clearCookies({ name: /^joba\.flow\./ });
  await agree.click();
  await page.waitForURL(/\/sign-in\?.*error=/);
  await expect(page.getByText(/did not work or was canceled/)).toBeVisible();
  expect(await isSignedIn()).toBe(false);

  await context.addCookies(asked);
  await page.goto(answer.replace(/state=[^&]+/, "state=another"));
  await page.waitForURL(/\/sign-in\?.*error=/);
  expect(await isSignedIn()).toBe(false);

  await context.addCookies(asked);
  await page.goto(answer);
  await page.waitForURL("**/onboarding");
  await context.clearCookies({ name: "joba.session" });
  await context.addCookies(asked);
  await page.goto(answer);
  await page.waitForURL(/\/sign-in\?.*error=/);
  expect(await isSignedIn()).toBe(false);
});
