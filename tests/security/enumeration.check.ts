import { randomBytes } from "node:crypto";
import { afterAll, inject, test } from "vitest";
import { type Answer, ask, json } from "./http";
import { cookieOf } from "./people";
import { tally } from "./report";
import { openRows } from "./rows";

const world = inject("world");
const rows = openRows(world.databaseUrl);
afterAll(() => rows.close());

const SAMPLES = Number(process.env.SECURITY_SAMPLES ?? 60);
const CLOSE_ENOUGH_MS = 5;

const ENTRANCES = {
  token: (email: string) =>
    ask(world.base, "/api/v1/auth/token", { method: "POST", ...json({ email, password: "not the password" }) }),
  register: (email: string) =>
    ask(world.base, "/api/v1/auth/register", {
      method: "POST",
      ...json({ email, password: "a long pass phrase", name: "Somebody" }),
    }),
};

test("known and unknown addresses get the same answer in the same time", { timeout: 300_000 }, async () => {
  const row = tally("S5", `${SAMPLES} known against ${SAMPLES} unknown addresses at each entrance`);
  const known = await givenAccounts(SAMPLES);
  for (const [name, enter] of Object.entries(ENTRANCES)) {
    const times = { known: [] as number[], unknown: [] as number[] };
    const shapes = { known: new Set<string>(), unknown: new Set<string>() };
    // In turns, so that both see the same weather.
    for (let index = 0; index < SAMPLES; index++) {
      if (index % 20 === 0) await rows.sql`delete from rate_limits`;
      for (const kind of index % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const)) {
        const email = kind === "known" ? (known[index] as string) : `${randomBytes(6).toString("hex")}@known.test`;
        const startedAt = performance.now();
        const answer = await enter(email);
        times[kind].push(performance.now() - startedAt);
        shapes[kind].add(shapeOf(answer));
        row.check(answer.status < 500 && answer.status !== 429, `${name}: ${answer.status}`);
      }
    }
    row.check(
      [...shapes.known].sort().join() === [...shapes.unknown].sort().join(),
      `${name}: answers differ ${[...shapes.known]} | ${[...shapes.unknown]}`,
    );
    // Each known one beside the unknown one asked in the same moment, so that the machine's moods cancel out.
    const differences = times.known.map((time, index) => time - (times.unknown[index] as number));
    const apart = median(differences);
    // Two standard errors of a median, by the median absolute deviation: what chance alone may do.
    const spread = 1.4826 * median(differences.map((difference) => Math.abs(difference - apart)));
    const noise = (2 * 1.2533 * spread) / Math.sqrt(differences.length);
    row.check(
      Math.abs(apart) < CLOSE_ENOUGH_MS + noise,
      `${name}: ${apart.toFixed(1)} ms apart, ${noise.toFixed(1)} ms of it may be chance`,
    );
  }
  row.close();
});

/** Everything a stranger can compare, without what changes with every answer. */
function shapeOf({ status, headers, body }: Answer): string {
  const names = Object.keys(headers).sort().join(",");
  return `${status} ${names} ${body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")}`;
}

async function givenAccounts(count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, () => `${randomBytes(6).toString("hex")}@known.test`);
  const [row] = await rows.sql`select password_hash from users where email = ${world.bob.email}`;
  await rows.sql`insert into users ${rows.sql(emails.map((email) => ({ email, name: "Known", password_hash: row?.password_hash })))}`;
  return emails;
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;

test("guessing a password is throttled from any number of claimed addresses, and nobody else is shut out", {
  timeout: 300_000,
}, async () => {
  const row = tally("S6", "300 guesses at one account from 50 claimed addresses, and another account meanwhile");
  await rows.sql`delete from rate_limits`;
  const [email] = await givenAccounts(1);
  const statuses = { checked: 0, refused: 0 };
  for (let guess = 0; guess < 300; guess++) {
    const answer = await ask(world.base, "/api/v1/auth/token", {
      method: "POST",
      ...json({ email, password: `guess ${guess}` }, { "x-forwarded-for": `10.0.0.${guess % 50}` }),
    });
    if (answer.status === 401) statuses.checked += 1;
    else if (answer.status === 429) statuses.refused += 1;
    row.check(answer.status === 401 || answer.status === 429, `guess ${guess}: ${answer.status}`);
    if (answer.status === 429) row.check(answer.headers["retry-after"] !== undefined, "429 without Retry-After");
  }
  row.check(statuses.checked <= 10, `${statuses.checked} guesses were checked`);
  row.check(statuses.refused >= 290, `${statuses.refused} were refused`);
  const bob = await cookieOf(world.base, world.bob).catch(() => "");
  row.check(bob !== "", "Bob no longer gets in");
  row.close();
});
