import { expect, test } from "vitest";
import { familyCloseness, ROLE_FAMILIES, type RoleFamily, roleFamilyOfTitle } from "./titles";

test.each<[string, RoleFamily | undefined]>([
  ["Senior Frontend Engineer", "frontend"],
  ["Front-End Developer (React)", "frontend"],
  ["React Developer", "frontend"],
  ["UI Engineer", "frontend"],
  ["Webentwickler (m/w/d)", "frontend"],
  ["Backend Engineer, Payments", "backend"],
  ["Java Developer", "backend"],
  ["Full Stack Engineer", "fullstack"],
  ["Software Engineer - React / Node.js", "fullstack"],
  ["Software Engineer", "software"],
  ["Softwareentwickler (m/w/d)", "software"],
  ["iOS Engineer", "mobile"],
  ["Data Engineer", "data"],
  ["Machine Learning Engineer", "ml"],
  ["Site Reliability Engineer", "platform"],
  ["DevOps Engineer", "platform"],
  ["Security Engineer", "security"],
  ["QA Engineer", "qa"],
  ["Software Engineer in Test", "qa"],
  ["Embedded Software Engineer", "embedded"],
  ["Engineering Manager, Frontend", "management"],
  ["Head of Engineering", "management"],
  ["Product Designer", "design"],
  ["Product Manager", "product"],
  ["Sales Engineer", "other"],
  ["Account Executive", "other"],
  ["Ninja", undefined],
])("%s is %s", (title, family) => {
  expect(roleFamilyOfTitle(title)).toBe(family);
});

test("closeness is the same both ways, 1 for the same family, and nothing for unrelated work", () => {
  for (const a of ROLE_FAMILIES) {
    for (const b of ROLE_FAMILIES) expect(familyCloseness(a, b)).toBe(familyCloseness(b, a));
    expect(familyCloseness(a, a)).toBe(a === "other" ? 0 : 1);
  }
  expect(familyCloseness("frontend", "fullstack")).toBeGreaterThan(familyCloseness("frontend", "backend"));
  expect(familyCloseness("frontend", "embedded")).toBe(0);
});
