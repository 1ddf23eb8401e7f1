import { countryByCode, countryName } from "@/lib/places/countries";
import { CURRENCY_CODES } from "@/lib/salaries/currencies";

/** Closed sets the preference form offers, made on the server so that both sides name them alike. */
export interface PreferenceOptions {
  countries: { code: string; name: string }[];
  currencies: string[];
  timeZones: string[];
}

let options: PreferenceOptions | undefined;

export function preferenceOptions(): PreferenceOptions {
  options ??= {
    countries: countryCodes()
      .map((code) => ({ code, name: countryName(code) }))
      .sort((a, b) => a.name.localeCompare(b.name, "en")),
    currencies: [...CURRENCY_CODES],
    timeZones: ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")],
  };
  return options;
}

function countryCodes(): string[] {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
  return letters.flatMap((first) =>
    letters.flatMap((second) => (countryByCode(first + second) === first + second ? [first + second] : [])),
  );
}
