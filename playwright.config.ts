import { defineConfig } from "@playwright/test";
import { launchOptions } from "./tests/helpers/browser";
import { OIDC_CLIENT } from "./tests/helpers/oidc-client";

const port = Number(process.env.JOBA_TEST_PORT ?? 4173);
const oidcPort = port + 1000;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: await launchOptions(),
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    { name: "phone", use: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true } },
  ],
  webServer: [
    {
      command: "node scripts/start.mjs",
      url: `http://localhost:${port}/api/health`,
      timeout: 240_000,
      stdout: "ignore",
      stderr: "pipe",
      env: {
        PORT: String(port),
        APP_URL: `http://localhost:${port}`,
        DATA_DIR: process.env.JOBA_TEST_DATA ?? ".data/e2e",
        LOG_LEVEL: "error",
        OIDC_ISSUER: `http://localhost:${oidcPort}`,
        OIDC_ID: OIDC_CLIENT.id,
        OIDC_SECRET: OIDC_CLIENT.secret,
        OIDC_NAME: OIDC_CLIENT.name,
      },
    },
    {
      command: `node --import tsx tests/helpers/oidc-serve.ts ${oidcPort} http://localhost:${port}`,
      url: `http://localhost:${oidcPort}/.well-known/openid-configuration`,
      timeout: 60_000,
      stdout: "ignore",
      stderr: "ignore",
    },
  ],
});
