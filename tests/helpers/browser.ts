import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "@playwright/test";
import bundled from "@sparticuz/chromium";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Chromium looks for its maker's servers at every start; tests have no business there. */
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

/** One process for everything ends the browser with its first closed context; the rest would hide what a real page meets. */
const LAMBDA_ONLY = ["--single-process", "--no-zygote", "--disable-web-security", "--allow-running-insecure-content"];

/** The machine's own Chromium when it has one, otherwise the build that came with npm; nothing is downloaded. */
export async function launchOptions(): Promise<LaunchOptions> {
  const system = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));
  if (system) return { executablePath: system, args: ["--no-sandbox", ...QUIET] };
  if (process.platform !== "linux") return { channel: "chrome" };
  return {
    executablePath: await bundled.executablePath(),
    // Playwright says itself how to be headless.
    args: [...bundled.args.filter((arg) => !arg.startsWith("--headless") && !LAMBDA_ONLY.includes(arg)), ...QUIET],
  };
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}
