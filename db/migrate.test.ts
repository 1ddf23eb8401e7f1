import { expect, test } from "vitest";
import { createTestContext } from "@/tests/helpers/context";

test("a fresh database takes a user", async () => {
  const { userId } = await createTestContext();
  expect(userId).toMatch(/^[0-9a-f-]{36}$/);
});
