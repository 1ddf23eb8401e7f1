import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { auditEntries, oauthAccounts, outboxMessages, users } from "@/db/schema";
import { openSession, resolveSession } from "@/lib/auth/sessions";
import { createTestContext } from "@/tests/helpers/context";
import { testDatabase } from "@/tests/helpers/database";
import { givenAccount, givenTwoStep, PASSWORD, type TestAccount } from "@/tests/helpers/two-step";
import {
  allowConnecting,
  connectProvider,
  disconnectProvider,
  listConnections,
  type ProviderIdentity,
  signInWithProvider,
} from "./oauth";
import type { Visitor } from "./visitor";

vi.hoisted(() => {
  Object.assign(process.env, {
    OIDC_ISSUER: "https://id.example/",
    OIDC_ID: "joba",
    OIDC_SECRET: "secret",
    OIDC_NAME: "Example ID",
    GITHUB_ID: "joba",
    GITHUB_SECRET: "secret",
  });
});

let visitor: Visitor;
beforeAll(async () => {
  visitor = { db: await testDatabase(), now: () => new Date(), address: "192.0.2.1", userAgent: "test" };
  // Not the first account of this database, which would become admin.
  await givenAccount();
});

const identity = (patch: Partial<ProviderIdentity> = {}): ProviderIdentity => ({
  provider: "oidc",
  accountId: randomUUID(),
  name: "Ida",
  email: `${randomUUID()}@example.test`,
  isEmailVerified: true,
  ...patch,
});
const userOf = async (email: string | undefined) =>
  (
    await visitor.db
      .select()
      .from(users)
      .where(eq(users.email, email ?? ""))
  )[0];
const linksOf = (userId: string) => visitor.db.select().from(oauthAccounts).where(eq(oauthAccounts.userId, userId));

describe("somebody a provider vouches for", () => {
  test("gets an account with a verified address and no password, and the same one next time", async () => {
    const ida = identity();
    expect(await signInWithProvider(visitor, ida)).toMatchObject({ status: "signed_in", isNew: true });
    const user = await userOf(ida.email);
    expect(user).toMatchObject({ name: "Ida", role: "user", passwordHash: null, emailVerifiedAt: expect.any(Date) });
    const again = await signInWithProvider(visitor, { ...ida, email: undefined, isEmailVerified: false });
    expect(again).toMatchObject({ status: "signed_in", isNew: false, userId: user?.id });
  });

  test("reaches the account of a verified address when the provider verified it too, and its owner is told", async () => {
    const account = await givenAccount({ emailVerifiedAt: new Date() });
    const outcome = await signInWithProvider(visitor, identity({ email: account.email }));
    expect(outcome).toMatchObject({ status: "signed_in", isNew: false, userId: account.userId });
    expect(await linksOf(account.userId)).toMatchObject([
      { provider: "oidc:https://id.example", email: account.email },
    ]);
    const mails = await visitor.db.select().from(outboxMessages).where(eq(outboxMessages.userId, account.userId));
    expect(mails.map(({ subject }) => subject)).toContain("Another way to sign in was added");
    const actions = await visitor.db.select().from(auditEntries).where(eq(auditEntries.userId, account.userId));
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["account.oauth_linked", "account.signed_in"]),
    );
  });

  test.each([
    ["the provider did not verify it", true, false, "unverified_address"],
    ["JOBA did not verify it", false, true, "connect_first"],
    ["neither did", false, false, "unverified_address"],
  ])("does not reach the account of an address when %s", async (_why, isOursVerified, isTheirsVerified, reason) => {
    const account = await givenAccount({ emailVerifiedAt: isOursVerified ? new Date() : null });
    const outcome = await signInWithProvider(
      visitor,
      identity({ email: account.email, isEmailVerified: isTheirsVerified }),
    );
    expect(outcome).toEqual({ status: "refused", reason });
    expect(await linksOf(account.userId)).toEqual([]);
  });

  test("learns nothing about who has an account from an address that is not verified", async () => {
    const account = await givenAccount({ emailVerifiedAt: new Date() });
    const [known, unknown] = await Promise.all(
      [account.email, identity().email].map((email) =>
        signInWithProvider(visitor, identity({ email, isEmailVerified: false })),
      ),
    );
    expect(known).toEqual(unknown);
    expect(await signInWithProvider(visitor, identity({ email: undefined }))).toEqual(known);
  });

  test("owes the code like everybody else", async () => {
    const account = await givenAccount({ emailVerifiedAt: new Date() });
    await givenTwoStep(account, new Date(Date.now() - 3_600_000));
    expect(await signInWithProvider(visitor, identity({ email: account.email }))).toMatchObject({
      status: "code_required",
    });
  });

  test("does not get into a disabled account, linked or not", async () => {
    const ida = identity();
    await signInWithProvider(visitor, ida);
    await visitor.db
      .update(users)
      .set({ disabledAt: new Date() })
      .where(eq(users.email, ida.email ?? ""));
    const refused = { status: "refused", reason: "refused" };
    expect(await signInWithProvider(visitor, ida)).toEqual(refused);
    expect(await signInWithProvider(visitor, identity({ email: ida.email }))).toEqual(refused);
  });

  test("is one account, however many answers arrive at once", async () => {
    const ida = identity();
    const outcomes = await Promise.all([1, 2, 3].map(() => signInWithProvider(visitor, ida)));
    expect(outcomes.some(({ status }) => status === "signed_in")).toBe(true);
    const user = await userOf(ida.email);
    expect(await linksOf(user?.id ?? "")).toHaveLength(1);
  });

  test("is not taken for somebody of the same number at another issuer", async () => {
    const github = identity({ provider: "github", accountId: "42" });
    await signInWithProvider(visitor, github);
    const other = identity({ accountId: "42" });
    expect(await signInWithProvider(visitor, other)).toMatchObject({ isNew: true });
    expect((await userOf(other.email))?.id).not.toBe((await userOf(github.email))?.id);
  });
});

