import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import bundled from "@sparticuz/chromium";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The machine's own Chromium when it has one, otherwise the build that came with npm; nothing is downloaded. */
export async function launchBrowser(): Promise<Browser> {
  const system = process.env.CHROMIUM_PATH ?? SYSTEM.find((path) => existsSync(path));
  if (system) return chromium.launch({ executablePath: system, args: ["--no-sandbox"] });
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    // Without a display there is no GPU; the bundle's own list also turns off the sandbox a container cannot have.
    args: bundled.args.filter((arg) => !arg.startsWith("--headless")),
    headless: true,
  });
}
