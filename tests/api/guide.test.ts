import { execFile, execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROBLEMS } from "@/lib/api/problem";
import { serveOperations } from "@/tests/helpers/http";
import { useTestServer } from "@/tests/helpers/server";
import { loadOperations } from "./world";

const guide = await readFile("docs/api.md", "utf8");
const blocks = [...guide.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, code]) => code ?? "");
const hasTools = ["curl", "jq", "bash"].every((tool) => {
  try {
    return execFileSync(tool, ["--version"], { stdio: "ignore" }) === null || true;
  } catch {
    return false;
  }
});

let server: Awaited<ReturnType<typeof serveOperations>>;
beforeAll(async () => {
  await useTestServer();
  server = await serveOperations(await loadOperations());
});
afterAll(() => server.close());

test.skipIf(!hasTools)("every block of the guide runs against a server, in order, without a refusal", async () => {
  expect(blocks.length).toBeGreaterThan(8);
  const script = ["set -euo pipefail", ...blocks.map((code, at) => `echo "# block ${at + 1}" >&2\n${code}`)].join("\n");
  const env = {
    ...process.env,
    JOBA_URL: server.url,
    EMAIL: `${randomUUID()}@example.test`,
    PASSWORD: "a long and quiet password",
  };
  const outcome = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile("bash", ["-c", script], { env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: `${stdout}\n${stderr}` }),
    );
  });
  expect(outcome.code, outcome.output).toBe(0);
});

test("the guide lists every error code as it is", () => {
  const rows = Object.entries(PROBLEMS).map(
    ([code, { status, meaning }]) => `| \`${code}\` | ${status} | ${meaning} |`,
  );
  for (const row of rows) expect(guide).toContain(row);
  const listed = [...guide.matchAll(/^\| `(\w+)` \| \d{3} \|/gm)].map(([, code]) => code);
  expect(listed).toEqual(Object.keys(PROBLEMS));
});
