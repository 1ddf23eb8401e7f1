import { expect, test } from "vitest";
import { cn } from "./utils";

test.each([
  ["the last of two that conflict wins", ["px-2 text-sm", "px-4"], "text-sm px-4"],
  ["falsy names are dropped", ["a", false, undefined, null, "b"], "a b"],
  ["our own sizes are sizes, not colors", ["text-md text-muted"], "text-md text-muted"],
  ["our own sizes replace others", ["text-sm", "text-md"], "text-md"],
  ["our own heights and shadows replace others", ["h-8 shadow-xs", "h-row shadow-overlay"], "h-row shadow-overlay"],
])("%s", (_, names, expected) => {
  expect(cn(...names)).toBe(expected);
});
