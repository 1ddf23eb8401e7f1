import { describe, expect, test } from "vitest";
import { findDate, findDateRange, isoMonth, mergedMonths, monthOf, rangeMonths } from "./dates";

const now = new Date("2026-08-15T12:00:00Z");

describe("a period is found in a line", () => {
  test.each([
    ["March 2020 – Present", "2020-03", undefined],
    ["Mar 2019 - Apr 2021", "2019-03", "2021-04"],
    ["Sept. 2018 to Dec. 2019", "2018-09", "2019-12"],
    ["03/2021 – heute", "2021-03", undefined],
    ["10/2016 – 02/2021", "2016-10", "2021-02"],
    ["01.10.2016 bis 28.02.2021", "2016-10", "2021-02"],
    ["2019-06 – 2021-05", "2019-06", "2021-05"],
    ["2016 - 2019", "2016", "2019"],
    ["2015–18", "2015", "2018"],
    ["03/19 – 05/21", "2019-03", "2021-05"],
    ["seit März 2022", "2022-03", undefined],
    ["Since 2017", "2017", undefined],
    ["Acme GmbH (Okt. 2014 – Dez. 2015), Köln", "2014-10", "2015-12"],
    ["Engineer, 2020 –", "2020", undefined],
    ["Mai '18 – Juni '19", "2018-05", "2019-06"],
  ])("%s", (text, from, to) => {
    expect(findDateRange(text)).toMatchObject({ from, isCurrent: to === undefined });
    expect(findDateRange(text)?.to).toBe(to);
  });

  test.each([
    "served 2000 users a second",
    "C++17 and C#",
    "ISO 27001 and 9001-2015",
    "2021 – 2019",
    "+49 170 1234567",
    "raised 10 - 20 %",
    "",
  ])("none in “%s”", (text) => {
    expect(findDateRange(text)).toBeUndefined();
  });

  test("its offsets cover exactly the dates", () => {
    const text = "Engineer (Jan 2020 - Present), Berlin";
    const found = findDateRange(text);
    expect(text.slice(found?.start, found?.end)).toBe("Jan 2020 - Present");
  });
});

test("a lone date is a year or a month, never an amount", () => {
  expect(findDate("B.Sc. Informatik, 2013")?.date).toBe("2013");
  expect(findDate("06/2007 Abitur")?.date).toBe("2007-06");
  expect(findDate("saved $2015")).toBeUndefined();
  expect(findDate("2015.5 points")).toBeUndefined();
});

describe("months", () => {
  const months = (from: string, to?: string) => {
    const range = rangeMonths({ from, to, isCurrent: to === undefined }, now);
    return range && range.end - range.start;
  };

  test("count both ends when months are named, and a bare year ends where the next begins", () => {
    expect(months("2020-01", "2020-12")).toBe(12);
    expect(months("2016", "2019")).toBe(36);
    expect(months("2019", "2019")).toBe(12);
    expect(months("2018-07", "2020")).toBe(18);
  });

  test("of what lasts end now, and the future counts nothing", () => {
    expect(months("2026-01")).toBe(8);
    expect(months("2027-01")).toBeUndefined();
    expect(months("2026-08", "2030-01")).toBe(1);
  });

  test("overlaps are counted once", () => {
    const ranges = [
      { from: "2020-01", to: "2020-12", isCurrent: false },
      { from: "2020-06", to: "2021-06", isCurrent: false },
      { from: "2020-02", to: "2020-03", isCurrent: false },
      { isCurrent: false },
    ];
    expect(mergedMonths(ranges, now)).toBe(18);
    expect(mergedMonths([], now)).toBe(0);
  });

  test("are written as ISO months", () => {
    expect(isoMonth(monthOf(now))).toBe("2026-08");
  });
});
