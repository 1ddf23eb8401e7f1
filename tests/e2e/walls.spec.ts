import { connect } from "node:net";
import { expect, test } from "@playwright/test";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

test.describe.configure({ mode: "parallel" });
test.skip(({ isMobile }) => isMobile, "nothing here depends on the screen");

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};
const PAGES = ["/", "/sign-in", "/sign-up?invitation=secret", "/nothing-here", "/jobs", "/settings", "/jobs/nope"];
const OTHERS = [
  "/api/health",
  "/api/v1/jobs",
  "/api/nope",
  "/api/auth/csrf",
  "/api/inngest",
  "/icon.svg",
  "/robots.txt",
  "/jobs/",
];

for (const path of [...PAGES, ...OTHERS]) {
  test(`${path} carries every header once`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    const list = response.headersArray();
    const of = (name: string) => list.filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
    for (const [name, expected] of Object.entries(EVERYWHERE)) {
      expect(of(name), name).toHaveLength(1);
      expect(of(name)[0], name).toMatch(expected);
    }
    expect(of("referrer-policy")).toEqual([
      path.includes("invitation") ? "same-origin" : "strict-origin-when-cross-origin",
    ]);
    expect(of("content-security-policy")).toHaveLength(1);
    const policy = of("content-security-policy")[0] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(highFindings(policy)).toEqual([]);
    // Plain http promises nothing about https.
    expect(of("strict-transport-security")).toEqual([]);
    if (path.startsWith("/api/") || PAGES.includes(path)) expect(of("cache-control").join()).toContain("no-store");
    expect(of("x-powered-by")).toEqual([]);
  });
}

test("each page has its own nonce, and every script on it carries that one", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of ["/", "/sign-in", "/nothing-here", "/sign-in"]) {
    const response = await request.get(path);
    const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    expect(Buffer.from(nonce, "base64").length).toBeGreaterThanOrEqual(16);
    nonces.add(nonce);
    const scripts = [...(await response.text()).matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(scripts.length).toBeGreaterThan(0);
    for (const attributes of scripts) expect(attributes).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(4);
});

