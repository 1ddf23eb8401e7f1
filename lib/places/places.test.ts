import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeSchema } from "@/db/schema/shapes";
import { CITY_NAMES } from "./city-names";
import { countryName, findCountry, placeKey } from "./countries";
import { citiesByKey, warmGazetteer } from "./gazetteer";
import { regionCountries } from "./macro-regions";
import { countriesOf, coversCountry, distanceKm, findPlace, type PlaceHint, parsePlaces } from "./places";

/** "city/region/country" of each place. */
const names = (texts: string | string[], hint?: PlaceHint) =>
  parsePlaces([texts].flat(), hint).map(({ scope, city, region, country }) =>
    scope === "unknown" || scope === "worldwide" ? scope : [city, region, country].filter(Boolean).join("/"),
  );

describe("one place", () => {
  test.each([
    ["San Francisco, CA", "San Francisco/California/US"],
    ["San Francisco, California, United States", "San Francisco/California/US"],
    ["Toronto, ON, CA", "Toronto/Ontario/CA"],
    ["London, ON", "London/Ontario/CA"],
    ["Richmond, CA", "Richmond/California/US"],
    ["Vancouver, WA", "Vancouver/Washington/US"],
    ["Perth, WA", "Perth/Western Australia/AU"],
    ["Bengaluru, IN", "Bengaluru/Karnataka/IN"],
    ["IN - Bloomington", "Bloomington/Indiana/US"],
    ["Paris, TX", "Paris/Texas/US"],
    ["Paris", "Paris/Île-de-France/FR"],
    ["Washington, DC", "Washington, D.C./District of Columbia/US"],
    ["Washington D.C.", "Washington, D.C./District of Columbia/US"],
    ["Washington, USA", "Washington/US"],
    ["Georgia", "GE"],
    ["Georgia, USA", "Georgia/US"],
    ["New York, New York, USA", "New York City/New York/US"],
    ["Rome, New York", "Rome/New York/US"],
    ["IL-Chicago", "Chicago/Illinois/US"],
    ["GB-London", "London/England/GB"],
    ["US, Arizona, Phoenix", "Phoenix/Arizona/US"],
    ["EMEA - United Kingdom - London - Agar St", "London/England/GB"],
    ["Dublin, IRL", "Dublin/Leinster/IE"],
    ["10115 Berlin", "Berlin/Berlin/DE"],
    ["D-80331 München, Bayern", "Munich/Bavaria/DE"],
    ["London EC1A 1BB", "London/England/GB"],
    ["Muenchen", "Munich/Bavaria/DE"],
    ["Zürich, CH", "Zürich/Zurich/CH"],
    ["Cologne", "Köln/North Rhine-Westphalia/DE"],
    ["Frankfurt/Main", "Frankfurt am Main/Hesse/DE"],
    ["Magdeburg, SA, Germany", "Magdeburg/Saxony-Anhalt/DE"],
    ["Houston Texas United States", "Houston/Texas/US"],
    ["Bremen Germany", "Bremen/Bremen/DE"],
    ["London HQ", "London/England/GB"],
    ["Hamilton, NJ", "New Jersey/US"],
    ["Texas", "Texas/US"],
    ["Deutschland", "DE"],
    ["The Netherlands", "NL"],
    ["USA only", "US"],
    ["Singapore", "Singapore/SG"],
    ["Baden-Baden", "Baden-Baden/Baden-Württemberg/DE"],
    ["Winston-Salem, NC", "Winston-Salem/North Carolina/US"],
    ["Bosnia and Herzegovina", "BA"],
    ["Central - United States", "US"],
  ])("%s", (text, place) => {
    expect(names(text)).toEqual([place]);
  });
});

describe("how one works is no place", () => {
  test.each([
    ["Remote", []],
    ["Hybrid", []],
    ["Distributed", []],
    ["", []],
    ["N/A", []],
    ["Remote - US", ["US"]],
    ["Remote (EMEA)", ["EMEA"]],
    ["Hybrid - London", ["London/England/GB"]],
    ["100% Remote (Germany)", ["DE"]],
    ["Remote in the EU", ["EU"]],
    ["Anywhere in the US", ["US"]],
    ["Worldwide", ["worldwide"]],
    ["Latin America", ["LATAM"]],
    ["US/Canada", ["North America"]],
    ["UK & Ireland", ["UK & Ireland"]],
  ])("%s", (text, places) => {
    expect(names(text)).toEqual(places);
  });
});

