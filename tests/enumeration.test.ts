import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST as register } from "@/app/api/v1/auth/register/route";
import { POST as createToken } from "@/app/api/v1/auth/token/route";
import { rateLimits } from "@/db/schema";
import { resendVerification } from "@/lib/users/emails";
import { requestPasswordReset } from "@/lib/users/passwords";
import { newAddress, visitorOf } from "./helpers/account-mail";
import { createTestContext } from "./helpers/context";
import { testDatabase, useOwnDatabase } from "./helpers/database";
import { useTestServer } from "./helpers/server";
import { givenAccount } from "./helpers/two-step";

const SAMPLES = 60;
const CLOSE_ENOUGH_MS = 5;

let sent: Awaited<ReturnType<typeof useTestServer>>;
let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  // The counters are emptied between samples, which nobody else's tests may feel.
  dropDatabase = await useOwnDatabase();
  sent = await useTestServer();
});
afterAll(() => dropDatabase());

const post = (handler: typeof register, body: object) =>
  handler(
    new Request("http://localhost:3000/api/v1/auth", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
    { params: Promise.resolve({}) },
  );

/** Every byte but the id and the moment each answer carries. */
async function bytesOf(answer: Response): Promise<string> {
  const headers = [...answer.headers].filter(([name]) => !/^(x-request-id|ratelimit|retry-after)/.test(name));
  const body = (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id");
  return JSON.stringify([answer.status, headers, body]);
}

async function verb(run: Promise<unknown>): Promise<string> {
  return JSON.stringify(await run.catch(({ code, message }) => ({ code, message })));
}

async function visitor() {
  const person = await createTestContext();
  return visitorOf(person);
}

const ENTRANCES: Record<string, (email: string) => Promise<string>> = {
  register: async (email) => bytesOf(await post(register, { email, password: "a long pass phrase", name: "Somebody" })),
  "sign in": async (email) => bytesOf(await post(createToken, { email, password: "not the password" })),
  "forgotten password": async (email) => verb(requestPasswordReset(await visitor(), { email })),
  "confirmation again": async (email) => verb(resendVerification(await visitor(), { email })),
};

describe("a known and an unknown address", () => {
  test.each(Object.entries(ENTRANCES))(
    "%s: the same bytes in the same time",
    { timeout: 180_000 },
    async (_, enter) => {
      const db = await testDatabase();
      const known: string[] = [];
      for (let index = 0; index < SAMPLES; index++) {
        known.push((await givenAccount({ emailVerifiedAt: index % 2 === 0 ? new Date() : null })).email);
      }
      for (const email of [known[0] ?? "", newAddress()]) await enter(email);
      const times = { known: [] as number[], unknown: [] as number[] };
      const answers = { known: new Set<string>(), unknown: new Set<string>() };
      // In pairs, so that both see the same weather, and compared pair by pair.
      for (const [index, email] of known.entries()) {
        if (index % 20 === 0) await db.delete(rateLimits);
        const pair = [["known", email] as const, ["unknown", newAddress()] as const];
        for (const [kind, address] of index % 2 === 0 ? pair : pair.reverse()) {
          const startedAt = performance.now();
          answers[kind].add(await enter(address));
          times[kind].push(performance.now() - startedAt);
        }
      }
      expect(answers.known.size).toBe(1);
      expect([...answers.known]).toEqual([...answers.unknown]);
      const apart = times.known.map((ms, index) => ms - (times.unknown[index] ?? 0));
      // Two standard errors of the median, by the median absolute deviation: what a busy machine alone may do.
      const spread = 1.4826 * median(apart.map((ms) => Math.abs(ms - median(apart))));
      const noise = (2 * 1.2533 * spread) / Math.sqrt(apart.length);
      expect(Math.abs(median(apart))).toBeLessThan(CLOSE_ENOUGH_MS + noise);
    },
  );

  test("what goes to the queue looks the same", () => {
    const shapes = sent.map(({ name, data }) => `${name} ${Object.keys(data).sort()}`);
    expect(new Set(shapes)).toEqual(new Set(["account/mail.due kind,requestId,userId"]));
  });
});

const median = (values: number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
