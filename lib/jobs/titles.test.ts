import { describe, expect, test } from "vitest";
import type { Place } from "@/db/schema/shapes";
import { cleanTitle, readSeniority, titleKey } from "./titles";

const berlin: Place = { text: "Berlin", scope: "city", city: "Berlin", country: "DE", geonameId: 2950159 };
const us: Place = { text: "Remote - US", scope: "country", country: "US" };

test("a shown title loses nothing but white space and invisible characters", () => {
  expect(cleanTitle("\t Senior  Engineer\u200b (m/w/d) - Remote\n")).toBe("Senior Engineer (m/w/d) - Remote");
});

describe("titleKey", () => {
  test.each([
    ["Software Engineer (iOS)", "Software Engineer (Android)"],
    ["Software Engineer [Payments]", "Software Engineer [Risk]"],
    ["Software Engineer II", "Software Engineer III"],
    ["C++ Developer", "C# Developer"],
    ["C Developer", "C++ Developer"],
    [".NET Developer", "NET Developer II"],
    ["Engineer - US", "Engineer - UK"],
    ["Remote Sensing Engineer", "Sensing Engineer"],
  ])("%s and %s are two jobs", (a, b) => {
    expect(titleKey(a)).not.toBe(titleKey(b));
  });

  test.each([
    ["Senior Frontend Engineer", "Sr. Frontend Engineer", []],
    ["Frontend Engineer", "Frontend Engineer (Remote)", []],
    ["Frontend Engineer", "Frontend Engineer - Remote", []],
    ["Frontend Engineer", "Frontend Engineer | 100% Remote", []],
    ["Frontend Entwickler", "Frontend Entwickler (m/w/d)", []],
    ["Frontend Entwickler", "Frontend Entwickler (w/m/div.)", []],
    ["Frontend Engineer", "Frontend  Engineer – Berlin", [berlin]],
    ["Frontend Engineer", "Frontend Engineer (Berlin)", [berlin]],
    ["Frontend Engineer", "Frontend Engineer - US", [us]],
    ["Frontend Engineer", "Frontend Engineer, USA (Remote)", [us]],
    ["Développeur Java", "Developpeur Java (H/F)", []],
  ] as const)("%s and %s are one", (a, b, places) => {
    expect(titleKey(b, places)).toBe(titleKey(a, places));
  });

  test("a trailing place that is not the posting's own stays", () => {
    expect(titleKey("Engineer - Munich", [berlin])).not.toBe(titleKey("Engineer", [berlin]));
  });
});

describe("readSeniority", () => {
  test.each([
    ["Software Engineering Intern", "intern"],
    ["Praktikum Softwareentwicklung (m/w/d)", "intern"],
    ["Werkstudent Frontend", "intern"],
    ["Internal Tools Engineer", undefined],
    ["International Sales Engineer", undefined],
    ["Junior Frontend Developer", "junior"],
    ["Jr. Developer", "junior"],
    ["Software Engineer I", "junior"],
    ["Graduate Software Engineer", "junior"],
    ["Associate Software Engineer", "junior"],
    ["Berufseinsteiger Java Entwickler", "junior"],
    ["Store Associate", undefined],
    ["Software Engineer", undefined],
    ["Mid-Level Backend Engineer", "mid"],
    ["Software Engineer II", "mid"],
    ["Mid-Market Account Executive", undefined],
    ["Account Executive - UK&I", undefined],
    ["Business Development Manager", undefined],
    ["Senior Software Engineer", "senior"],
    ["Sr. Engineer, Platform", "senior"],
    ["(Senior) Frontend Developer", "senior"],
    ["Erfahrener Softwareentwickler", "senior"],
    ["Software Engineer III", "senior"],
    ["Senior Associate", "senior"],
    ["Staff Engineer", "staff"],
    ["Senior Staff+ Software Engineer", "staff"],
    ["Principal Java Engineer", "staff"],
    ["Distinguished Engineer", "staff"],
    ["Lead Engineer", "staff"],
    ["Lead Frontend Developer", "staff"],
    ["Tech Lead", "staff"],
    ["Member of Technical Staff", undefined],
    ["Senior Member of Technical Staff", "senior"],
    ["Chief of Staff", undefined],
    ["Staff Accountant", undefined],
    ["Team Lead Frontend", "manager"],
    ["Teamleiter Softwareentwicklung", "manager"],
    ["Engineering Manager, Growth", "manager"],
    ["Senior Engineering Manager", "manager"],
    ["Manager, Software Engineering", "manager"],
    ["Product Manager", undefined],
    ["Senior Product Manager", "senior"],
    ["Account Manager", undefined],
    ["Head of Engineering", "director"],
    ["VP of Engineering", "director"],
    ["Director, Platform", "director"],
    ["Bereichsleiter IT", "director"],
    ["Art Director", undefined],
    ["Executive Assistant to the CTO", undefined],
    ["Mid/Senior Engineer", "mid"],
    ["Senior / Staff Engineer", "senior"],
    ["Junior to Mid Developer", "junior"],
    ["Head, Data", undefined],
  ] as const)("%s → %s", (title, level) => {
    expect(readSeniority(title)).toBe(level);
  });

  test.each([
    ["Entry level", "junior"],
    ["Mid-Senior level", "mid"],
    ["Director", "director"],
    ["Not Applicable", undefined],
    ["Internship", "intern"],
    ["", undefined],
  ] as const)("without a word in the title the label %s says %s", (label, level) => {
    expect(readSeniority("Software Engineer", label)).toBe(level);
  });

  test("the title outweighs the label", () => {
    expect(readSeniority("Senior Engineer", "Entry level")).toBe("senior");
  });
});