describe("several places", () => {
  test.each([
    ["London, Dublin", ["London/England/GB", "Dublin/Leinster/IE"]],
    ["Austin, Dallas", ["Austin/Texas/US", "Dallas/Texas/US"]],
    ["San Francisco, CA; New York, NY", ["San Francisco/California/US", "New York City/New York/US"]],
    ["San Francisco, CA, New York, NY", ["San Francisco/California/US", "New York City/New York/US"]],
    ["Berlin | Hamburg", ["Berlin/Berlin/DE", "Hamburg/Hamburg/DE"]],
    ["Berlin/Hamburg", ["Berlin/Berlin/DE", "Hamburg/Hamburg/DE"]],
    ["London & Manchester", ["London/England/GB", "Manchester/England/GB"]],
    ["Paris or London\nRemote", ["Paris/Île-de-France/FR", "London/England/GB"]],
    ["Remote in the US, Remote in Canada", ["US", "CA"]],
    ["London & Other locations", ["London/England/GB"]],
    ["Georgia; Texas; Ohio", ["Georgia/US", "Texas/US", "Ohio/US"]],
    [
      "SF, NYC, SEA, CHI",
      ["San Francisco/California/US", "New York City/New York/US", "Seattle/Washington/US", "Chicago/Illinois/US"],
    ],
    ["Cork, Dublin, , Ireland", ["Cork/Munster/IE", "Dublin/Leinster/IE"]],
  ])("%s", (text, places) => {
    expect(names(text)).toEqual(places);
  });

  test("a place said twice is listed once", () => {
    expect(names(["New York, NY", "NYC", "New York City"])).toEqual(["New York City/New York/US"]);
  });
});

describe("what cannot be read stays unknown", () => {
  test.each(["2 Locations", "USCA", "Xyzville", "Chennai Tamil Nadu Germany"])("%s", (text) => {
    expect(names(text)).toEqual(["unknown"]);
  });

  test("an unknown city in a known country is that country", () => {
    expect(names("Xyzville, Germany")).toEqual(["DE"]);
  });

  test("an unknown place covers no country and rules none out", () => {
    expect(coversCountry(parsePlaces(["2 Locations"]), "DE")).toBeUndefined();
    expect(coversCountry([], "DE")).toBeUndefined();
    expect(coversCountry(parsePlaces(["Berlin"]), "DE")).toBe(true);
    expect(coversCountry(parsePlaces(["Berlin"]), "FR")).toBe(false);
    expect(coversCountry(parsePlaces(["Remote (EMEA)"]), "FR")).toBe(true);
    expect(coversCountry(parsePlaces(["Remote (EMEA)"]), "US")).toBe(false);
    expect(coversCountry(parsePlaces(["Worldwide"]), "NZ")).toBe(true);
  });
});

test("a country stated by the board decides between namesakes", () => {
  expect(names("Birmingham")).toEqual(["Birmingham/England/GB"]);
  expect(names("Birmingham", { country: "US" })).toEqual(["Birmingham/Alabama/US"]);
  expect(names("CA", { country: "CA" })).toEqual(["CA"]);
  expect(names("Georgia", { country: "US" })).toEqual(["Georgia/US"]);
  expect(names("Montana", { language: "bg" })[0]).toContain("BG");
});

test("distances are great circles, and unknown without coordinates", () => {
  const [berlin, paris, germany] = parsePlaces(["Berlin", "Paris", "Germany"]);
  expect(distanceKm(berlin as never, paris as never)).toBeCloseTo(878, -1);
  expect(distanceKm(berlin as never, berlin as never)).toBe(0);
  expect(distanceKm(berlin as never, germany as never)).toBeUndefined();
});

test("countries are listed once, sorted, and macro regions add none", () => {
  expect(countriesOf(parsePlaces(["Munich", "Berlin", "Vienna", "EMEA"]))).toEqual(["AT", "DE"]);
  expect(regionCountries("EU").size).toBe(27);
  expect(regionCountries("european union").has("FR")).toBe(true);
  expect(regionCountries("Narnia").size).toBe(0);
});

test.each([
  ["USA", "US"],
  ["U.S.", "US"],
  ["uk", "GB"],
  ["Deutschland", "DE"],
  ["Allemagne", "DE"],
  ["Alemania", "DE"],
  ["Czech Republic", "CZ"],
  ["DEU", "DE"],
  ["Narnia", undefined],
])("country field %s → %s", (text, code) => {
  expect(findCountry(text)).toBe(code);
});

test("every other name in the table belongs to a city of the gazetteer", () => {
  for (const [country, list] of Object.entries(CITY_NAMES)) {
    for (const entry of list.split(";")) {
      const name = entry.split("=")[0] ?? "";
      const found = citiesByKey(placeKey(name)).some((city) => city.name === name && city.country === country);
      expect(found, `${name}, ${countryName(country)}`).toBe(true);
    }
  }
});

test("findPlace answers the first known place", () => {
  expect(findPlace("Berlin or remote")?.geonameId).toBe(2950159);
  expect(findPlace("2 Locations")).toBeUndefined();
});

test("anything may come in, and what comes out fits its column", () => {
  const piece = fc.constantFrom(
    "Berlin",
    "CA",
    "US",
    "Remote",
    "-",
    ",",
    ";",
    "/",
    "(",
    ")",
    " ",
    "New York",
    "\n",
    "&",
    "Germany",
    "\u0000",
    "\ud800",
    "10115",
    "é",
    "in",
    "IN",
    "..",
    "EU",
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
    fc.string({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
      for (const place of parsePlaces(texts)) expect(placeSchema.safeParse(place).success).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("hostile lines end quickly, and the gazetteer is read within a second or so", () => {
  warmGazetteer();
  for (const text of [
    "a,".repeat(100_000),
    "(".repeat(100_000),
    "Berlin ".repeat(50_000),
    "San Jose, ".repeat(2000),
    "-".repeat(5_000_000),
  ]) {
    const started = performance.now();
    parsePlaces([text]);
    expect(performance.now() - started).toBeLessThan(1500);
  }
});
