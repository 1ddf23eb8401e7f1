import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import type { Browser, BrowserContext } from "@playwright/test";
import { launchBrowser } from "@/tests/helpers/browser";
import { startBuild } from "./bundle-server";
import { benchRow } from "./measure";
import type { BenchRow } from "./types";

const PAGES = [
  { name: "/", path: "/", isPublic: true },
  { name: "/sign-in", path: "/sign-in", isPublic: true },
  { name: "/jobs", path: "/jobs" },
  { name: "/searches", path: "/searches" },
  { name: "/profile", path: "/profile" },
  { name: "/settings/sources", path: "/settings/sources" },
];
const LIMIT_KB = 200;

/** JavaScript a first visit downloads, from the production build that is there. */
export async function run(): Promise<BenchRow[] | string> {
  if (!existsSync(".next/BUILD_ID")) return "there is no production build: npm run build first";
  const server = await startBuild();
  try {
    const browser = await launchBrowser();
    try {
      return await measure(browser, server.url);
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

async function measure(browser: Browser, url: string): Promise<BenchRow[]> {
  const session = await enterDemo(browser, url);
  const framework = sizeKb(await frameworkScripts(url));
  const rows: BenchRow[] = [];
  for (const { name, path, isPublic } of PAGES) {
    const { named, loaded } = await visit(browser, { url, path, session: isPublic ? undefined : session });
    const beside = { unit: "KB gzip", limit: framework, limitName: "framework alone" };
    rows.push(
      benchRow({
        name: `first-load JS of ${name}`,
        value: sizeKb(named),
        ...beside,
        ...(path === "/jobs" && { goal: { text: `<= ${LIMIT_KB} KB`, isMet: (_ratio, value) => value <= LIMIT_KB } }),
      }),
    );
    if (path === "/jobs") {
      rows.push(benchRow({ name: `all JS ${name} loads until idle`, value: sizeKb(loaded), ...beside }));
    }
  }
  return rows;
}

interface Visit {
  url: string;
  path: string;
  session?: Session;
}

/** Scripts of a first visit with an empty cache: those the document names, and all that came until nothing moved. */
async function visit(browser: Browser, { url, path, session }: Visit): Promise<Record<"named" | "loaded", Scripts>> {
  const context = await browser.newContext({ baseURL: url, storageState: session });
  try {
    const page = await context.newPage();
    const bodies: Promise<[string, Buffer]>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() !== "script" || !response.ok()) return;
      bodies.push(response.body().then((body) => [new URL(response.url()).pathname, body]));
    });
    const answer = await page.goto(path, { waitUntil: "networkidle", timeout: 60_000 });
    if (!answer?.ok() || new URL(page.url()).pathname !== path) {
      throw new Error(`${path} answered ${answer?.status()} at ${page.url()}`);
    }
    const document = await answer.text();
    const loaded = new Map(await Promise.all(bodies));
    const named = new Map([...loaded].filter(([script]) => document.includes(`src="${script}`)));
    if (named.size === 0) throw new Error(`The document of ${path} names no script`);
    return { named, loaded };
  } finally {
    await context.close();
  }
}

/** What Next.js loads on every page before anything of ours. */
async function frameworkScripts(url: string): Promise<Scripts> {
  const manifest = JSON.parse(await readFile(".next/build-manifest.json", "utf8")) as { rootMainFiles: string[] };
  const bodies = manifest.rootMainFiles.map(async (file): Promise<[string, Buffer]> => {
    const answer = await fetch(`${url}/_next/${file}`);
    return [file, Buffer.from(await answer.arrayBuffer())];
  });
  return new Map(await Promise.all(bodies));
}

/** Each file on its own, as it is sent. */
function sizeKb(scripts: Scripts): number {
  let bytes = 0;
  for (const body of scripts.values()) bytes += gzipSync(body).length;
  return bytes / 1024;
}

type Scripts = ReadonlyMap<string, Buffer>;
type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

async function enterDemo(browser: Browser, url: string): Promise<Session> {
  const context = await browser.newContext({ baseURL: url });
  try {
    const page = await context.newPage();
    await page.goto("/");
    await page.getByRole("button", { name: "Try the demo" }).first().click();
    await page.waitForURL(({ pathname }) => pathname !== "/", { timeout: 60_000 });
    return await context.storageState();
  } finally {
    await context.close();
  }
}
