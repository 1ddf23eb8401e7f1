import { connect } from "node:net";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { inject, test } from "vitest";
import { ask, inTurn } from "./http";
import { ACCESS } from "./matrix";
import { listOperations } from "./operations";
import { tally } from "./report";
import { fillOperation, fillPage } from "./routes";

const world = inject("world");
const { hostname, port } = new URL(world.base);
/** Without its proxy the server still has every header but the nonce. */
const hasProxy = process.env.SECURITY_WITHOUT_PROXY !== "1";

const EVERYWHERE: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^(strict-origin-when-cross-origin|same-origin|no-referrer)$/,
  "permissions-policy": /camera=\(\)/,
  "x-frame-options": /^DENY$/,
  "content-security-policy": /frame-ancestors 'none'/,
};

test("every answer carries the headers that hold a browser back", { timeout: 300_000 }, async () => {
  const row = tally("S12", "answers × headers; fresh nonces; the policy under csp_evaluator");
  const pages = Object.keys(ACCESS).filter((pattern) => !pattern.startsWith("/api"));
  const paths = [
    ...pages.map((pattern) => fillPage(pattern, world.ids)),
    ...(await listOperations())
      .filter(({ method }) => method === "GET")
      .map(({ path }) => fillOperation(path, world.ids)),
    "/api/health",
    "/api/inngest",
    "/no/such/page",
    "/api/v1/no-such-thing",
    "/icon.svg",
    "/robots.txt",
    "/%ff",
  ];
  const nonces = new Set<string>();
  let asked = 0;
  const attempts = paths.flatMap((path) => [
    { path, cookie: "" },
    { path, cookie: world.ada.cookie },
  ]);
  await inTurn(attempts, async ({ path, cookie }) => {
    const { headers, body, status } = await ask(world.base, path, { headers: cookie ? { cookie } : {} });
    for (const [name, wanted] of Object.entries(EVERYWHERE)) {
      row.check(wanted.test(String(headers[name] ?? "")), `${path} (${status}): ${name} is ${headers[name]}`);
    }
    row.check(headers["x-powered-by"] === undefined, `${path}: says what it runs on`);
    const isHtml = String(headers["content-type"]).startsWith("text/html");
    if (isHtml && cookie)
      row.check(
        /no-store/.test(String(headers["cache-control"])),
        `${path}: cache-control ${headers["cache-control"]}`,
      );
    if (!isHtml || !hasProxy) return;
    const policy = String(headers["content-security-policy"]);
    const script = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    row.check(!/unsafe-inline|unsafe-eval/.test(script), `${path}: script-src ${script}`);
    const nonce = /'nonce-([^']+)'/.exec(script)?.[1];
    row.check(nonce !== undefined, `${path}: no nonce`);
    asked += 1;
    if (nonce) nonces.add(nonce);
    const bare = [...body.matchAll(/<script(?![^>]*\bnonce=)[^>]*>/g)].filter(([tag]) => !tag.includes("application/"));
    row.check(bare.length === 0, `${path}: ${bare.length} scripts without a nonce: ${bare[0]?.[0]}`);
    const high = new CspEvaluator(new CspParser(policy).csp)
      .evaluate()
      .filter(({ severity }) => severity === Severity.HIGH);
    row.check(high.length === 0, `${path}: ${high.map(({ description }) => description)}`);
  });
  if (hasProxy) row.check(nonces.size === asked, `${asked} answers, ${nonces.size} nonces`);
  row.close();
});

test("TRACE and made-up methods are refused", async () => {
  const row = tally("S12", "TRACE, CONNECT and made-up methods over a raw socket");
  for (const path of [
    "/",
    "/sign-in",
    "/jobs",
    "/api/v1/jobs",
    "/api/inngest",
    "/api/auth/session",
    "/api/health",
    "/icon.svg",
    "/_next/static/x.js",
  ]) {
    for (const method of ["TRACE", "TRACK", "DEBUG"]) {
      const answer = await raw(
        `${method} ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nX-Canary: ${world.canary}\r\nConnection: close\r\n\r\n`,
      );
      row.check(!answer.includes(world.canary), `${method} ${path} echoes`);
      row.check(/^HTTP\/1\.1 (400|404|405|501)/.test(answer), `${method} ${path}: ${answer.split("\r\n")[0]}`);
    }
  }
  row.close();
});

function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

test("the functions' endpoint takes signed calls only, and says nothing of the environment", async () => {
  const row = tally("S24", "methods × signatures at /api/inngest");
  const signatures = [
    "",
    "t=1&s=00",
    `t=${Math.floor(Date.now() / 1000)}&s=${"0".repeat(64)}`,
    `t=${Math.floor(Date.now() / 1000) + 9e5}&s=${"0".repeat(64)}`,
  ];
  for (const method of ["GET", "POST", "PUT", "PATCH", "OPTIONS", "DELETE", "HEAD"]) {
    for (const signature of signatures) {
      const { status, body } = await ask(world.base, "/api/inngest?fnId=joba-run-search&stepId=step", {
        method,
        headers: { "content-type": "application/json", ...(signature && { "x-inngest-signature": signature }) },
        ...(method === "POST" && {
          body: JSON.stringify({ event: { name: "x", data: {} }, events: [], steps: {}, ctx: {} }),
        }),
      });
      const names = /AUTH_SECRET|ENCRYPTION_KEY|DATABASE_URL|process\.env|PATH=/.test(body);
      row.check(!names, `${method} ${signature}: names the environment`);
      const isDone = method === "POST" && status < 400;
      row.check(
        !isDone && (status !== 200 || method === "OPTIONS" || !/"functions":\s*\[/.test(body)),
        `${method} ${signature}: ${status} ${body.slice(0, 120)}`,
      );
    }
  }
  row.close();
});

test("nothing of the workshop is served", async () => {
  const row = tally("S33", "stray files and debug routes");
  const paths = [
    "/.env",
    "/.env.local",
    "/.git/config",
    "/.git/HEAD",
    "/package.json",
    "/.data/secret",
    "/.next/BUILD_ID",
    "/api/test",
    "/api/test/cleanup",
    "/api/debug",
    "/_next/..%2fpackage.json",
    "/_next/static/..%2f..%2fserver/app/page.js",
    "/..%2f..%2fetc/passwd",
    "/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75",
    "/__nextjs_original-stack-frame",
    "/_next/webpack-hmr",
    "/server-reference-manifest.json",
    "/sw.js.map",
    "/docs",
    "/tests",
  ];
  await inTurn(paths, async (path) => {
    const { status, body } = await ask(world.base, path);
    row.check(
      (status >= 400 && status < 500) || status === 308 || (status === 307 && !body.includes("{")),
      `${path}: ${status} ${body.slice(0, 60)}`,
    );
  });
  row.close();
});
