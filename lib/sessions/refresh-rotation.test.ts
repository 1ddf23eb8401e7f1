import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { findLiveApiSession } from "@/db/queries/api-sessions";
import { revokeOwnSession } from "@/db/queries/session-list";
import { SESSION_IDLE_SECONDS, SESSION_SECONDS } from "@/lib/auth/cookie";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { admitClient, REFRESH_GRACE_MS, refreshApiSession } from "./api-sessions";

const RUNS = Number(process.env.FUZZ ?? 0) || 40;
const DAY = 86_400_000;

/** What ought to be so, kept beside the database. */
interface ModelToken {
  value: string;
  expiresAt: number;
  usedAt?: number;
}
interface ModelSession {
  id: string;
  expiresAt: number;
  isRevoked: boolean;
  tokens: ModelToken[];
}
type Verdict = "first" | "grace" | "reuse" | "dead";

function judge(session: ModelSession, token: ModelToken, now: number): Verdict {
  if (session.isRevoked || session.expiresAt <= now || token.expiresAt <= now) return "dead";
  if (token.usedAt === undefined) return "first";
  return Math.abs(now - token.usedAt) <= REFRESH_GRACE_MS ? "grace" : "reuse";
}

const picks = fc.nat({ max: 1000 });
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("refresh" as const), session: picks, token: picks }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("together" as const),
      session: picks,
      tokens: fc.array(picks, { minLength: 2, maxLength: 6 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      ms: fc.constantFrom(0, 1, 1000, 9_999, 10_000, 10_001, 60_000, -5_000, -60_000, DAY, 13 * DAY, 15 * DAY),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("signOut" as const), session: picks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("signIn" as const) }) },
);

test("rotation does what the model says, whatever many clients, thieves and clocks do", async () => {
  const db = await testDatabase();
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 25 }), (commands) => play(db, commands)),
    { numRuns: RUNS },
  );
}, 600_000);

async function play(db: Database, commands: readonly (typeof command extends fc.Arbitrary<infer T> ? T : never)[]) {
  const { userId } = await createTestContext();
  let clock = Date.UTC(2026, 5, 1);
  const visitor = { db, now: () => new Date(clock) };
  const family: ModelSession[] = [];

  const expiryAt = (session: ModelSession) => Math.min(clock + SESSION_IDLE_SECONDS * 1000, session.expiresAt);
  const signIn = async () => {
    const { sessionId, refreshToken } = await admitClient(visitor, { userId });
    const session = {
      id: sessionId,
      expiresAt: clock + SESSION_SECONDS * 1000,
      isRevoked: false,
      tokens: [] as ModelToken[],
    };
    session.tokens.push({ value: refreshToken, expiresAt: expiryAt(session) });
    family.push(session);
  };
  const attempt = async (session: ModelSession, token: ModelToken) => {
    try {
      const granted = await refreshApiSession(visitor, { refreshToken: token.value });
      expect(granted.sessionId).toBe(session.id);
      session.tokens.push({ value: granted.refreshToken, expiresAt: expiryAt(session) });
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: "unauthenticated" });
      return false;
    }
  };
  const pick = <T>(list: readonly T[], index: number) => list[index % list.length] as T;

  await signIn();
  for (const step of commands) {
    if (step.kind === "signIn") await signIn();
    else if (step.kind === "pass") clock += step.ms;
    else if (step.kind === "signOut") {
      const session = pick(family, step.session);
      await revokeOwnSession(db, { userId, id: session.id, now: new Date(clock) });
      if (session.expiresAt > clock) session.isRevoked = true;
    } else {
      const session = pick(family, step.session);
      const known = [...session.tokens];
      const tried = (step.kind === "refresh" ? [step.token] : step.tokens).map((index) => pick(known, index));
      const verdicts = tried.map((token) => judge(session, token, clock));
      const answers = await Promise.all(tried.map((token) => attempt(session, token)));
      const isStolen = verdicts.includes("reuse");
      verdicts.forEach((verdict, index) => {
        // Beside a theft, an honest refresh may come before or after the session ended.
        if (verdict === "reuse" || verdict === "dead") expect(answers[index], verdict).toBe(false);
        else if (!isStolen) expect(answers[index], verdict).toBe(true);
      });
      for (const token of tried) token.usedAt ??= clock;
      if (isStolen) session.isRevoked = true;
    }
    for (const session of family) {
      const row = await findLiveApiSession(db, { userId, id: session.id, now: new Date(clock) });
      expect(Boolean(row)).toBe(!session.isRevoked && session.expiresAt > clock);
    }
  }
}
