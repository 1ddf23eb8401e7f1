import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries } from "@/db/schema";
import { requirePermission } from "@/lib/auth/permissions";
import { requireScope } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { createTestContext } from "@/tests/helpers/context";
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
