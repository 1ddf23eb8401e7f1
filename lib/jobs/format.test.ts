import { expect, test } from "vitest";
import { formatCount, formatPay } from "./format";
import { countryName } from "./labels";

const pay = { text: null, min: null, max: null, currency: null, interval: null };

test.each([
  [{ min: 90_000, max: 120_000, currency: "EUR", interval: "year" as const }, "€90k–120k"],
  [{ min: 92_500, max: 92_500, currency: "USD", interval: "year" as const }, "$92.5k"],
  [{ min: 85, max: null, currency: "USD", interval: "hour" as const }, "from $85 / hour"],
  [{ min: null, max: 600, currency: "GBP", interval: "day" as const }, "up to £600 / day"],
  [{ min: 4_000, max: 6_000, currency: null, interval: "month" as const }, "4,000–6,000 / month"],
  [{ min: 24_000, max: 30_000, currency: "PLN", interval: "month" as const }, "zł 24k–30k / month"],
  [{ text: "competitive" }, "competitive"],
  [{}, undefined],
])("%j reads %s", (change, text) => {
  expect(formatPay({ ...pay, ...change })?.replace(/\u00a0/g, " ")).toBe(text);
});

test("counts and countries read naturally", () => {
  expect(formatCount(1, "job")).toBe("1 job");
  expect(formatCount(20_000, "job", true)).toBe("20,000+ jobs");
  expect(countryName("DE")).toBe("Germany");
  expect(countryName("unknown")).toBe("unknown");
});
