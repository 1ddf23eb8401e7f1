import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { launchBrowser } from "../tests/helpers/browser";

/** Pictures of every page from a running server: `npm run screens -- [url] [name…]`, or BASE_URL. */

interface Screen {
  name: string;
  path: string;
  /** What to do on the page before the picture; a page that has nothing to show is skipped by returning false. */
  prepare?: (page: Page) => Promise<boolean | undefined>;
  isPublic?: boolean;
}

const SCREENS: Screen[] = [
  { name: "landing", path: "/", isPublic: true },
  { name: "sign-in", path: "/sign-in", isPublic: true },
  { name: "sign-up", path: "/sign-up", isPublic: true },
  { name: "jobs", path: "/jobs" },
  { name: "job", path: "/jobs", prepare: (page) => follow(page, "main a[href^='/jobs/']") },
  { name: "searches", path: "/searches" },
  { name: "search-new", path: "/searches/new" },
  {
    name: "search",
    path: "/searches",
    prepare: (page) => follow(page, "main a[href^='/searches/']:not([href$='/new'])"),
  },
  { name: "run", path: "/settings/sources", prepare: (page) => follow(page, "main a[href*='/runs/']") },
  { name: "profile", path: "/profile" },
  { name: "onboarding", path: "/onboarding" },
  { name: "outbox", path: "/outbox" },
  { name: "settings-sources", path: "/settings/sources" },
  { name: "settings-account", path: "/settings/account" },
  { name: "settings-security", path: "/settings/security" },
  { name: "settings-api-tokens", path: "/settings/api-tokens" },
  { name: "docs-api", path: "/docs/api", isPublic: true },
  { name: "settings-data", path: "/settings/data" },
  { name: "settings-appearance", path: "/settings/appearance" },
  { name: "not-found", path: "/nothing-here" },
  { name: "palette", path: "/jobs", prepare: (page) => press(page, "Control+k") },
  { name: "keyboard", path: "/jobs", prepare: (page) => press(page, "?") },
];
const WIDTHS = [1440, 360] as const;
const THEMES = ["light", "dark"] as const;
const FOLDER = "screens";

const [first, ...rest] = process.argv.slice(2);
const hasUrl = first?.startsWith("http") ?? false;
const base = (hasUrl ? first : process.env.BASE_URL) ?? "http://localhost:3000";
const wanted = hasUrl ? rest : first ? [first, ...rest] : [];

async function main(): Promise<void> {
  if (wanted.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    const session = await enterDemo(browser);
    let taken = 0;
    const failures: string[] = [];
    for (const width of WIDTHS) {
      for (const theme of THEMES) {
        for (const screen of SCREENS) {
          if (wanted.length > 0 && !wanted.includes(screen.name)) continue;
          const file = `${screen.name}-${width}-${theme}.png`;
          const problem = await picture(browser, screen, { width, theme, session, file });
          if (problem) failures.push(`${file}: ${problem}`);
          else taken += 1;
        }
      }
    }
    console.log(`${taken} pictures in ${FOLDER}/`);
    for (const failure of failures) console.error(failure);
    if (failures.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function enterDemo(browser: Browser): Promise<Session> {
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: "Try the demo" }).first().click();
  await page.waitForURL((url) => url.pathname !== "/", { timeout: 120_000 });
  const session = await context.storageState();
  await context.close();
  return session;
}

async function picture(
  browser: Browser,
  screen: Screen,
  options: { width: number; theme: "light" | "dark"; session: Session; file: string },
): Promise<string | undefined> {
  const isPhone = options.width < 600;
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: options.width, height: isPhone ? 740 : 900 },
    deviceScaleFactor: isPhone ? 2 : 1,
    isMobile: isPhone,
    hasTouch: isPhone,
    colorScheme: options.theme,
    reducedMotion: "reduce",
    ...(!screen.isPublic && { storageState: options.session }),
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const answer = await page.goto(screen.path);
    const isExpected = answer?.ok() || screen.name === "not-found";
    if (!isExpected) return `HTTP ${answer?.status()}`;
    if ((await screen.prepare?.(page)) === false) return "nothing to open";
    await settle(page);
    // The development server draws its own badge over the page.
    await page.addStyleTag({ content: "nextjs-portal { display: none }" });
    await page.screenshot({ path: join(FOLDER, options.file), animations: "disabled" });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    return overflow > 0 ? `scrolls sideways by ${overflow} px` : undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n")[0] : String(error);
  } finally {
    await context.close();
  }
}

/** Live pages are never idle, so we wait for what a reader waits for: no skeletons and the right fonts. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector(".animate-shimmer") === null);
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function follow(page: Page, selector: string): Promise<boolean> {
  const href = await page
    .locator(selector)
    .first()
    .getAttribute("href", { timeout: 10_000 })
    .catch(() => null);
  if (!href) return false;
  await page.goto(href);
  return true;
}

async function press(page: Page, key: string): Promise<boolean> {
  // A key pressed before the page listens is lost.
  for (let attempt = 0; attempt < 20; attempt++) {
    await page.keyboard.press(key);
    const opened = page.getByRole("dialog").waitFor({ timeout: 1500 });
    if (await opened.then(() => true).catch(() => false)) return true;
  }
  return false;
}

await main();