test("behind https every answer asks for https", async ({ request }) => {
  for (const path of ["/", "/api/health", "/icon.svg"]) {
    const response = await request.get(path, { headers: { "x-forwarded-proto": "https" } });
    expect(response.headers()["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
  }
});

const PRIVATE = /application\/json|text\/html/;
for (const [name, head, status] of [
  ["TRACE", "TRACE / HTTP/1.1", 405],
  ["TRACE of the API", "TRACE /api/v1/jobs HTTP/1.1", 405],
  ["an unknown method", "PROPFIND / HTTP/1.1", 405],
  ["an absolute address", "GET http://127.0.0.1:1/jobs HTTP/1.1", 400],
  ["an absolute https address", "GET https://evil.example/ HTTP/1.1", 400],
  ["a doubled slash", "GET //evil.example/ HTTP/1.1", 400],
  ["a backslash", "GET /\\evil.example HTTP/1.1", 400],
  ["a broken percent sign", "GET /jobs/%E0%A4%A HTTP/1.1", 400],
  ["CONNECT", "CONNECT evil.example:443 HTTP/1.1", undefined],
  [
    "a websocket",
    "GET /jobs HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    400,
  ],
  [
    "h2c",
    "GET /jobs HTTP/1.1\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
    400,
  ],
] as const) {
  test(`${name} gets ${status ?? "nothing"}`, async ({ baseURL }) => {
    const answer = await raw(
      baseURL,
      `${head}\r\nHost: localhost\r\n${head.includes("Upgrade") ? "" : "Connection: close\r\n"}\r\n`,
    );
    if (status) expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    else expect(answer).toBe("");
    expect(answer).not.toMatch(PRIVATE);
  });
}

test.describe("a form from elsewhere", () => {
  const FORMS = {
    "url-encoded": ["application/x-www-form-urlencoded", "a=1"],
    text: ["text/plain", '{"a":"="}'],
    multipart: [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_0"\r\n\r\n\r\n--x--\r\n',
    ],
    action: ["text/plain;charset=UTF-8", "[]"],
  } as const;
  const strangersTo = (own: URL) => [
    undefined,
    "null",
    "http://evil.example",
    `http://evil.${own.host}`,
    `https://${own.host}`,
    `http://${own.hostname}:1`,
  ];

  for (const [name, [type, body]] of Object.entries(FORMS)) {
    for (const path of ["/", "/sign-in", "/settings/account", "/api/auth/signout", "/api/auth/callback/credentials"]) {
      test(`${name} to ${path} is refused`, async ({ baseURL }) => {
        const own = new URL(baseURL ?? "");
        for (const origin of strangersTo(own)) {
          const head = [
            `POST ${path} HTTP/1.1`,
            `Host: ${own.host}`,
            ...(origin ? [`Origin: ${origin}`] : []),
            ...(name === "action" ? ["Next-Action: 00aabbccddeeff00112233445566778899aabbccdd"] : []),
            "Cookie: joba.session=anything",
            `Content-Type: ${type}`,
            `Content-Length: ${Buffer.byteLength(body)}`,
            "Connection: close",
          ];
          expect(await raw(baseURL, `${head.join("\r\n")}\r\n\r\n${body}`), String(origin)).toMatch(/^HTTP\/1.1 403 /);
        }
      });
    }
  }
});

test.describe("the API", () => {
  test("takes a change by cookie only from its own pages", async ({ page, baseURL }) => {
    await page.goto("/");
    await page
      .getByRole("button", { name: /try the demo/i })
      .first()
      .click();
    await page.waitForURL("**/jobs", { timeout: 60_000 });
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const own = new URL(baseURL ?? "");
    const body = '{"theme":1}';
    const answer = (lines: (string | undefined)[], type = "application/json") =>
      raw(
        baseURL,
        [
          "POST /api/v1/searches HTTP/1.1",
          `Host: ${own.host}`,
          `Cookie: ${cookies}`,
          `Content-Type: ${type}`,
          `Content-Length: ${body.length}`,
          "Connection: close",
          ...lines.filter((line) => line !== undefined),
          `\r\n${body}`,
        ].join("\r\n"),
      );
    for (const origin of [undefined, "null", "http://evil.example", `http://evil.${own.host}`, `https://${own.host}`]) {
      expect(await answer([origin && `Origin: ${origin}`]), String(origin)).toMatch(/^HTTP\/1.1 403 /);
    }
    expect(await answer([`Origin: ${own.origin}`, "Sec-Fetch-Site: cross-site"])).toMatch(/^HTTP\/1.1 403 /);
    // Let in, and then judged by what it asks for.
    expect(await answer([`Origin: ${own.origin}`])).toMatch(/^HTTP\/1.1 422 /);
    expect(await answer([`Origin: ${own.origin}`], "text/plain")).toMatch(/^HTTP\/1.1 415 /);
  });

  for (const framing of ["Content-Length: 104857600", "Transfer-Encoding: chunked"]) {
    test(`refuses 100 MB within a second (${framing})`, async ({ baseURL }) => {
      const head = `POST /api/v1/auth/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${framing}\r\n\r\n`;
      const startedAt = performance.now();
      expect(await flood(baseURL, head, framing.includes("chunked"))).toMatch(/^HTTP\/1.1 413 /);
      expect(performance.now() - startedAt).toBeLessThan(1000);
    });
  }
});

test("a form works before scripts run, also where the address holds a token", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  for (const path of ["/sign-in", "/sign-up?invitation=token"]) {
    await page.goto(path);
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.getByLabel("E-mail").fill("nobody@example.test");
    await page.getByLabel("Password", { exact: true }).fill("a long enough sentence");
    await page.locator("form button[type=submit]").first().click();
    const request = await sent;
    expect((await request.allHeaders()).origin, path).toBe(baseURL);
    expect((await request.response())?.status(), path).not.toBe(403);
  }
  await context.close();
});

test("the Inngest endpoint tells a stranger nothing and has three methods", async ({ request }) => {
  for (const method of ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "HEAD"]) {
    const response = await request.fetch("/api/inngest", { method, failOnStatusCode: false });
    const text = await response.text();
    expect(text, method).not.toMatch(/DATABASE|AUTH_SECRET|ENCRYPTION|DATA_DIR|PATH=|process\.env|node_modules/);
    if (["PATCH", "DELETE"].includes(method)) expect([403, 405], method).toContain(response.status());
  }
});

function highFindings(policy: string): string[] {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return findings.filter(({ severity }) => severity === Severity.HIGH).map(({ description }) => description);
}

function raw(baseURL: string | undefined, text: string): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(baseURL ?? "").port), "localhost");
    let answer = "";
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    socket.on("error", fail);
    socket.on("close", () => done(answer));
    socket.write(text);
  });
}

/** Sends a body without end until something is answered. */
function flood(baseURL: string | undefined, head: string, isChunked: boolean): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect(Number(new URL(baseURL ?? "").port), "localhost");
    const piece = Buffer.alloc(65_536, 32);
    let sent = 0;
    const send = () => {
      while (sent < 104_857_600 && !socket.destroyed) {
        sent += piece.length;
        const chunk = isChunked ? Buffer.concat([Buffer.from("10000\r\n"), piece, Buffer.from("\r\n")]) : piece;
        const isFull = !socket.write(chunk);
        if (isFull) return socket.once("drain", send);
      }
      return undefined;
    };
    socket.setTimeout(10_000, () => socket.destroy(new Error("no answer")));
    socket.once("data", (chunk) => {
      done(chunk.toString());
      socket.destroy();
    });
    socket.on("error", fail);
    socket.write(head);
    send();
  });
}
