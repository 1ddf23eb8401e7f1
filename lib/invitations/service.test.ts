import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { insertInvitation } from "@/db/queries/invitations";
import { findUser, findUserByEmail } from "@/db/queries/users";
import { auditEntries, invitations } from "@/db/schema";
import type { Role } from "@/db/schema/vocabulary";
import { resolveSession } from "@/lib/auth/sessions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { acceptInvitationTo } from "./accept";
import { registerInvitedInput } from "./schemas";
import { getSignUpTerms, registerInvited } from "./service";

vi.hoisted(() => {
  process.env.SIGN_UP = "invite";
});

const password = "correct horse battery";
let admin: TestContext;
let visitor: { db: TestContext["ctx"]["db"]; now: () => Date; address: string };

beforeAll(async () => {
  admin = await createTestContext({ role: "admin" });
  visitor = { db: admin.ctx.db, now: () => new Date(), address: "192.0.2.9" };
});

async function givenInvitation({
  role = "user",
  email = `${randomUUID()}@example.test`,
}: {
  role?: Role;
  email?: string;
} = {}) {
  const token = randomToken();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await insertInvitation(visitor.db, { userId: admin.userId, email, role, tokenHash: hashToken(token), expiresAt });
  return { token, email };
}

describe("registering with an invitation", () => {
  test("makes an account of its address and role, confirmed and signed in", async () => {
    const { token, email } = await givenInvitation({ role: "admin" });
    expect(await getSignUpTerms(visitor, token)).toEqual({ may: "invited", email, role: "admin" });
    const { userId, sid } = await registerInvited(visitor, { invitation: token, password, name: "Bo" });
    expect(await findUserByEmail(visitor.db, { email })).toMatchObject({
      id: userId,
      role: "admin",
      name: "Bo",
      emailVerifiedAt: expect.any(Date),
    });
    expect(await resolveSession(visitor.db, sid, new Date())).toMatchObject({ email, role: "admin" });
    const [line] = await visitor.db.select().from(auditEntries).where(eq(auditEntries.actorId, userId));
    expect(line).toMatchObject({ action: "account.registered", address: "192.0.2.9", detail: { role: "admin" } });
  });

  test("works once, also for two at once", async () => {
    const { token } = await givenInvitation();
    const input = { invitation: token, password, name: "" };
    const results = await Promise.allSettled([registerInvited(visitor, input), registerInvited(visitor, input)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(registerInvited(visitor, input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getSignUpTerms(visitor, token)).toEqual({ may: "only_invited", isLinkDead: true });
  });

  test("takes no address and no role from the form", () => {
    const parsed = registerInvitedInput.parse({ invitation: "x", password, email: "eve@example.test", role: "admin" });
    expect(parsed).toEqual({ invitation: "x", password, name: "" });
  });

  test("a password everybody uses is refused and the link stays good", async () => {
    const { token } = await givenInvitation();
    await expect(
      registerInvited(visitor, { invitation: token, password: "password123", name: "" }),
    ).rejects.toMatchObject({ code: "invalid", fields: { password: expect.any(Array) } });
    expect(await getSignUpTerms(visitor, token)).toMatchObject({ may: "invited" });
  });

  test("somebody who has an account by now is told to sign in, and nothing is used up", async () => {
    const person = await createTestContext();
    const email = (await findUser(visitor.db, person))?.email ?? "";
    const { token } = await givenInvitation({ email });
    await expect(registerInvited(visitor, { invitation: token, password, name: "" })).rejects.toMatchObject({
      code: "conflict",
    });
    const [row] = await visitor.db.select().from(invitations).where(eq(invitations.email, email));
    expect(row?.acceptedAt).toBeNull();
  });

  test("unknown, revoked and late links are one answer", async () => {
    const revoked = await givenInvitation();
    await visitor.db.update(invitations).set({ revokedAt: new Date() }).where(eq(invitations.email, revoked.email));
    const late = await givenInvitation();
    await visitor.db
      .update(invitations)
      .set({ expiresAt: new Date(0) })
      .where(eq(invitations.email, late.email));
    const answers = await Promise.all(
      [randomToken(), revoked.token, late.token].map((invitation) =>
        registerInvited(visitor, { invitation, password, name: "" }).catch(({ code, message }) => ({ code, message })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

test("without an invitation nobody registers", async () => {
  expect(await getSignUpTerms(visitor, undefined)).toEqual({ may: "only_invited", isLinkDead: false });
});

test("an address proven in another way uses up the invitation that waits for it", async () => {
  const { token, email } = await givenInvitation({ role: "admin" });
  expect(await acceptInvitationTo(visitor.db, { email, now: new Date() })).toMatchObject({ role: "admin" });
  expect(await acceptInvitationTo(visitor.db, { email, now: new Date() })).toBeUndefined();
  await expect(registerInvited(visitor, { invitation: token, password, name: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
