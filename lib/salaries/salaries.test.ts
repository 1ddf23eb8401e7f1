import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNumber } from "./amounts";
import { parseSalary, type SalaryHint, salaryFromSource } from "./salaries";

/** "min-max CUR/interval", absent parts left out. */
function brief(text: string, hint?: SalaryHint): string | undefined {
  const found = parseSalary(text, hint);
  return found && `${found.min ?? ""}-${found.max ?? ""} ${found.currency ?? "?"}/${found.interval ?? "?"}`;
}

describe("pay is read", () => {
  test.each([
    ["$120k-150k", "120000-150000 USD/year"],
    ["Base salary range: $85K-$120K + equity + benefits", "85000-120000 USD/year"],
    ["120.000 – 150.000 €", "120000-150000 EUR/year"],
    ["Gehalt: 65.000 bis 80.000 € brutto im Jahr", "65000-80000 EUR/year"],
    ["Jahresgehalt ab 60.000 EUR", "60000- EUR/year"],
    ["Salaire : 45k€ - 55k€ brut annuel", "45000-55000 EUR/year"],
    ["Salario: 30.000 € - 40.000 € brutos al año", "30000-40000 EUR/year"],
    ["£650/day", "650-650 GBP/day"],
    ["Tagessatz: 600 - 800 EUR", "600-800 EUR/day"],
    ["Salary: 200K–300K a year", "200000-300000 ?/year"],
    ["up to $150k per year", "-150000 USD/year"],
    ["from €60k per year", "60000- EUR/year"],
    ["Salary: From 1800 EUR/month", "1800- EUR/month"],
    ["PLN 20 000 net/month", "20000-20000 PLN/month"],
    ["20 000 - 25 000 PLN + VAT / month", "20000-25000 PLN/month"],
    ["CHF 120'000 - 140'000", "120000-140000 CHF/year"],
    ["12-18 LPA", "1200000-1800000 INR/year"],
    ["₹12L - ₹18L per annum", "1200000-1800000 INR/year"],
    ["USA, WA, Redmond - 137,300.00 - 185,700.00 USD annually", "137300-185700 USD/year"],
    ["The salary range is $100,000 - $150,000 CAD", "100000-150000 CAD/year"],
    ["Salary range: $80,000 - $120,000 plus AUD performance bonus", "80000-120000 USD/year"],
    ["Compensation\n$120,000—$150,000 USD", "120000-150000 USD/year"],
    ["The base pay range for this role is between $180,000 and $220,000.", "180000-220000 USD/year"],
    ["$45/hr to $60/hr", "45-60 USD/hour"],
    ["Pay: $20 an hour", "20-20 USD/hour"],
    ["Salary range (excluding bonus): $100k - $120k", "100000-120000 USD/year"],
    ["Base salary: $150,000 plus $20,000 bonus", "150000-150000 USD/year"],
    ["Remote | Full-time | $140k - $180k + equity", "140000-180000 USD/year"],
    ["A signing bonus of $10,000.\nBase salary: $140,000 - $160,000", "140000-160000 USD/year"],
  ])("%s", (text, pay) => {
    expect(brief(text)).toBe(pay);
  });
});

describe("money that is no pay is left alone", () => {
  test.each([
    "We raised $35 million in Series B funding.",
    "Our company generates $781M in annual revenue.",
    "deals ranging from £50m to over £5bn and our clients include...",
    "You will own a budget of $200,000 per year",
    "401k match up to $5,000",
    "401(k) with 4% match",
    "We offer a $1,500 annual learning stipend",
    "A monthly stipend of $2,000",
    "$2,000 per month stipend",
    "$10,000 sign-on bonus",
    "Newborn bonus (€500 per child)",
    "you can receive a reward from 300 to 1000 EUR, depending on the seniority",
    "Transport compensation - 300 euros net per month.",
    "$50 per month phone allowance",
    "equity worth $40,000 - $60,000 per year",
    "Salary: A$4 plus benefits",
    "Our 10,000 customers trust us. Salary is competitive.",
    "5 years of experience, 24/7 on-call, 2024 - 2026",
    "PHP 8 and MySQL 5 experience, salary competitive",
    "",
  ])("%s", (text) => {
    expect(parseSalary(text)).toBeUndefined();
  });
});

