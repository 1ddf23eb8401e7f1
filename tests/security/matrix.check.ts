import { inject, test } from "vitest";
import { type Answer, ask, inTurn, json } from "./http";
import { ACCESS, type Access } from "./matrix";
import { listOperations, type Operation } from "./operations";
import { tally } from "./report";
import { type AppRoute, fillOperation, fillPage, listAppRoutes } from "./routes";

const world = inject("world");

/** Everybody who may knock, with the headers they bring. */
const CALLERS = {
  anonymous: {},
  owner: { cookie: world.ada.cookie },
  other: { cookie: world.bob.cookie },
  admin: { cookie: world.admin.cookie },
  token: { authorization: `Bearer ${world.ada.token}` },
  readOnly: { authorization: `Bearer ${world.readOnlyToken}` },
  otherToken: { authorization: `Bearer ${world.bob.token}` },
  adminToken: { authorization: `Bearer ${world.admin.token}` },
  revoked: { cookie: world.gone.cookie, authorization: `Bearer ${world.gone.token}` },
} as const satisfies Record<string, Record<string, string>>;
type CallerName = keyof typeof CALLERS;

/** Whose Ada's things are: herself, in a browser or by a token of hers. */
const ADAS = new Set<CallerName>(["owner", "token", "readOnly"]);

test("every page and handler × every caller", { timeout: 300_000 }, async () => {
  const row = tally("matrix", "pages and handlers × 9 callers");
  const routes = await listAppRoutes();
  const attempts = routes.flatMap((route) =>
    (Object.keys(CALLERS) as CallerName[]).map((caller) => ({ route, caller })),
  );
  await inTurn(attempts, async ({ route, caller }) => {
    const path = fillPage(route.pattern, world.ids);
    const answer = await ask(world.base, path, { headers: CALLERS[caller] });
    const access = ACCESS[route.pattern];
    const problem = access ? judgePage(route, access, caller, answer) : "has no entry in tests/security/matrix.ts";
    row.check(problem === undefined, `${caller} ${path}: ${answer.status} ${problem}`);
  });
  row.close();
});

/** What is wrong with an answer, or undefined. */
function judgePage(route: AppRoute, access: Access, caller: CallerName, answer: Answer): string | undefined {
  const { status, body } = answer;
  if (status >= 500) return "failed";
  const isOwnThing = route.pattern.includes("[") && route.kind === "page";
  if ((access === "mail" || access === "admin") && caller === "admin")
    return status < 400 ? undefined : "an admin is kept out";
  if (!(caller === "owner") && leaks(body)) return "shows what is Ada's";
  // Tokens are for the API: a page takes no notice of them.
  const isSignedIn = caller === "owner" || caller === "other" || caller === "admin";
  if (access === "nobody") return status === 404 ? undefined : "is there";
  if (access === "post") return status === 405 || status === 307 ? undefined : "answers a GET";
  if (access === "public") return status < 400 ? undefined : "is shut";
  if (access === "caller") {
    if (caller === "anonymous" || caller === "revoked") return isShut(status);
    return status === 200 || (caller === "readOnly" && status === 403) ? undefined : "is shut";
  }
  if (access === "signed") return status === 401 ? undefined : "is open without a signature";
  if (!isSignedIn)
    return status === 307 && String(answer.headers.location).startsWith("/sign-in") ? undefined : isShut(status);
  if (access === "admin") {
    return status === 404 ? undefined : "is open to somebody who is no admin";
  }
  if (!isOwnThing) return status === 200 || status === 307 ? undefined : "is shut";
  if (caller === "owner") return status === 200 || status === 307 ? undefined : "its owner is kept out";
  return status === 404 || hasNotFound(body) ? undefined : "is open to a stranger";
}

const isShut = (status: number) => (status === 401 || status === 403 || status === 404 ? undefined : "is open");
const hasNotFound = (body: string) => body.includes("NEXT_HTTP_ERROR_FALLBACK;404") || body.includes("NEXT_REDIRECT");
const leaks = (body: string) => body.includes(world.canary) || body.includes(world.ada.email);

test("every operation × every caller", { timeout: 300_000 }, async () => {
  const row = tally("matrix", "operations × 9 callers");
  const operations = (await listOperations()).filter(({ isPublic }) => !isPublic);
  const attempts = operations.flatMap((operation) =>
    (Object.keys(CALLERS) as CallerName[])
      // What Ada may do is done by the tests of each noun; here it would use up what the other attempts need.
      .filter((caller) => operation.method === "GET" || !(caller === "owner" || caller === "token"))
      .map((caller) => ({ operation, caller })),
  );
  await inTurn(attempts, async ({ operation, caller }) => {
    if (!isHarmless(operation, caller)) return;
    const answer = await call(operation, CALLERS[caller]);
    const problem = judgeOperation(operation, caller, answer);
    row.check(
      problem === undefined,
      `${caller} ${operation.method} ${operation.path}: ${answer.status} ${problem} ${answer.body.slice(0, 120)}`,
    );
  });
  row.close();
});

/** Bob and the admin need their sessions for what comes after. */
function isHarmless({ path, method }: Operation, caller: CallerName): boolean {
  const endsOwn = method !== "GET" && (/sign-out|\/account|\/me$/.test(path) || path.endsWith("/sessions"));
  return !(endsOwn && !["anonymous", "readOnly", "revoked"].includes(caller));
}

function call({ method, path, query, example }: Operation, headers: Record<string, string>) {
  const question = example === undefined ? { headers: {} } : json(example);
  return ask(world.base, fillOperation(path, world.ids) + query, {
    method,
    ...question,
    headers: { ...question.headers, ...headers, ...(headers.cookie && { origin: world.base }) },
  });
}

function judgeOperation({ method, path, isRead }: Operation, caller: CallerName, answer: Answer): string | undefined {
  const { status, body } = answer;
  if (status >= 500) return "failed";
  if (!ADAS.has(caller) && leaks(body)) return "shows what is Ada's";
  if (caller === "anonymous" || caller === "revoked") return status === 401 ? undefined : "is open";
  if (caller === "readOnly" && !isRead)
    return status === 403 || status === 401 ? undefined : "a read-only token may write";
  if (caller === "readOnly" && status === 403) return undefined;
  if (ADAS.has(caller)) return status < 400 || method !== "GET" ? undefined : "its owner is kept out";
  return path.includes("{") && ![404, 403].includes(status) && !isShared(path) ? "is open to a stranger" : undefined;
}

/** Collections whose ids are nobody's: the boards. */
const isShared = (path: string) => path.startsWith("/api/v1/sources/");
