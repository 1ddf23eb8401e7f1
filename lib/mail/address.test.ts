import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTILE_RECIPIENTS } from "@/tests/helpers/mail-payloads";
import { parseRecipient } from "./address";

const long = (length: number) => "a".repeat(length);

describe("one plain address passes", () => {
  test.each([
    ["ada@example.com", "ada@example.com"],
    ["Ada.Lovelace+joba@Example.COM", "Ada.Lovelace+joba@example.com"],
    ["o'brien_x-1@sub.example.co.uk", "o'brien_x-1@sub.example.co.uk"],
    ["ada@bücher.example", "ada@xn--bcher-kva.example"],
    ["ada@bu\u0308cher.example", "ada@xn--bcher-kva.example"],
    ["ada@例え.テスト", "ada@xn--r8jz45g.xn--zckzah"],
    ["ada@xn--bcher-kva.example", "ada@xn--bcher-kva.example"],
    [`${long(64)}@example.com`, `${long(64)}@example.com`],
  ])("%s", (given, expected) => {
    expect(parseRecipient(given)).toBe(expected);
  });
});

describe("anything else is refused", () => {
  test.each(Object.entries(HOSTILE_RECIPIENTS))("%s", (_name, given) => {
    expect(() => parseRecipient(given)).toThrow(expect.objectContaining({ code: "invalid" }));
  });

  test("what passes is always one bare ASCII address", () => {
    const pieces = fc.constantFrom(
      "ada",
      "@",
      ".",
      "example",
      "com",
      "\r\n",
      " ",
      ",",
      ";",
      ":",
      "<",
      ">",
      '"',
      "ü",
      "＠",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces, { maxLength: 10 }).map((list) => list.join("")),
          fc.string(),
        ),
        (text) => {
          let address: string;
          try {
            address = parseRecipient(text);
          } catch (error) {
            return (error as { code?: string }).code === "invalid";
          }
          return /^[\w'+=&~.-]{1,64}@[a-z0-9.-]+\.[a-z0-9-]+$/i.test(address) && address.length <= 254;
        },
      ),
      { numRuns: 3000 },
    );
  });
});
