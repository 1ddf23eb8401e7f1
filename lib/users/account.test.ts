import { expect, test } from "vitest";
import { createTestContext } from "@/tests/helpers/context";
import { updateAccount } from "./account";

test("a person can change the name they are called by", async () => {
  const { ctx } = await createTestContext();
  await expect(updateAccount(ctx, { name: "Ada" })).resolves.toMatchObject({ name: "Ada" });
});

test("a demo visitor has no account to change", async () => {
  const { ctx } = await createTestContext({ isDemo: true });
  await expect(updateAccount(ctx, { name: "Ada" })).rejects.toMatchObject({ code: "forbidden" });
});

test("a read-only token may not change it", async () => {
  const { withToken } = await createTestContext();
  await expect(updateAccount(withToken("profile:read"), { name: "Ada" })).rejects.toMatchObject({ code: "forbidden" });
});
