import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, inject, test } from "vitest";
import { ask, inTurn, json } from "./http";
import { listOperations } from "./operations";
import { tally } from "./report";
import { fillOperation } from "./routes";
import { openRows } from "./rows";

const world = inject("world");
const rows = openRows(world.databaseUrl);
afterAll(() => rows.close());

const { port } = new URL(world.base);
const FOREIGN: Record<string, Record<string, string>> = {
  none: {},
  null: { origin: "null" },
  evil: { origin: "https://evil.example" },
  subdomain: { origin: `http://evil.localhost:${port}` },
  suffix: { origin: `http://localhost:${port}.evil.example` },
  "other scheme": { origin: `https://localhost:${port}` },
  "other port": { origin: "http://localhost:1" },
  userinfo: { origin: `http://localhost:${port}@evil.example` },
  "evil with our host forwarded": { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
};

test("a mutation that rides on a cookie must come from our own pages", { timeout: 300_000 }, async () => {
  const row = tally("S9", "mutations by cookie × foreign Origins, JSON and form bodies");
  const id = world.ids.users ?? "";
  const before = await rows.fingerprint(id);
  const operations = (await listOperations()).filter(({ isPublic, method }) => !isPublic && method !== "GET");
  const attempts = operations.flatMap((operation) =>
    Object.entries(FOREIGN).flatMap(([name, headers]) => [
      { operation, name, headers, type: "application/json" },
      { operation, name: `${name}, text/plain`, headers, type: "text/plain" },
      { operation, name: `${name}, form`, headers, type: "application/x-www-form-urlencoded" },
    ]),
  );
  await inTurn(attempts, async ({ operation, name, headers, type }) => {
    const question = json(operation.example ?? {});
    const { status } = await ask(world.base, fillOperation(operation.path, world.ids), {
      method: operation.method,
      body: question.body,
      headers: { cookie: world.ada.cookie, ...headers, "content-type": type },
    });
    row.check(status === 403, `${operation.method} ${operation.path} from ${name}: ${status}`);
  });
  for (const action of await actionIds()) {
    for (const [name, headers] of Object.entries(FOREIGN)) {
      if (name === "none") continue;
      const { status, body } = await ask(world.base, "/settings/account", {
        method: "POST",
        body: "[]",
        headers: {
          cookie: world.ada.cookie,
          "next-action": action,
          "content-type": "text/plain;charset=UTF-8",
          ...headers,
        },
      });
      const isRefused = status >= 400 || body.includes("did not come from JOBA");
      row.check(isRefused, `action ${action.slice(0, 8)} from ${name}: ${status} ${body.slice(0, 80)}`);
    }
  }
  row.check((await rows.fingerprint(id)) === before, "rows of Ada's changed");
  row.close();
});

/** Every server action of the build. */
async function actionIds(): Promise<string[]> {
  const path = join(process.env.SECURITY_APP ?? ".", ".next/server/server-reference-manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as { node?: Record<string, unknown> };
  return Object.keys(manifest.node ?? {});
}

const TARGETS = [
  "//evil.example",
  "///evil.example",
  "////evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "\\/evil.example",
  "/\\/evil.example",
  "https:evil.example",
  "https:/evil.example",
  "https://evil.example",
  "http://evil.example",
  "HTTPS://EVIL.EXAMPLE",
  "//evil.example/%2f..",
  "/%09/evil.example",
  "/%0a/evil.example",
  "/%0d/evil.example",
  "\t//evil.example",
  "\n//evil.example",
  " //evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "http://localhost@evil.example",
  "//localhost@evil.example",
  "https://localhost:3000@evil.example",
  "/@evil.example/..//evil.example",
  "//evil。example",
  "//ｅvil.example",
  "/．/evil.example",
  "/‮//evil.example",
  "//%65vil.example",
  "/..//evil.example",
  "/.//evil.example",
  "/;//evil.example",
  "//[::1]@evil.example",
  "//2130706433",
  "//0x7f000001",
  "?next=//evil.example",
  "#//evil.example",
  "../../evil.example",
  "/sign-out?next=//evil.example",
];

test("nobody is sent to another site", { timeout: 300_000 }, async () => {
  const doors = [
    "/sign-in?next=",
    "/sign-in?callbackUrl=",
    "/sign-up?next=",
    "/api/auth/signin?callbackUrl=",
    "/api/auth/signout?callbackUrl=",
  ];
  const row = tally("S10", `${TARGETS.length} targets × ${doors.length} doors, signed in and not`);
  const attempts = doors.flatMap((door) =>
    TARGETS.flatMap((target) => [
      { path: door + encodeURIComponent(target), cookie: "" },
      { path: door + encodeURIComponent(target), cookie: world.bob.cookie },
    ]),
  );
  await inTurn(attempts, async ({ path, cookie }) => {
    const answer = await ask(world.base, path, { headers: cookie ? { cookie } : {} });
    const location = answer.headers.location;
    const isOwn = location === undefined || new URL(String(location), world.base).origin === new URL(world.base).origin;
    const links = [...answer.body.matchAll(/(?:href|action|content)="([^"]*)"/g)].map((match) => match[1] ?? "");
    const isLinked = links.some(
      (link) => /^\s*(javascript|data|vbscript):/i.test(link) || /^[\\/\s]{2,}evil|^https?:\/*evil/i.test(link),
    );
    row.check(isOwn && !isLinked && answer.status < 500, `${path}: ${answer.status} → ${location}`);
  });
  row.close();
});
