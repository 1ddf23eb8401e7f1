import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, invitations, outboxMessages } from "@/db/schema";
import { acceptInvitation, findInvitation } from "@/lib/invitations/accept";
import { silentOutbox } from "@/lib/mail/outbox";
import { createTestContext } from "@/tests/helpers/context";
import { listInvitations, resendInvitation, revokeInvitation, sendInvitation } from "./invitations";
import { listPeople } from "./people";
import { inviteInput } from "./schemas";

const address = () => `${randomUUID()}@example.com`;

async function givenAdmin(now?: Date) {
  const admin = await createTestContext({ role: "admin", now });
  return { ...admin, ctx: { ...admin.ctx, transport: silentOutbox() } };
}

type Admin = Awaited<ReturnType<typeof givenAdmin>>;

async function mailedTokens({ ctx }: Admin, email: string): Promise<string[]> {
  const mails = await ctx.db
    .select({ text: outboxMessages.text })
    .from(outboxMessages)
    .where(eq(outboxMessages.recipient, email))
    .orderBy(outboxMessages.createdAt);
  return mails.map(({ text }) => /invitation=([\w-]+)/.exec(text ?? "")?.[1] ?? "");
}

async function idOf({ ctx }: Admin, email: string): Promise<string> {
  const [row] = await ctx.db.select().from(invitations).where(eq(invitations.email, email));
  return row?.id ?? "";
}

test("an invitation is mailed, stored only as a hash, and works once for its own address and role", async () => {
  const admin = await givenAdmin();
  const email = address();
  expect(await sendInvitation(admin.ctx, { email, role: "admin" })).toEqual({ state: "waiting" });
  const [token = ""] = await mailedTokens(admin, email);
  expect(token).toHaveLength(43);
  const [row] = await admin.ctx.db.select().from(invitations).where(eq(invitations.email, email));
  expect(JSON.stringify(row)).not.toContain(token);

  const { db } = admin.ctx;
  const now = new Date();
  expect(await findInvitation(db, { token, now })).toMatchObject({ email, role: "admin" });
  const claims = await Promise.all([1, 2, 3].map(() => acceptInvitation(db, { token, now })));
  expect(claims.filter(Boolean)).toEqual([expect.objectContaining({ email, role: "admin" })]);
  expect(await findInvitation(db, { token, now })).toBeUndefined();
});

test("after a week the link is dead; sending it again makes a new one and kills the old", async () => {
  const admin = await givenAdmin();
  const { db } = admin.ctx;
  const email = address();
  await sendInvitation(admin.ctx, { email, role: "user" });
  const [token = ""] = await mailedTokens(admin, email);
  const week = new Date(Date.now() + 7 * 86_400_000 + 1000);
  expect(await acceptInvitation(db, { token, now: week })).toBeUndefined();

  admin.setNow(week);
  expect((await listInvitations(admin.ctx)).invitations.find((row) => row.email === email)?.state).toBe("expired");
  await resendInvitation(admin.ctx, { id: await idOf(admin, email) });
  const [, renewed = ""] = await mailedTokens(admin, email);
  expect(await findInvitation(db, { token, now: week })).toBeUndefined();
  expect(await findInvitation(db, { token: renewed, now: week })).toMatchObject({ email });
});

test("a revoked invitation opens nothing and cannot be sent again", async () => {
  const admin = await givenAdmin();
  const email = address();
  await sendInvitation(admin.ctx, { email, role: "user" });
  const [token = ""] = await mailedTokens(admin, email);
  const id = await idOf(admin, email);
  await revokeInvitation(admin.ctx, { id });
  expect(await acceptInvitation(admin.ctx.db, { token, now: new Date() })).toBeUndefined();
  await expect(resendInvitation(admin.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeInvitation(admin.ctx, { id })).rejects.toMatchObject({ code: "not_found" });
  expect((await listInvitations(admin.ctx)).invitations.find((row) => row.id === id)?.state).toBe("revoked");
  const lines = await admin.ctx.db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, admin.userId), eq(auditEntries.subjectId, id)));
  expect(lines.map(({ action }) => action).sort()).toEqual(["admin.invitation_revoked", "admin.invitation_sent"]);
  expect(JSON.stringify(lines)).not.toContain(email);
});

test("an address is invited once, also by two admins at once, and never when it has an account", async () => {
  const [ada, bo] = await Promise.all([givenAdmin(), givenAdmin()]);
  const email = address();
  const results = await Promise.allSettled([ada, bo].map(({ ctx }) => sendInvitation(ctx, { email, role: "user" })));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await mailedTokens(ada, email)).toHaveLength(1);

  const { people } = await listPeople(ada.ctx);
  await expect(sendInvitation(ada.ctx, { email: people[0]?.email ?? "", role: "user" })).rejects.toMatchObject({
    code: "conflict",
    fields: { email: [expect.stringMatching(/has an account/)] },
  });
});

test("what is not an address is said at its field", async () => {
  const admin = await givenAdmin();
  expect(inviteInput.safeParse({ email: "nobody" }).error?.issues[0]?.path).toEqual(["email"]);
  expect(inviteInput.safeParse({ email: "a@example.com", role: "owner" }).error?.issues[0]?.path).toEqual(["role"]);
  await expect(sendInvitation(admin.ctx, { email: '"a b"@example.com', role: "user" })).rejects.toMatchObject({
    code: "invalid",
    fields: { email: expect.any(Array) },
  });
});

test("to people and tokens these verbs do not exist", async () => {
  const [person, boss] = await Promise.all([createTestContext(), createTestContext({ role: "admin" })]);
  const id = randomUUID();
  for (const ctx of [person.ctx, boss.withToken("profile:write")]) {
    const verbs = [
      () => listInvitations(ctx),
      () => sendInvitation(ctx, { email: address(), role: "admin" }),
      () => resendInvitation(ctx, { id }),
      () => revokeInvitation(ctx, { id }),
    ];
    for (const verb of verbs) await expect(verb()).rejects.toMatchObject({ code: "not_found", message: "Not found" });
  }
});

test("a stolen session is no mailing: the sixty-first mail of an hour is refused", async () => {
  const admin = await givenAdmin();
  const email = address();
  await sendInvitation(admin.ctx, { email, role: "user" });
  const id = await idOf(admin, email);
  for (let i = 0; i < 59; i++) await resendInvitation(admin.ctx, { id });
  await expect(resendInvitation(admin.ctx, { id })).rejects.toMatchObject({ code: "limit_exceeded" });
});
