import { describe, expect, test } from "vitest";
import { registerInput } from "@/lib/users/schemas";
import { requireUncommonPassword } from "./common-passwords";

const email = "ada.lovelace@analytical.example";

describe("a password that is guessed first", () => {
  test.each([
    ["password123", "on the list of stolen ones"],
    ["PassWord123", "the same in capitals"],
    ["iloveyou1", "on the list"],
    ["qwertyuiop", "on the list"],
    ["ada.lovelace@analytical.example", "the address itself"],
    ["Ada.Lovelace", "its local part"],
    ["ada.lovelace1815!", "its local part, decorated"],
    ["analytical", "its domain"],
    ["joba-2026", "this program"],
    ["jobajoba", "this program twice"],
    ["!!!!!!!!!!!!", "one sign"],
    ["ｐａｓｓｗｏｒｄ１２３", "full-width letters of one on the list"],
  ])("%s is refused: %s", async (password) => {
    await expect(requireUncommonPassword(password, { email })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: [expect.any(String)] },
    });
  });

  test.each([
    "correct horse battery",
    "ein langer Satz mit Umlauten: äöü",
    "lovelace wrote the first program",
    "8Zk#q0vT",
    "🦊🦊🦉🦉🐢🐢🦔🦔",
    "jobsearching is a full-time job",
  ])("%s is taken", async (password) => {
    await expect(requireUncommonPassword(password, { email })).resolves.toBeUndefined();
  });

  test("people without an address can choose one", async () => {
    await expect(requireUncommonPassword("correct horse battery", { email: null })).resolves.toBeUndefined();
  });
});

test("8 to 256 characters of any kind, none of them changed", () => {
  const parse = (password: string) => registerInput.safeParse({ email: "a@example.test", password });
  expect(parse("a".repeat(7)).success).toBe(false);
  expect(parse("a".repeat(8)).success).toBe(true);
  expect(parse("a".repeat(257)).success).toBe(false);
  for (const password of [" spaces at both ends ", "e\u0301 in two signs", "x".repeat(256)]) {
    expect(parse(password).data?.password).toBe(password);
  }
});