test("hourly and daily pay never becomes yearly, and years are computed from the stated interval", () => {
  expect(parseSalary("Rate: $50/hr")).toMatchObject({ interval: "hour", min: 50, annualMin: 104_000 });
  expect(parseSalary("£500 per day")).toMatchObject({ interval: "day", annualMax: 130_000 });
  expect(parseSalary("Salary: 4.000 € monatlich")).toMatchObject({ interval: "month", annualMin: 48_000 });
  expect(parseSalary("Compensation: $1,500 per week")).toMatchObject({ interval: "week", annualMin: 78_000 });
});

test("what is not said stays open", () => {
  expect(parseSalary("Compensation: S$500 plus bonus")).toEqual({ text: "S$500", min: 500, max: 500, currency: "SGD" });
  expect(parseSalary("Salary: ¥6,000,000 - ¥9,000,000")?.currency).toBeUndefined();
});

test("the country decides what a shared symbol means", () => {
  expect(brief("Salary: $100,000 - $120,000", { country: "CA" })).toBe("100000-120000 CAD/year");
  expect(brief("Salary: $100,000 - $120,000", { country: "DE" })).toBe("100000-120000 USD/year");
  expect(brief("Lön: 45 000 - 55 000 kr per månad", { country: "SE" })).toBe("45000-55000 SEK/month");
  expect(brief("Salary: ¥6,000,000 - ¥9,000,000", { country: "JP" })).toBe("6000000-9000000 JPY/year");
});

test("the text is kept as written", () => {
  expect(parseSalary("Pay: $120,000 - $150,000 CAD per year, plus bonus")?.text).toBe(
    "$120,000 - $150,000 CAD per year",
  );
});

describe("pay from a board's own fields", () => {
  test("fields decide and make their own text when none is given", () => {
    expect(salaryFromSource({ min: 90_000, max: 120_000, currency: "eur", interval: "year" })).toEqual({
      text: "90000 – 120000 EUR per year",
      min: 90_000,
      max: 120_000,
      currency: "EUR",
      interval: "year",
      annualMin: 90_000,
      annualMax: 120_000,
    });
  });

  test("zero and estimates are no pay, swapped bounds are put right", () => {
    expect(salaryFromSource({ min: 0, max: 0 })).toBeUndefined();
    expect(salaryFromSource({ min: 90_000, max: 120_000, currency: "USD", isEstimate: true })).toBeUndefined();
    expect(salaryFromSource({ min: 120, max: 90, currency: "USD", interval: "hour" })).toMatchObject({
      min: 90,
      max: 120,
    });
    expect(salaryFromSource(undefined)).toBeUndefined();
  });

  test("a salary text needs no word that says salary", () => {
    expect(salaryFromSource({ text: "$20k -$35k" })).toMatchObject({ min: 20_000, max: 35_000, interval: "year" });
    expect(salaryFromSource({ text: "Competitive" })).toBeUndefined();
    expect(salaryFromSource({ text: "60000 - 70000", currency: "EUR" })).toMatchObject({
      currency: "EUR",
      min: 60_000,
    });
  });
});

test.each([
  ["120,000", 120_000],
  ["120.000", 120_000],
  ["120 000", 120_000],
  ["120'000", 120_000],
  ["137,300.00", 137_300],
  ["1.800,50", 1800.5],
  ["12.85", 12.85],
  ["1,234,567", 1_234_567],
])("number %s", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test("any text may come in; what comes out is ordered and finite", () => {
  const piece = fc.constantFrom(
    "$",
    "€",
    "salary",
    "120",
    "000",
    ",",
    ".",
    "k",
    "-",
    " ",
    "per year",
    "/hr",
    "USD",
    "bonus",
    "\n",
    "up to",
    "9".repeat(30),
    "LPA",
    "\u0000",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const found = parseSalary(pieces.join(""));
      if (!found) return;
      expect(Number.isFinite(found.max ?? found.min)).toBe(true);
      expect((found.min ?? 0) <= (found.max ?? Number.POSITIVE_INFINITY)).toBe(true);
      expect(found.text.length).toBeLessThanOrEqual(300);
    }),
    { numRuns: 1000 },
  );
});

test("hostile texts end quickly", () => {
  for (const text of [
    "$1 ".repeat(100_000),
    "salary 1,".repeat(100_000),
    "$".repeat(1_000_000),
    "1".repeat(1_000_000),
    "$1,".repeat(300_000),
    "\n$5 ".repeat(200_000),
  ]) {
    const started = performance.now();
    parseSalary(text);
    expect(performance.now() - started).toBeLessThan(2500);
  }
});
