import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { GET } from "@/app/api/v1/jobs/route";
import { insertApiToken } from "@/db/queries/sessions";
import { auditEntries } from "@/db/schema";
import { requirePermission } from "@/lib/auth/permissions";
import { hashToken, randomToken } from "@/lib/auth/tokens";
import { requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { createTestContext } from "@/tests/helpers/context";
import { useTestServer } from "@/tests/helpers/server";
import { recordDenial } from "./denials";

function refusal(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
}

test("a refused permission or scope leaves a line that says what was missing and from where", async () => {
  const { ctx, userId, withToken } = await createTestContext();
  const origin = { address: "203.0.113.7", userAgent: "curl/8" };
  await recordDenial(
    { ...ctx, origin },
    refusal(() => requirePermission(ctx, "users:read")),
  );
  const token = withToken("profile:read");
  await recordDenial(
    { ...token, origin },
    refusal(() => requireScope(token, "jobs:write")),
  );
  const rows = await ctx.db.select().from(auditEntries).where(eq(auditEntries.actorId, userId));
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ action: "access.denied", detail: { needed: "users:read", as: "user" }, ...origin }),
      expect.objectContaining({ action: "access.denied", detail: { needed: "jobs:write", as: "apiToken" }, ...origin }),
    ]),
  );
});

test("other refusals and other errors leave none", async () => {
  const { ctx, userId } = await createTestContext();
  for (const error of [new AppError("not_found", "Job not found"), new AppError("forbidden", "No"), new Error("x")]) {
    await recordDenial(ctx, error);
  }
  expect(await ctx.db.$count(auditEntries, eq(auditEntries.actorId, userId))).toBe(0);
});

test("a scanner with one account cannot fill the table", async () => {
  const { ctx, userId } = await createTestContext();
  const error = refusal(() => requirePermission(ctx, "audit:read"));
  for (let i = 0; i < 60; i++) await recordDenial(ctx, error);
  expect(await ctx.db.$count(auditEntries, eq(auditEntries.actorId, userId))).toBe(20);
});

test("a token that lacks the scope of an operation is refused and written down, whatever the client claims to be", async () => {
  await useTestServer();
  const { ctx, userId } = await createTestContext();
  const token = `joba_${randomToken()}`;
  const expiresAt = new Date(Date.now() + 60_000);
  const grant = { userId, tokenHash: hashToken(token), prefix: "joba_x", scopes: ["profile:read" as const], expiresAt };
  await insertApiToken(ctx.db, grant);
  const request = new Request("http://localhost:3000/api/v1/jobs", {
    headers: { authorization: `Bearer ${token}`, "user-agent": "curl/8", "x-forwarded-for": "203.0.113.99" },
  });
  expect((await GET(request, { params: Promise.resolve({}) })).status).toBe(403);
  const [line] = await ctx.db.select().from(auditEntries).where(eq(auditEntries.actorId, userId));
  expect(line).toMatchObject({ action: "access.denied", detail: { needed: "jobs:read" }, userAgent: "curl/8" });
  expect(line?.address).not.toBe("203.0.113.99");
});
