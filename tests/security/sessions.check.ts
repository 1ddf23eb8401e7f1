import { afterAll, inject, test } from "vitest";
import { ask, json } from "./http";
import { cookieOf, givenPerson, type Person, tokenOf } from "./people";
import { tally } from "./report";
import { openRows } from "./rows";

const world = inject("world");
const rows = openRows(world.databaseUrl);
afterAll(() => rows.close());

const isIn = async (cookie: string) => (await ask(world.base, "/jobs", { headers: { cookie } })).status === 200;
const isInByCookie = async (cookie: string) =>
  (await ask(world.base, "/api/v1/jobs?limit=1", { headers: { cookie } })).status === 200;
const isInByToken = async (token: string) =>
  (await ask(world.base, "/api/v1/jobs?limit=1", { headers: { authorization: `Bearer ${token}` } })).status === 200;
const post = (path: string, person: Person) =>
  ask(world.base, path, { method: "POST", headers: { authorization: `Bearer ${person.token}` } });

/** What ends sessions, and whether the one that asked for it ends as well. */
const ENDINGS: Record<string, (person: Person, id: string) => Promise<unknown>> = {
  "sign out everywhere": (person) => post("/api/v1/auth/sign-out-everywhere", person),
  disabled: (_, id) => rows.sql`update users set disabled_at = now() where id = ${id}`,
  deleted: (_, id) => rows.sql`delete from users where id = ${id}`,
  "sessions expired": (_, id) =>
    rows.sql`update sessions set expires_at = now() - interval '1 second' where user_id = ${id}`,
  "sessions revoked": (_, id) => rows.sql`update sessions set revoked_at = now() where user_id = ${id}`,
};

test("a session that ended is refused at the next request", { timeout: 300_000 }, async () => {
  const row = tally("S8", "copied cookies and tokens after each way a session can end; ids before and after sign-in");
  for (const [name, finish] of Object.entries(ENDINGS)) {
    await rows.sql`delete from rate_limits`;
    const person = await givenPerson(world.base, "session");
    const second = { cookie: await cookieOf(world.base, person), token: await tokenOf(world.base, person) };
    const [user] = await rows.sql`select id from users where email = ${person.email}`;
    row.check(await isIn(person.cookie), `${name}: not in before`);
    row.check(await isInByToken(second.token), `${name}: token not in before`);
    await finish(person, String(user?.id));
    row.check(!(await isIn(person.cookie)), `${name}: the cookie still opens a page`);
    row.check(!(await isInByCookie(second.cookie)), `${name}: a copied cookie still opens the API`);
    row.check(!(await isInByToken(person.token)), `${name}: the token still opens the API`);
    row.check(!(await isInByToken(second.token)), `${name}: a second token still opens the API`);
  }
  await rows.sql`delete from rate_limits`;
  const person = await givenPerson(world.base, "fixed");
  const fresh = await cookieOf(world.base, person);
  row.check(fresh !== person.cookie, "signing in again gives the same session");
  row.close();
});

test("what opens accounts is long and stored hashed", { timeout: 120_000 }, async () => {
  const row = tally("S7", "cookies, tokens and passwords looked for in every text of the database");
  const secrets = [world.ada.token, world.readOnlyToken, world.ada.cookie.split("=")[1] ?? "", world.ada.password];
  for (const secret of secrets) {
    const places = await rows.places(secret);
    row.check(places.length === 0, `stands in ${places}`);
  }
  row.check(new Set([world.ada.token, world.bob.token, world.admin.token]).size === 3, "tokens repeat");
  row.check(Buffer.from(world.readOnlyToken.replace(/^joba_/, ""), "base64url").length >= 16, "a token under 128 bits");
  row.close();
});

test("a broken Authorization header is refused, never failed on", async () => {
  const row = tally("S8", "malformed Authorization headers and cookies");
  const values = [
    "Bearer",
    "Bearer ",
    "Bearer %",
    "Bearer %E0%A4%A",
    "bearer joba_x",
    "Basic eA==",
    "Bearer joba_",
    `Bearer ${"a".repeat(6000)}`,
    "Bearer a.b.c",
    "Bearer eyJhbGciOiJub25lIn0.e30.",
    `Bearer ${world.ada.token}x`,
  ];
  for (const authorization of values) {
    const { status } = await ask(world.base, "/api/v1/jobs", { headers: { authorization } });
    row.check(status === 401, `${authorization.slice(0, 30)}: ${status}`);
  }
  for (const cookie of [
    "joba.session=",
    "joba.session=%",
    "joba.session=a.b.c.d.e",
    `joba.session=${"a".repeat(4000)}`,
    "joba.session=x; joba.session=y",
  ]) {
    const { status } = await ask(world.base, "/api/v1/jobs", { headers: { cookie } });
    row.check(status === 401, `${cookie.slice(0, 30)}: ${status}`);
  }
  const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ sub: world.ids.users })).toString("base64url")}.`;
  row.check(
    (await ask(world.base, "/api/v1/jobs", { headers: { authorization: `Bearer ${unsigned}` } })).status === 401,
    "alg none",
  );
  const { status } = await ask(world.base, "/api/v1/auth/token", {
    method: "POST",
    ...json({ email: ["a"], password: {} }),
  });
  row.check(status === 422, `types confused: ${status}`);
  row.close();
});
