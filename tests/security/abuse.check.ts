import { request } from "node:http";
import { afterAll, inject, test } from "vitest";
import { ask, inTurn, json } from "./http";
import { listOperations } from "./operations";
import { tally } from "./report";
import { fillOperation } from "./routes";
import { openRows } from "./rows";
import { startServer } from "./server";

const world = inject("world");
const rows = openRows(world.databaseUrl);
afterAll(() => rows.close());
const asBob = { authorization: `Bearer ${world.bob.token}` };

const WORDS = [
  "\"';--",
  "' or 1=1 --",
  "a!b!c!",
  "((((((",
  '"unclosed',
  "-".repeat(500),
  "%".repeat(300),
  "_".repeat(300),
  "a ".repeat(4000),
  "\\".repeat(400),
  "\u0000",
  "🦄".repeat(900),
  "or or or",
  "-a -b -c",
  `${"a".repeat(9000)}*`,
  "<script>",
  "$1",
  "{{7*7}}",
  "\u202e",
  "x'); drop table jobs; --",
  "1; select pg_sleep(5)",
  "&|!():*<->",
  "c++ c# .net",
  "%00",
  "..%2f",
];

test("no search, sort or filter makes the database fail or linger", { timeout: 300_000 }, async () => {
  const row = tally("S21", "search, sort, filter and cursor values, each within two seconds and without a 5xx");
  const lists = (await listOperations()).filter(({ method, isPublic }) => method === "GET" && !isPublic);
  const attempts = lists.flatMap(({ path }) =>
    ["q", "sort", "cursor", "states", "limit", "countries", "order", "fields", "since"].flatMap((key) =>
      WORDS.map((word) => ({ path: fillOperation(path, world.ids), key, word })),
    ),
  );
  await rows.sql`delete from rate_limits`;
  await inTurn(attempts, async ({ path, key, word }) => {
    const startedAt = performance.now();
    const { status, body } = await ask(world.base, `${path}?${key}=${encodeURIComponent(word)}`, {
      headers: { authorization: `Bearer ${world.ada.token}` },
    });
    const isQuick = performance.now() - startedAt < 2000;
    row.check(
      status < 500 && isQuick && !/syntax error|pg_|drizzle|at \w+ \(/.test(body),
      `${path}?${key}=${word.slice(0, 20)}: ${status} ${body.slice(0, 100)}`,
    );
  });
  row.close();
});

test("bodies of any size and shape are refused at once", { timeout: 300_000 }, async () => {
  const row = tally("S22", "huge, deep and broken bodies at every operation that takes one");
  await rows.sql`delete from rate_limits`;
  const operations = (await listOperations()).filter(
    ({ example, path }) => example !== undefined && !/sign-out/.test(path),
  );
  const bombs: Record<string, string | Buffer> = {
    "a million elements": `[${"1,".repeat(999_999)}1]`,
    "deep arrays": `${"[".repeat(50_000)}${"]".repeat(50_000)}`,
    "deep objects": `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
    "a long string": JSON.stringify({ name: "x".repeat(5_000_000) }),
    "many keys": JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`k${index}`, 1]))),
    prototype: '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
    "broken UTF-8": Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    "no JSON": "name=a&role=admin",
    "half of it": '{"name": "a',
    nothing: "",
    number: "1e999999",
  };
  for (const operation of operations) {
    for (const [name, body] of Object.entries(bombs)) {
      const startedAt = performance.now();
      const answer = await ask(world.base, fillOperation(operation.path, world.ids), {
        method: operation.method,
        body,
        headers: { ...asBob, "content-type": "application/json" },
      }).catch((error: Error) => ({ status: 413, body: error.message }));
      const took = performance.now() - startedAt;
      // Where every field may be left out, so may the body.
      const isTaken = name === "nothing" && answer.status === 200;
      row.check(
        isTaken || (answer.status >= 400 && answer.status < 500 && took < 3000),
        `${operation.id}, ${name}: ${answer.status} in ${Math.round(took)} ms`,
      );
    }
  }
  const { status, sent } = await pour("/api/v1/searches", 100 * 1024 * 1024);
  row.check(status === 413 && sent < 20 * 1024 * 1024, `100 MB: ${status} after ${sent} bytes`);
  row.close();
});

/** Streams until the server answers or hangs up. @returns how much it took before that. */
function pour(path: string, bytes: number): Promise<{ status: number; sent: number }> {
  const { hostname, port } = new URL(world.base);
  return new Promise((resolve) => {
    let sent = 0;
    let status = 0;
    const call = request({
      hostname,
      port,
      path,
      method: "POST",
      headers: { ...asBob, "content-type": "application/json", "content-length": bytes },
    });
    const done = () => {
      call.destroy();
      resolve({ status, sent });
    };
    call.on("response", (response) => {
      status = response.statusCode ?? 0;
      response.resume();
      done();
    });
    call.on("error", done);
    const chunk = Buffer.alloc(256 * 1024, "x");
    const write = () => {
      while (sent < bytes && status === 0 && !call.destroyed) {
        sent += chunk.length;
        if (!call.write(chunk)) return void call.once("drain", write);
      }
    };
    write();
  });
}

test("limits count over all servers together", { timeout: 300_000 }, async () => {
  const row = tally("S23", "tries at one door of two servers on one database, with claimed addresses");
  const second = await startServer({ DATABASE_URL: world.databaseUrl });
  try {
    await rows.sql`delete from rate_limits`;
    let passed = 0;
    let refused = 0;
    await inTurn(
      Array.from({ length: 60 }, (_, index) => index),
      async (index) => {
        const answer = await ask(index % 2 === 0 ? world.base : second.base, "/api/v1/auth/token", {
          method: "POST",
          ...json({ email: "limited@example.test", password: "wrong pass" }, { "x-forwarded-for": `10.1.${index}.1` }),
        });
        if (answer.status === 401) passed += 1;
        else if (answer.status === 429) refused += 1;
        row.check(answer.status === 401 || answer.status === 429, `try ${index}: ${answer.status}`);
      },
    );
    row.check(passed === 10 && refused === 50, `${passed} passed, ${refused} refused`);
  } finally {
    await second.stop();
    await rows.sql`delete from rate_limits`;
  }
  row.close();
});
