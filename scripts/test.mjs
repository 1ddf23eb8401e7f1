// `npm test`: everything, also on a fresh clone. Ends with one line "N passed, N failed".
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt, ensureInstalled, ROOT, requireNode, run } from "./setup.mjs";

requireNode();
await ensureInstalled();

const withBrowser = !process.argv.includes("--no-browser");
const coverage = process.argv.includes("--no-coverage") ? [] : ["--coverage"];
const reports = join(ROOT, "coverage");
const scratch = mkdtempSync(join(tmpdir(), "joba-test-"));
mkdirSync(reports, { recursive: true });

const bin = (name) => join(ROOT, "node_modules", ".bin", name);
const { DATABASE_URL, ...plain } = process.env;
const databases = DATABASE_URL ? await import("./scratch-databases.mjs") : undefined;
const [unitUrl, browserUrl] = databases ? await databases.create(DATABASE_URL, 2) : [];
const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  const unit = join(reports, "vitest.json");
  rmSync(unit, { force: true });
  const unitOk = await attempt(
    bin("vitest"),
    ["run", ...coverage, "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`],
    {
      ...plain,
      // Seeding tens of thousands of rows is one statement.
      ...(unitUrl && { TEST_DATABASE_URL: unitUrl, DATABASE_STATEMENT_TIMEOUT_MS: "120000" }),
    },
  );
  addVitest(unit, unitOk);

  if (withBrowser) {
    await ensureBuilt();
    const browser = join(reports, "playwright.json");
    rmSync(browser, { force: true });
    const browserOk = await attempt(bin("playwright"), ["test"], {
      ...plain,
      PLAYWRIGHT_JSON_OUTPUT_FILE: browser,
      JOBA_TEST_DATA: join(scratch, "data"),
      ...(browserUrl && {
        DATABASE_URL: browserUrl,
        AUTH_SECRET: randomBytes(48).toString("base64url"),
        ENCRYPTION_KEY: randomBytes(48).toString("base64url"),
      }),
    });
    addPlaywright(browser, browserOk);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
  if (databases) await databases.drop();
}

console.log(`\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ""}`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

async function attempt(command, args, env) {
  try {
    await run(command, args, { env });
    return true;
  } catch {
    return false;
  }
}

function addVitest(path, ok) {
  const report = readReport(path);
  if (report) {
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
  }
  // A file that does not load or too little coverage fails the run without a failed test.
  if (!ok && !(report?.numFailedTests > 0)) totals.failed += 1;
}

function addPlaywright(path, ok) {
  const report = readReport(path);
  if (report) {
    totals.passed += report.stats.expected + report.stats.flaky;
    totals.failed += report.stats.unexpected;
    totals.skipped += report.stats.skipped;
  }
  if (!ok && !(report?.stats.unexpected > 0)) totals.failed += 1;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
