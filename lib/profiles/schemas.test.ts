import { describe, expect, test } from "vitest";
import { fieldErrors } from "@/lib/field-errors";
import { saveFactsInput, savePreferencesInput, saveProfileInput } from "./schemas";

const errorsOf = (schema: typeof savePreferencesInput | typeof saveFactsInput, input: unknown) => {
  const result = schema.safeParse(input);
  return result.success ? {} : fieldErrors(result.error);
};

describe("preferences", () => {
  test("drop blank words instead of hiding everything", () => {
    const parsed = savePreferencesInput.parse({
      mustNotWords: ["", "  ", "crypto", "crypto", "-"],
      blockedCompanies: [" ", "Acme"],
      targetTitles: [" Staff Engineer ", ""],
    });
    expect(parsed).toMatchObject({
      mustNotWords: ["crypto"],
      blockedCompanies: ["Acme"],
      targetTitles: ["Staff Engineer"],
    });
  });

  test("take ISO codes in any case and name the field of what is none", () => {
    const salaryFloor = { amount: 90_000, currency: "eur", interval: "year" };
    expect(savePreferencesInput.parse({ workCountries: ["de", "AT"], salaryFloor })).toMatchObject({
      workCountries: ["DE", "AT"],
      salaryFloor: { currency: "EUR" },
    });
    expect(errorsOf(savePreferencesInput, { workCountries: ["DE", "XX"] })).toEqual({
      "workCountries.1": ["is not a country code like DE"],
    });
    expect(errorsOf(savePreferencesInput, { salaryFloor: { ...salaryFloor, currency: "DMK" } })).toEqual({
      "salaryFloor.currency": ["is not a currency code like EUR"],
    });
    expect(errorsOf(savePreferencesInput, { timeZone: "Mars/Olympus" })).toEqual({
      timeZone: ["is not a time zone like Europe/Berlin"],
    });
  });
});

describe("facts", () => {
  test.each([
    [{ roles: [{ title: "", company: "" }] }, "roles.0.title", /title or an employer/],
    [{ roles: [{ title: "Dev", from: "March 2021" }] }, "roles.0.from", /2021-03/],
    [{ roles: [{ title: "Dev", from: "2021-13" }] }, "roles.0.from", /2021-03/],
    [{ roles: [{ title: "Dev", from: "2021-05", to: "2020" }] }, "roles.0.to", /ends before it begins/],
    [{ education: [{ institution: "" }] }, "education.0.institution", /where or what/],
    [{ education: [{ institution: "TU", to: "soon" }] }, "education.0.to", /2023-11/],
    [{ languages: [{ code: "", name: "", level: "native" }] }, "languages.0.code", /Choose a language/],
    [{ skills: [{ skillId: "", name: "" }] }, "skills.0.name", /needs a name/],
  ])("%j", (input, field, message) => {
    expect(errorsOf(saveFactsInput, input)[field]?.[0]).toMatch(message);
  });

  test("may begin and end in the same year, whatever the precision", () => {
    const roles = [
      { title: "Dev", from: "2021-05", to: "2021" },
      { title: "Dev", from: "2021", to: "2021-02" },
    ];
    expect(saveFactsInput.safeParse({ roles }).success).toBe(true);
  });
});

test("fields nobody may set are ignored", () => {
  const parsed = saveProfileInput.parse({ facts: {}, userId: "x", id: "y", createdAt: "z" });
  expect(parsed).not.toHaveProperty("userId");
  expect(parsed).not.toHaveProperty("id");
});
