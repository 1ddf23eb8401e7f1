import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

test("thirty at once all get their own answer, and a failure frees its place", async () => {
  const stored = await hashPassword("a long enough sentence");
  const checks = Array.from({ length: 30 }, (_, index) => {
    if (index % 3 === 0) return verifyPassword(stored, "a long enough sentence");
    return index % 3 === 1 ? verifyPassword(stored, "another sentence") : verifyPassword("no hash at all", "anything");
  });
  expect(await Promise.all(checks)).toEqual(checks.map((_, index) => index % 3 === 0));
  expect(await verifyPassword(undefined, "a long enough sentence")).toBe(false);
});