describe("connecting and disconnecting", () => {
  test("takes the password, whatever the address is", async () => {
    const account = await givenOwner();
    for (const password of [undefined, "wrong"]) {
      await expect(allowConnecting(account.ctx, { provider: "oidc", password })).rejects.toMatchObject({
        code: "invalid",
      });
    }
    await expect(allowConnecting(account.ctx, { provider: "google", password: PASSWORD })).rejects.toMatchObject({
      code: "not_found",
    });
    await allowConnecting(account.ctx, { provider: "oidc", password: PASSWORD });
    const ida = identity({ isEmailVerified: false });
    await connectProvider(account.ctx, ida);
    await connectProvider(account.ctx, ida);
    expect(await linksOf(account.userId)).toHaveLength(1);
    expect(await signInWithProvider(visitor, ida)).toMatchObject({ status: "signed_in", userId: account.userId });
  });

  test("waits for the account's own address, or it would be a door left in somebody else's account", async () => {
    const account = await givenAccount();
    for (const patch of [{}, { email: account.email, isEmailVerified: false }]) {
      await expect(connectProvider(account.ctx, identity(patch))).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await linksOf(account.userId)).toEqual([]);
    await connectProvider(account.ctx, identity({ email: account.email }));
    expect(await linksOf(account.userId)).toHaveLength(1);
  });

  test("an identity belongs to one account", async () => {
    const [one, two] = await Promise.all([givenOwner(), givenOwner()]);
    const ida = identity();
    await connectProvider(one.ctx, ida);
    await expect(connectProvider(two.ctx, ida)).rejects.toMatchObject({ code: "conflict" });
    expect(await linksOf(two.userId)).toEqual([]);
  });

  test("lists what is connected, what could be, and what is no longer offered", async () => {
    const account = await givenOwner();
    await connectProvider(account.ctx, identity({ provider: "github", email: "ida@example.test" }));
    const gone = { userId: account.userId, provider: "oidc:https://old.example", providerAccountId: randomUUID() };
    await visitor.db.insert(oauthAccounts).values(gone);
    const { connections, hasPassword } = await listConnections(account.ctx);
    expect(hasPassword).toBe(true);
    expect(connections.map(({ id, provider, name }) => [Boolean(id), provider, name])).toEqual([
      [true, "github", "GitHub"],
      [true, undefined, "https://old.example"],
      [false, "oidc", "Example ID"],
    ]);
  });

  test("never takes the last way in, not even two at once; what is no longer offered is none", async () => {
    const account = await withoutPassword(await givenOwner());
    await connectProvider(account.ctx, identity());
    const gone = { userId: account.userId, provider: "oidc:https://old.example", providerAccountId: randomUUID() };
    await visitor.db.insert(oauthAccounts).values(gone);
    const [first] = (await linksOf(account.userId)).filter(({ provider }) => provider === "oidc:https://id.example");
    await expect(disconnectProvider(account.ctx, { id: first?.id ?? "" })).rejects.toMatchObject({ code: "conflict" });
    await connectProvider(account.ctx, identity({ provider: "github" }));
    const both = (await linksOf(account.userId)).filter(({ provider }) => !provider.includes("old"));
    const ended = await Promise.allSettled(both.map(({ id }) => disconnectProvider(account.ctx, { id })));
    expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await linksOf(account.userId)).toHaveLength(2);
  });

  test("a stranger's connection is not found, and tokens and the demo have none", async () => {
    const [account, stranger, demo] = await Promise.all([
      givenOwner(),
      givenOwner(),
      createTestContext({ isDemo: true }),
    ]);
    await connectProvider(account.ctx, identity());
    const [link] = await linksOf(account.userId);
    const input = { id: link?.id ?? "", password: PASSWORD };
    await expect(disconnectProvider(stranger.ctx, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(disconnectProvider(account.withToken("profile:write"), input)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listConnections(demo.ctx)).rejects.toMatchObject({ code: "forbidden" });
    expect(await linksOf(account.userId)).toHaveLength(1);
    await disconnectProvider(account.ctx, input);
    expect(await linksOf(account.userId)).toEqual([]);
  });
});

const givenOwner = () => givenAccount({ emailVerifiedAt: new Date() });

/** As somebody a provider signed in just now. */
async function withoutPassword(account: TestAccount): Promise<TestAccount> {
  const { db, actor } = account.ctx;
  await db.update(users).set({ passwordHash: null }).where(eq(users.id, account.userId));
  const sid = await openSession(db, { userId: account.userId, method: "oauth", now: new Date() });
  const viewer = await resolveSession(db, sid, new Date());
  if (actor.kind === "user" && viewer) Object.assign(actor, { sessionId: viewer.sessionId });
  return account;
}
