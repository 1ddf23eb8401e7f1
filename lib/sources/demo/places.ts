import type { SalaryInterval } from "@/db/schema/vocabulary";

/** Where an invented job is, and what a mid-level engineer is paid there. */
export interface DemoPlace {
  text: string;
  /** As people there say it inside a sentence. */
  short: string;
  country?: string;
  pay: { currency: string; interval: SalaryInterval; mid: number; step: number };
  /** The language a local employer may ask for. */
  language?: string;
}

const yearly = (currency: string, mid: number, step = 5_000) => ({ currency, interval: "year" as const, mid, step });
const monthly = (currency: string, mid: number, step: number) => ({ currency, interval: "month" as const, mid, step });
const EURO = yearly("EUR", 72_000, 1_000);
const DOLLAR = yearly("USD", 155_000);
const POUND = yearly("GBP", 72_000, 1_000);

export const PLACES = {
  berlin: { text: "Berlin, Germany", short: "Berlin", country: "DE", pay: EURO, language: "German" },
  munich: {
    text: "Munich, Bavaria, Germany",
    short: "Munich",
    country: "DE",
    pay: yearly("EUR", 78_000, 1_000),
    language: "German",
  },
  hamburg: { text: "Hamburg, Germany", short: "Hamburg", country: "DE", pay: EURO, language: "German" },
  vienna: { text: "Vienna, Austria", short: "Vienna", country: "AT", pay: EURO, language: "German" },
  zurich: {
    text: "Zürich, Switzerland",
    short: "Zürich",
    country: "CH",
    pay: yearly("CHF", 128_000, 1_000),
    language: "German",
  },
  amsterdam: { text: "Amsterdam, Netherlands", short: "Amsterdam", country: "NL", pay: EURO },
  rotterdam: { text: "Rotterdam, The Netherlands", short: "Rotterdam", country: "NL", pay: monthly("EUR", 5_400, 100) },
  eindhoven: { text: "Eindhoven, Netherlands", short: "Eindhoven", country: "NL", pay: EURO },
  paris: {
    text: "Paris, France",
    short: "Paris",
    country: "FR",
    pay: yearly("EUR", 62_000, 1_000),
    language: "French",
  },
  lyon: { text: "Lyon, France", short: "Lyon", country: "FR", pay: yearly("EUR", 54_000, 1_000), language: "French" },
  toulouse: {
    text: "Toulouse, France",
    short: "Toulouse",
    country: "FR",
    pay: yearly("EUR", 54_000, 1_000),
    language: "French",
  },
  madrid: {
    text: "Madrid, Spain",
    short: "Madrid",
    country: "ES",
    pay: yearly("EUR", 52_000, 1_000),
    language: "Spanish",
  },
  barcelona: {
    text: "Barcelona, Catalonia, Spain",
    short: "Barcelona",
    country: "ES",
    pay: yearly("EUR", 54_000, 1_000),
    language: "Spanish",
  },
  lisbon: { text: "Lisbon, Portugal", short: "Lisbon", country: "PT", pay: yearly("EUR", 50_000, 1_000) },
  dublin: { text: "Dublin, Ireland", short: "Dublin", country: "IE", pay: yearly("EUR", 85_000, 1_000) },
  london: { text: "London, UK", short: "London", country: "GB", pay: yearly("GBP", 82_000, 1_000) },
  manchester: { text: "Manchester, England, United Kingdom", short: "Manchester", country: "GB", pay: POUND },
  bristol: { text: "Bristol, UK", short: "Bristol", country: "GB", pay: POUND },
  cambridge: { text: "Cambridge, United Kingdom", short: "Cambridge", country: "GB", pay: POUND },
  edinburgh: { text: "Edinburgh, Scotland", short: "Edinburgh", country: "GB", pay: yearly("GBP", 64_000, 1_000) },
  stockholm: { text: "Stockholm, Sweden", short: "Stockholm", country: "SE", pay: monthly("SEK", 58_000, 1_000) },
  copenhagen: { text: "Copenhagen, Denmark", short: "Copenhagen", country: "DK", pay: monthly("DKK", 56_000, 1_000) },
  oslo: { text: "Oslo, Norway", short: "Oslo", country: "NO", pay: yearly("NOK", 850_000, 10_000) },
  helsinki: { text: "Helsinki, Finland", short: "Helsinki", country: "FI", pay: monthly("EUR", 5_200, 100) },
  warsaw: { text: "Warsaw, Poland", short: "Warsaw", country: "PL", pay: monthly("PLN", 22_000, 500) },
  krakow: { text: "Kraków, Poland", short: "Kraków", country: "PL", pay: monthly("PLN", 20_000, 500) },
  newyork: { text: "New York, NY", short: "New York", country: "US", pay: yearly("USD", 170_000) },
  sanfrancisco: { text: "San Francisco, CA", short: "San Francisco", country: "US", pay: yearly("USD", 180_000) },
  seattle: { text: "Seattle, WA", short: "Seattle", country: "US", pay: yearly("USD", 165_000) },
  austin: { text: "Austin, TX", short: "Austin", country: "US", pay: DOLLAR },
  boston: { text: "Boston, MA", short: "Boston", country: "US", pay: yearly("USD", 160_000) },
  denver: { text: "Denver, CO", short: "Denver", country: "US", pay: DOLLAR },
  washington: { text: "Washington, D.C.", short: "Washington", country: "US", pay: DOLLAR },
  toronto: { text: "Toronto, Ontario, Canada", short: "Toronto", country: "CA", pay: yearly("CAD", 130_000) },
  montreal: {
    text: "Montréal, QC, Canada",
    short: "Montréal",
    country: "CA",
    pay: yearly("CAD", 120_000),
    language: "French",
  },
  vancouver: { text: "Vancouver, BC", short: "Vancouver", country: "CA", pay: yearly("CAD", 130_000) },
  melbourne: { text: "Melbourne VIC, Australia", short: "Melbourne", country: "AU", pay: yearly("AUD", 145_000) },
  singapore: { text: "Singapore", short: "Singapore", country: "SG", pay: monthly("SGD", 8_500, 500) },
  tokyo: {
    text: "Tokyo, Japan",
    short: "Tokyo",
    country: "JP",
    pay: yearly("JPY", 9_500_000, 100_000),
    language: "Japanese",
  },
  bangalore: {
    text: "Bengaluru, Karnataka, India",
    short: "Bengaluru",
    country: "IN",
    pay: yearly("INR", 3_200_000, 100_000),
  },
  telaviv: { text: "Tel Aviv, Israel", short: "Tel Aviv", country: "IL", pay: monthly("ILS", 34_000, 1_000) },
  saopaulo: { text: "São Paulo, Brazil", short: "São Paulo", country: "BR", pay: monthly("BRL", 16_000, 500) },
  nairobi: { text: "Nairobi, Kenya", short: "Nairobi", country: "KE", pay: yearly("USD", 62_000, 1_000) },
  remote_us: { text: "Remote (US)", short: "the United States", country: "US", pay: DOLLAR },
  remote_eu: { text: "Remote (Europe)", short: "Europe", pay: EURO },
  remote_uk: { text: "Remote, United Kingdom", short: "the United Kingdom", country: "GB", pay: POUND },
  remote_ca: { text: "Remote - Canada", short: "Canada", country: "CA", pay: yearly("CAD", 130_000) },
  remote_world: { text: "Worldwide", short: "any country", pay: yearly("USD", 120_000) },
} as const satisfies Record<string, DemoPlace>;

export type PlaceId = keyof typeof PLACES;

/** The remote region of an employer at home in a place. */
export function remoteRegion(home: PlaceId): PlaceId {
  const country = (PLACES[home] as DemoPlace).country;
  if (country === "US") return "remote_us";
  if (country === "CA") return "remote_ca";
  if (country === "GB") return "remote_uk";
  const isEuropean = ["DE", "AT", "CH", "NL", "FR", "ES", "PT", "IE", "SE", "DK", "NO", "FI", "PL"].includes(
    country ?? "",
  );
  return isEuropean || home === "remote_eu" ? "remote_eu" : "remote_world";
}
