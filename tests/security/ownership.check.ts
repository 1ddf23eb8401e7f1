import { afterAll, inject, test } from "vitest";
import { ask, inTurn, json } from "./http";
import { listOperations, type Operation } from "./operations";
import { tally } from "./report";
import { fillOperation } from "./routes";
import { openRows } from "./rows";

const world = inject("world");
const rows = openRows(world.databaseUrl);
afterAll(() => rows.close());

const ada = world.ids.users ?? "";

test("Bob reaches nothing of Ada's by any id, in a path, a query or a body", { timeout: 300_000 }, async () => {
  const row = tally("S3", "operations × Ada's ids in path, query and body, sent by Bob and by an admin");
  const before = await rows.fingerprint(ada);
  const operations = (await listOperations()).filter(({ isPublic }) => !isPublic);
  const attempts = [world.bob, world.admin].flatMap((person) =>
    operations.flatMap((operation) => strangerForms(operation).map((form) => ({ operation, person, ...form }))),
  );
  await inTurn(attempts, async ({ operation, person, path, body, mustMiss }) => {
    const question = body === undefined ? { headers: {} } : json(body);
    const answer = await ask(world.base, path, {
      method: operation.method,
      ...question,
      headers: { ...question.headers, authorization: `Bearer ${person.token}` },
    });
    const isQuiet = !answer.body.includes(world.canary) && !answer.body.includes(world.ada.email);
    const isMissed = !mustMiss || answer.status === 404 || answer.status === 422 || answer.status === 403;
    row.check(
      isQuiet && isMissed && answer.status < 500,
      `${operation.method} ${path} ${JSON.stringify(body ?? null).slice(0, 80)}: ${answer.status} ${answer.body.slice(0, 120)}`,
    );
  });
  row.check((await rows.fingerprint(ada)) === before, "rows of Ada's changed");
  row.close();
});

/** The same operation with Ada's ids wherever an id can stand. */
function strangerForms({ method, path, example }: Operation): { path: string; body?: unknown; mustMiss: boolean }[] {
  if (/sign-out|\/account$|\/me$/.test(path) && method !== "GET") return [];
  const filled = fillOperation(path, world.ids);
  const hasOwner = path.includes("{") && !path.startsWith("/api/v1/sources/");
  const forms: { path: string; body?: unknown; mustMiss: boolean }[] = [];
  if (hasOwner) forms.push({ path: filled, body: example, mustMiss: true });
  if (method === "GET") {
    for (const key of ["userId", "user_id", "ownerId", "searchId", "id"]) {
      forms.push({ path: `${filled}?${key}=${key === "searchId" ? world.ids.searches : ada}`, mustMiss: hasOwner });
    }
  } else if (example && typeof example === "object" && !Array.isArray(example)) {
    const stolen = Object.fromEntries(Object.entries(example).map(([key, value]) => [key, stealId(key, value)]));
    if (JSON.stringify(stolen) !== JSON.stringify(example)) forms.push({ path: filled, body: stolen, mustMiss: false });
  }
  return forms;
}

/** An id in a body becomes one of Ada's of the likeliest kind. */
function stealId(key: string, value: unknown): unknown {
  const id = /search/i.test(key) ? world.ids.searches : /run/i.test(key) ? world.ids.runs : world.ids.jobs;
  if (/ids$/i.test(key) && Array.isArray(value)) return [id];
  return /id$/i.test(key) && typeof value === "string" && /^[0-9a-f-]{36}$/.test(value) ? id : value;
}

const FORBIDDEN = {
  userId: ada,
  user_id: ada,
  role: "admin",
  isAdmin: true,
  isDemo: false,
  createdAt: "2000-01-01T00:00:00Z",
  id: world.ids.jobs,
  emailVerifiedAt: "2000-01-01T00:00:00Z",
  version: 999,
};

test("fields nobody may set are refused or ignored", { timeout: 300_000 }, async () => {
  const row = tally("S4", "mutations × fields nobody may set, and the roles afterwards");
  const bob = (await rows.sql`select id from users where email = ${world.bob.email}`)[0]?.id as string;
  const operations = (await listOperations()).filter(
    ({ method, path, example }) =>
      method !== "GET" && example && typeof example === "object" && !/sign-out|\/auth\//.test(path),
  );
  for (const operation of operations) {
    for (const [key, value] of Object.entries(FORBIDDEN)) {
      if (key in (operation.example as object)) continue;
      const path = fillOperation(operation.path, world.ids);
      const answer = await ask(world.base, path, {
        method: operation.method,
        ...json({ ...(operation.example as object), [key]: value }, { authorization: `Bearer ${world.bob.token}` }),
      });
      const refused = answer.status >= 400 && answer.status < 500;
      const isEcho = answer.body.includes(String(value)) && key !== "isDemo" && key !== "version" && key !== "id";
      row.check(refused || !isEcho, `${operation.id} ${key}: ${answer.status} ${answer.body.slice(0, 160)}`);
    }
  }
  for (const body of [{ role: "admin" }, { isAdmin: true }, { emailVerifiedAt: "2000-01-01" }]) {
    const email = `mass-${Math.random().toString(36).slice(2)}@example.test`;
    const input = { email, password: "a long pass phrase", name: "Mass", ...body };
    await ask(world.base, "/api/v1/auth/register", { method: "POST", ...json(input) });
    const [made] = await rows.sql`select role, email_verified_at from users where email = ${email}`;
    row.check(
      !made || (made.role === "user" && made.email_verified_at === null),
      `register with ${JSON.stringify(body)}`,
    );
  }
  const [after] = await rows.sql`select role, is_demo from users where id = ${bob}`;
  row.check(after?.role === "user" && after.is_demo === false, "Bob's role");
  row.close();
});
