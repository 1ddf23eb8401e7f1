import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import autocannon from "autocannon";
import { hashPassword, verifyPassword } from "@/lib/auth/passwords";
import { startBareNext } from "./bare-next";
import { type Served, startBuild } from "./bundle-server";
import { plainestPage } from "./list";
import { closeManyJobs, JOBS, type ManyJobs, manyJobs } from "./many-jobs";
import { benchRow } from "./measure";
import type { BenchRow } from "./types";

const ROUNDS = 4;
const SECONDS = 4;
const SIGN_INS = 40;
const PASSWORD = "a pass phrase of the bench";

export const close = closeManyJobs;

/** Over HTTP, against the production build: what signing in, scopes, limits and schemas cost a request. */
export async function run(): Promise<BenchRow[] | string> {
  if (!existsSync(".next/BUILD_ID")) return "there is no production build: npm run build first";
  const jobs = await manyJobs();
  if (!jobs) return "no PostgreSQL server is installed (pg_config --bindir finds none)";
  const secrets = {
    AUTH_SECRET: randomBytes(48).toString("base64url"),
    ENCRYPTION_KEY: randomBytes(48).toString("base64url"),
  };
  const joba = await startBuild({ DATABASE_URL: jobs.url, ...secrets });
  const bare = await startBareNext({ DATABASE_URL: jobs.url, LIST_SQL, LIST_USER: jobs.userId });
  // How fast a limited door is can only be measured with its counter emptied; counting itself is part of each request.
  const reset = setInterval(() => void jobs.sql`delete from rate_limits`.catch(() => {}), 250);
  try {
    return [...(await listRows(jobs, joba, bare)), ...(await signInRows(jobs, joba))];
  } finally {
    clearInterval(reset);
    await bare.stop();
    await joba.stop();
  }
}

const LIST_SQL = plainestPage("state in ('inbox', 'saved') and not is_closed");

async function listRows({ sql, userId }: ManyJobs, joba: Served, bare: Served): Promise<BenchRow[]> {
  const token = `joba_${randomBytes(32).toString("base64url")}`;
  await sql`
    insert into api_tokens (user_id, name, token_hash, prefix, scopes, expires_at)
    values (${userId}, 'bench', ${createHash("sha256").update(token).digest("hex")}, ${token.slice(0, 10)}, ${["jobs:read"]}, now() + interval '1 day')`;
  const headers = { authorization: `Bearer ${token}` };
  const full: Figures[] = [];
  const plain: Figures[] = [];
  // Warm both up, then in turns, so that both meet the same machine.
  await fire(`${joba.url}/api/v1/jobs?limit=50`, headers);
  await fire(`${bare.url}/list`, {});
  for (let round = 0; round < ROUNDS; round++) {
    full.push(await fire(`${joba.url}/api/v1/jobs?limit=50`, headers));
    plain.push(await fire(`${bare.url}/list`, {}));
  }
  const name = `GET /api/v1/jobs, ${JOBS / 1000}k jobs, 20 clients`;
  const limitName = "bare Next route, same SQL";
  return [
    benchRow({
      name,
      value: middle(full.map(({ rate }) => rate)),
      unit: "req/s",
      limit: middle(plain.map(({ rate }) => rate)),
      limitName,
      goal: { text: ">= 0.6", isMet: (ratio) => ratio >= 0.6 },
    }),
    benchRow({
      name: `${name} p97.5`,
      value: middle(full.map(({ p97_5 }) => p97_5)),
      unit: "ms",
      limit: middle(plain.map(({ p97_5 }) => p97_5)),
      limitName,
    }),
  ];
}

interface Figures {
  rate: number;
  p97_5: number;
}

async function fire(url: string, headers: Record<string, string>): Promise<Figures> {
  const result = await autocannon({ url, headers, connections: 20, duration: SECONDS });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} answers were no 200`);
  return { rate: result.requests.average, p97_5: result.latency.p97_5 };
}

async function signInRows({ sql }: ManyJobs, { url }: Served): Promise<BenchRow[]> {
  const passwordHash = await hashPassword(PASSWORD);
  // One account each: ten checks a quarter of an hour are all an account gets.
  const emails = Array.from({ length: 21 }, () => `${randomUUID()}@example.test`);
  await sql`insert into users ${sql(emails.map((email) => ({ email, name: "Bench", password_hash: passwordHash })))}`;
  const signIn = (index = 0) => post(`${url}/api/v1/auth/token`, { email: emails[index], password: PASSWORD });
  const { accessToken } = ((await signIn()) as { data: { accessToken: string } }).data;
  const read = () => get(`${url}/api/v1/jobs?limit=50`, accessToken);

  const bareMs: number[] = [];
  const signInMs: number[] = [];
  const quietMs: number[] = [];
  const busyMs: number[] = [];
  for (let index = 0; index < SIGN_INS; index++) {
    bareMs.push(await timed(() => verifyPassword(passwordHash, PASSWORD)));
    signInMs.push(await timed(() => signIn()));
    quietMs.push(await timed(read));
  }
  let isBusy = true;
  const crowd = Array.from({ length: 20 }, async (_, index) => {
    while (isBusy) await signIn(index + 1);
  });
  for (let index = 0; index < SIGN_INS; index++) busyMs.push(await timed(read));
  isBusy = false;
  await Promise.all(crowd);
  return [
    benchRow({
      name: "sign-in p95",
      value: p95(signInMs),
      unit: "ms",
      limit: p95(bareMs),
      limitName: "argon2id alone",
      goal: { text: "<= 1.5 × + 30 ms", isMet: (_ratio, value) => value <= 1.5 * p95(bareMs) + 30 },
    }),
    benchRow({
      name: "a request's p95 while 20 sign-ins run",
      value: p95(busyMs),
      unit: "ms",
      limit: p95(quietMs),
      limitName: "the same with nobody signing in",
      goal: { text: "<= 2", isMet: (ratio) => ratio <= 2 },
    }),
  ];
}

async function post(url: string, body: unknown): Promise<unknown> {
  const answer = await fetch(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}

async function get(url: string, token: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  await answer.arrayBuffer();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

const sorted = (values: readonly number[]) => [...values].sort((one, other) => one - other);
const middle = (values: readonly number[]) => sorted(values)[Math.floor(values.length / 2)] as number;
const p95 = (values: readonly number[]) => sorted(values)[Math.floor(values.length * 0.95)] as number;
