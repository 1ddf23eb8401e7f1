import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The first release without a published advisory that concerns us. Every installed copy counts, also nested ones. */
const FLOORS: Record<string, string> = {
  next: "16.4.5",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "next-auth": "4.24.15",
  inngest: "4.24.0",
  "drizzle-orm": "0.45.4",
  zod: "4.6.6",
  undici: "7.29.1",
  "sanitize-html": "2.17.7",
  nodemailer: "10.4.1",
};
/** Copies below a floor, and why they may be. */
const EXCEPTIONS: Record<string, string> = {
  "node_modules/inngest/node_modules/zod":
    "An older major that inngest reads its own signed calls with; inputs of ours never reach it",
};
/** Tools of development that never meet a stranger's input may lag behind. */
const installed = Object.entries(
  (
    JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { version?: string; dev?: boolean; hasInstallScript?: boolean }>;
    }
  ).packages,
)
  .filter(([path, { dev }]) => path !== "" && !dev)
  .map(([path, entry]) => ({ path, name: path.slice(path.lastIndexOf("node_modules/") + 13), ...entry }));

function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((text) => (text.split(/[-+]/)[0] ?? "").split(".").map(Number)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < 3; i++) if (have[i] !== want[i]) return (have[i] ?? 0) > (want[i] ?? 0);
  // A release before the floor that only bears its number.
  return !version.includes("-");
}

describe("no package is older than its last published hole", () => {
  test.each(Object.entries(FLOORS))("%s is %s or newer, in every copy", (name, floor) => {
    const copies = installed.filter((entry) => entry.name === name && !EXCEPTIONS[entry.path]);
    expect(copies.length).toBeGreaterThan(0);
    expect(
      copies.filter(({ version = "0" }) => !isAtLeast(version, floor)).map(({ path, version }) => `${path} ${version}`),
    ).toEqual([]);
    const own = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string };
    expect(isAtLeast(own.version, floor), `installed: ${own.version}`).toBe(true);
  });

  test.each([
    ["16.4.5", "16.4.5", true],
    ["16.10.0", "16.4.5", true],
    ["16.4.4", "16.4.5", false],
    ["15.99.99", "16.4.5", false],
    ["16.4.5-canary.1", "16.4.5", false],
  ])("%s against %s: %s", (version, floor, expected) => {
    expect(isAtLeast(version, floor)).toBe(expected);
  });
});

test("nothing is installed by running its own script", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test("the Inngest endpoint exports three methods", () => {
  const source = readFileSync("app/api/inngest/route.ts", "utf8");
  expect(source).toMatch(/export const \{ GET, POST, PUT \} = serve\(/);
  expect([...source.matchAll(/\bexport (?:const|function|async function) (\w+)/g)].map(([, name]) => name)).toEqual([
    "runtime",
    "dynamic",
    "maxDuration",
  ]);
});
