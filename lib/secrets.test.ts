import { expect, test } from "vitest";
import { decodeCursor, encodeCursor } from "./cursor";
import { seal, unseal } from "./secrets";

test("a sealed secret opens for its owner and field only, and never twice the same", () => {
  const aad = "user-1:source-key:indeed";
  const [first, second] = [seal("s3cret", aad), seal("s3cret", aad)];
  expect(first).not.toBe(second);
  expect(first).not.toContain("s3cret");
  expect(unseal(first, aad)).toBe("s3cret");
  expect(() => unseal(first, "user-2:source-key:indeed")).toThrow(/could not be opened/);
  expect(() =>
    unseal(
      first.replace(/\.([^.])([^.]*)$/, (_all, head, rest) => `.${head === "A" ? "B" : "A"}${rest}`),
      aad,
    ),
  ).toThrow();
  expect(() => unseal(first.replace(/^v1\.\w+/, "v1.deadbeef"), aad)).toThrow(/another ENCRYPTION_KEY/);
});

test("a cursor comes back as it went, and an edited one is refused", () => {
  const cursor = encodeCursor([81.5, "2026-01-01T00:00:00.000Z", null]);
  expect(decodeCursor(cursor, 3)).toEqual([81.5, "2026-01-01T00:00:00.000Z", null]);
  const [body = "", mac = ""] = cursor.split(".");
  const forged = Buffer.from(JSON.stringify([0, "x", null])).toString("base64url");
  for (const bad of [`${forged}.${mac}`, body, "", "x.y", `${cursor}x`]) {
    expect(() => decodeCursor(bad, 3), bad).toThrow(expect.objectContaining({ code: "invalid" }));
  }
  expect(() => decodeCursor(cursor, 2)).toThrow(expect.objectContaining({ code: "invalid" }));
});
