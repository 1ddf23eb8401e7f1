import { inject, test } from "vitest";
import { ask, inTurn } from "./http";
import { ACCESS } from "./matrix";
import { listOperations } from "./operations";
import { tally } from "./report";
import { fillOperation, fillPage } from "./routes";

const world = inject("world");
const host = new URL(world.base).host;

/** Known ways around a middleware, and relatives of them (S1). Each makes a path and headers from a plain path. */
const DETOURS: Record<string, (path: string) => { path: string; headers?: Record<string, string>; method?: string }> = {
  "subrequest middleware": (path) => ({ path, headers: { "x-middleware-subrequest": "middleware" } }),
  "subrequest src": (path) => ({ path, headers: { "x-middleware-subrequest": "src/middleware" } }),
  "subrequest repeated": (path) => ({
    path,
    headers: { "x-middleware-subrequest": Array(5).fill("middleware").join(":") },
  }),
  "subrequest src repeated": (path) => ({
    path,
    headers: { "x-middleware-subrequest": Array(5).fill("src/middleware").join(":") },
  }),
  "subrequest pages": (path) => ({ path, headers: { "x-middleware-subrequest": "pages/_middleware" } }),
  "subrequest proxy": (path) => ({ path, headers: { "x-middleware-subrequest": Array(5).fill("proxy").join(":") } }),
  ".rsc": (path) => ({ path: `${path}.rsc` }),
  "?_rsc": (path) => ({ path: `${path}${path.includes("?") ? "&" : "?"}_rsc=abc12` }),
  "RSC header": (path) => ({ path, headers: { rsc: "1" } }),
  "RSC and query": (path) => ({ path: `${path}?_rsc=abc12`, headers: { rsc: "1" } }),
  prefetch: (path) => ({ path, headers: { rsc: "1", "next-router-prefetch": "1" } }),
  "runtime prefetch": (path) => ({ path, headers: { rsc: "1", "next-router-prefetch": "2" } }),
  "segment prefetch": (path) => ({
    path,
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  }),
  "segment file": (path) => ({ path: `${path}.segments/_tree.segment.rsc` }),
  "state tree": (path) => ({
    path,
    headers: { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["(app)",{}]}]') },
  }),
  "_next/data": (path) => ({ path: `/_next/data/build${path === "/" ? "/index" : path}.json` }),
  "x-nextjs-data": (path) => ({ path, headers: { "x-nextjs-data": "1" } }),
  "x-middleware-rewrite": (path) => ({ path: "/", headers: { "x-middleware-rewrite": path } }),
  "x-rewrite-url": (path) => ({ path: "/", headers: { "x-rewrite-url": path, "x-original-url": path } }),
  "x-invoke-path": (path) => ({ path: "/", headers: { "x-invoke-path": path, "x-invoke-status": "200" } }),
  "x-matched-path": (path) => ({ path: "/", headers: { "x-matched-path": path } }),
  "dot segment": (path) => ({ path: `/.${path}` }),
  "encoded dot": (path) => ({ path: `/%2e${path}` }),
  "encoded parent": (path) => ({ path: `/sign-in/%2e%2e${path}` }),
  "encoded slash": (path) => ({ path: path.replaceAll("/", "%2f").replace(/^%2f/, "/") }),
  "double slash": (path) => ({ path: `/${path}` }),
  backslash: (path) => ({ path: path.replaceAll("/", "\\").replace(/^\\/, "/") }),
  "trailing slash": (path) => ({ path: `${path}/` }),
  "upper case": (path) => ({ path: path.toUpperCase() }),
  "locale prefix": (path) => ({ path: `/en${path}` }),
  "absolute form": (path) => ({ path: `http://${host}${path}` }),
  "other absolute form": (path) => ({ path: `http://evil.example${path}` }),
  "other host": (path) => ({ path, headers: { host: "evil.example" } }),
  "forwarded host": (path) => ({ path, headers: { "x-forwarded-host": "localhost", "x-forwarded-for": "127.0.0.1" } }),
  websocket: (path) => ({
    path,
    headers: {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": "AAAAAAAAAAAAAAAAAAAAAA==",
    },
  }),
  HEAD: (path) => ({ path, method: "HEAD" }),
  OPTIONS: (path) => ({ path, method: "OPTIONS" }),
  "method override": (path) => ({ path, headers: { "x-http-method-override": "GET" }, method: "POST" }),
  "admin claims": (path) => ({
    path,
    headers: { "x-user-id": world.ids.users ?? "", "x-role": "admin", cookie: "joba.session=admin" },
  }),
  "broken bearer": (path) => ({ path, headers: { authorization: "Bearer %" } }),
  "empty token": (path) => ({ path, headers: { authorization: "Bearer joba_", cookie: "joba.session=" } }),
};

test("no detour leads a stranger to private data", { timeout: 600_000 }, async () => {
  const row = tally(
    "S1",
    `${Object.keys(DETOURS).length} detours × every private page and operation, without a session`,
  );
  const pages = Object.entries(ACCESS)
    .filter(([, access]) => ["person", "caller", "mail", "admin"].includes(access))
    .map(([pattern]) => fillPage(pattern, world.ids));
  const reads = (await listOperations())
    .filter(({ isPublic, method }) => !isPublic && method === "GET")
    .map(({ path }) => fillOperation(path, world.ids));
  const attempts = [...pages, ...reads].flatMap((path) =>
    Object.entries(DETOURS).map(([name, detour]) => ({ name, ...detour(path) })),
  );
  await inTurn(attempts, async ({ name, path, headers, method }) => {
    const answer = await ask(world.base, path, { method, headers });
    const isQuiet = !answer.body.includes(world.canary) && !answer.body.includes(world.ada.email);
    // A page may answer 200 with a redirect inside; the API may not, unless it never took the path for an operation.
    const isShut = answer.status !== 101 && (answer.status < 500 || answer.status === 501);
    const isData =
      answer.status === 200 &&
      String(answer.headers["content-type"]).startsWith("application/json") &&
      answer.body.includes('"data"');
    row.check(
      isQuiet && isShut && !isData,
      `${name} ${path}: ${answer.status} ${isQuiet ? "" : "LEAK "}${answer.body.slice(0, 80)}`,
    );
  });
  row.check((await ask(world.base, "/api/health")).status === 200, "the server is gone");
  row.close();
});
