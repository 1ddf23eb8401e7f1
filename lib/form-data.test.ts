import { expect, test } from "vitest";
import { z } from "zod";
import { formDataToObject } from "./form-data";

function form(...pairs: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
}

test("dots nest, brackets and repeats make lists, React's own fields are left out", () => {
  expect(
    formDataToObject(
      form(
        ["name", "x"],
        ["schedule.time", "08:00"],
        ["schedule.cadence", "daily"],
        ["tags[]", "a"],
        ["to", "1"],
        ["to", "2"],
        ["$ACTION_ID_1", "z"],
      ),
    ),
  ).toEqual({ name: "x", schedule: { time: "08:00", cadence: "daily" }, tags: ["a"], to: ["1", "2"] });
});

test("an empty file input is absent and prototypes are out of reach", () => {
  const result = formDataToObject(
    form(["cv", new File([], "")], ["__proto__.isAdmin", "true"], ["a.constructor.b", "1"]),
  );
  expect(result).toEqual({});
  expect(({} as { isAdmin?: string }).isAdmin).toBeUndefined();
});

test("numbers and switches arrive as text and are read by the schema", () => {
  const schema = z.object({ days: z.coerce.number().int(), remote: z.stringbool() });
  expect(schema.parse(formDataToObject(form(["days", "14"], ["remote", "on"])))).toEqual({ days: 14, remote: true });
});
