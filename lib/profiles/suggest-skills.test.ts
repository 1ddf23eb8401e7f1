import { expect, test } from "vitest";
import { preferenceOptions } from "./options";
import { suggestSkills } from "./suggest-skills";

test("an alias finds its skill first, whatever the case", () => {
  expect(suggestSkills("k8s")[0]).toMatchObject({ skillId: "kubernetes", name: "Kubernetes" });
  expect(suggestSkills("node.js")[0]).toMatchObject({ skillId: "nodejs" });
  expect(suggestSkills("C#")[0]).toMatchObject({ skillId: "csharp" });
  expect(suggestSkills("typescr")[0]).toMatchObject({ skillId: "typescript" });
});

test("offers few, and nothing for nothing", () => {
  expect(suggestSkills("a").length).toBeLessThanOrEqual(8);
  expect(suggestSkills("  ")).toEqual([]);
  expect(suggestSkills("zzzzqq")).toEqual([]);
});

test("the preference form offers countries, currencies and time zones", () => {
  const { countries, currencies, timeZones } = preferenceOptions();
  expect(countries).toContainEqual({ code: "DE", name: "Germany" });
  expect(countries.length).toBeGreaterThan(200);
  expect(currencies).toContain("EUR");
  expect(timeZones).toContain("Europe/Berlin");
  expect(timeZones[0]).toBe("UTC");
});
