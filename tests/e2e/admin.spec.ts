import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { expectCalm } from "@/tests/helpers/calm";
import { type OwnServer, startOwnServer } from "../helpers/own-server";

/** The first account of a database is its admin, so this file has a database of its own. */
const test = base.extend<object, { server: OwnServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const server = await startOwnServer({ SIGN_UP: "invite" });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 150_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});

test.describe.configure({ mode: "serial", timeout: 180_000 });

const password = "a long enough sentence";
const ADMIN = "ada@example.com";
const GUEST = "bo@example.com";

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signInAsAdmin(page: Page): Promise<void> {
  await signIn(page, ADMIN);
  await page.waitForURL(/\/(jobs|onboarding)/);
}

/** Another person's browser. */
async function newVisitor(browser: Browser, server: OwnServer): Promise<Page> {
  return (await browser.newContext({ baseURL: server.url })).newPage();
}

test("the first to register becomes admin and invites somebody, whose link works once and for their address only", async ({
  page,
  browser,
  server,
  isMobile,
}) => {
  await page.goto("/sign-up");
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("E-mail").fill(ADMIN);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/onboarding");

  // From here on only the invited may register, and the page says how to become one.
  const guest = await newVisitor(browser, server);
  await guest.goto("/sign-up");
  await expect(guest.getByRole("heading", { name: "By invitation only" })).toBeVisible();
  await expect(guest.getByLabel("E-mail")).toHaveCount(0);
  await expectCalm(guest);

  if (isMobile) await page.getByRole("button", { name: "Find" }).click();
  else await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("invitations");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/admin/invitations");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/Enter an e-mail address/);
  await page.getByLabel("E-mail").fill(GUEST);
  await page.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: GUEST })).toContainText("open");
  await expectCalm(page);

  await page.goto("/outbox");
  await page.getByRole("link", { name: "Ada invites you to JOBA" }).first().click();
  await page.getByRole("tab", { name: "Plain text" }).click();
  const href = (await page.locator("a[href*='/sign-up?invitation=']").getAttribute("href")) ?? "";

  await guest.goto(href);
  await expect(guest.getByText(GUEST)).toBeVisible();
  await expect(guest.getByLabel("E-mail")).toHaveCount(0);
  await expectCalm(guest);
  await guest.getByLabel("Name").fill("Bo");
  await guest.getByLabel("Password").fill(password);
  await guest.getByRole("button", { name: "Create account" }).click();
  await guest.waitForURL("**/onboarding");

  const late = await newVisitor(browser, server);
  await late.goto(href);
  await expect(late.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  await page.goto("/admin/invitations");
  await expect(page.getByRole("listitem").filter({ hasText: GUEST })).toContainText("accepted");
});

test("to everybody else the admin pages do not exist", async ({ page, browser, server }) => {
  const guest = await newVisitor(browser, server);
  await signIn(guest, GUEST);
  await guest.waitForURL(/\/(jobs|onboarding)/);
  const unknown = await guest.request.get("/nothing-here");
  for (const path of ["/admin/people", "/admin/invitations", "/admin/audit"]) {
    const answer = await guest.goto(path);
    expect(answer?.status()).toBe(unknown.status());
    await expect(guest.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(guest.getByText(/audit|invitation|people/i)).toHaveCount(0);
  }
  await guest.goto("/settings/account");
  await expect(guest.getByRole("link", { name: /admin/i })).toHaveCount(0);

  await signInAsAdmin(page);
  await page.goto("/admin/audit?topic=denied");
  await expect(page.getByText(`${GUEST} was refused what needs users:read`).first()).toBeVisible();
});

test("an admin disables somebody, whose open page ends at once, and enables them again", async ({
  page,
  browser,
  server,
}) => {
  const guest = await newVisitor(browser, server);
  await signIn(guest, GUEST);
  await guest.waitForURL(/\/(jobs|onboarding)/);

  await signInAsAdmin(page);
  await page.goto("/admin/people");
  await expectCalm(page);
  await page.getByLabel("Address or name").fill("bo@");
  await page.getByRole("button", { name: "Find", exact: true }).first().click();
  await page.waitForURL(/q=bo/);
  await expect(page.getByRole("link", { name: "Ada" })).toHaveCount(0);
  await page.getByRole("link", { name: "Bo", exact: true }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Bo" })).toBeVisible();
  await expectCalm(page);

  await page.getByRole("button", { name: "Disable account…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Disable account" }).click();
  await expect(dialog.getByLabel("Reason")).toHaveAccessibleDescription(/Say why/);
  await expectCalm(page);
  await dialog.getByLabel("Reason").fill("left the team");
  await dialog.getByRole("button", { name: "Disable account" }).click();
  await expect(page.getByText("left the team").first()).toBeVisible();
  await expect(page.getByText("Nowhere at the moment.")).toBeVisible();

  await guest.goto("/jobs");
  await guest.waitForURL("**/sign-in**");
  await signIn(guest, GUEST);
  await expect(guest.getByText("do not match an account")).toBeVisible();

  await page.getByRole("button", { name: "Enable account" }).click();
  await expect(page.getByRole("button", { name: "Disable account…" })).toBeVisible();
  await signIn(guest, GUEST);
  await guest.waitForURL(/\/(jobs|onboarding)/);
});

test("a role is given and taken with the next request, and never one's own", async ({ page, browser, server }) => {
  const guest = await newVisitor(browser, server);
  await signIn(guest, GUEST);
  await guest.waitForURL(/\/(jobs|onboarding)/);
  await signInAsAdmin(page);
  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Bo", exact: true }).click();
  await page.getByLabel("Role").selectOption("admin");
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("Now an admin")).toBeVisible();

  await guest.goto("/admin/people");
  await expect(guest.getByRole("link", { name: "Ada" })).toBeVisible();
  await page.getByLabel("Role").selectOption("user");
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("No longer an admin")).toBeVisible();
  expect((await guest.goto("/admin/people"))?.status()).toBe(404);

  await page.goto("/admin/people");
  await page.getByRole("link", { name: "Ada", exact: true }).click();
  await expect(page.getByText("Another admin can change yours.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Change role|Disable/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Send confirmation again" }).click();
  await expect(page.getByText("The mail is on its way")).toBeVisible();
  await page.goto("/outbox");
  await expect(page.getByRole("link", { name: /confirm/i }).first()).toBeVisible();
});

test("the audit log says who did what, and people see their own part of it", async ({ page, browser, server }) => {
  await signInAsAdmin(page);
  await page.goto("/admin/audit");
  await expectCalm(page);
  await page.getByLabel("What").selectOption("Admin actions");
  await page.getByLabel("Person").fill(GUEST);
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(/topic=admin/);
  const lines = page.getByRole("main").getByRole("listitem");
  await expect(lines.filter({ hasText: `changed ${GUEST}’s role from user to admin` })).toHaveCount(1);
  await expect(lines.filter({ hasText: `disabled ${GUEST}’s account because “left the team”` })).toHaveCount(1);
  await expect(lines.filter({ hasText: "signed in" })).toHaveCount(0);

  const guest = await newVisitor(browser, server);
  await signIn(guest, GUEST);
  await guest.waitForURL(/\/(jobs|onboarding)/);
  await guest.goto("/settings/security");
  await expect(guest.getByText("An admin enabled your account again")).toBeVisible();
  await expect(guest.getByText(ADMIN)).toHaveCount(0);
  await expectCalm(guest);
});
