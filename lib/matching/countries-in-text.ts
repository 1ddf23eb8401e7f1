import { countryByName, placeKey } from "@/lib/places/countries";
import { macroRegion, regionCountries } from "@/lib/places/macro-regions";

const CODES: Record<string, string> = {
  US: "US",
  "U.S.": "US",
  "U.S": "US",
  USA: "US",
  "U.S.A.": "US",
  UK: "GB",
  "U.K.": "GB",
  EU: "EU",
  EEA: "EEA",
  UAE: "AE",
};
const DEMONYMS: Record<string, string> = {
  american: "US",
  british: "GB",
  german: "DE",
  canadian: "CA",
  australian: "AU",
  indian: "IN",
  french: "FR",
  dutch: "NL",
  swiss: "CH",
  austrian: "AT",
  israeli: "IL",
  irish: "IE",
  polish: "PL",
  spanish: "ES",
  italian: "IT",
  european: "EU",
  singaporean: "SG",
  brazilian: "BR",
  mexican: "MX",
};
const WORD = /(?:\p{Lu}\.){2,3}|\p{Lu}[\p{L}'’-]*/gu;

/**
 * ISO countries and macro regions ("EU", "LATAM") a phrase names, in order. Names must be capitalized as in running
 * text, so "join us" names no country.
 */
export function countriesIn(text: string, options: { demonyms?: boolean } = {}): string[] {
  const words = Array.from(text.matchAll(WORD), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: string[] = [];
  for (let i = 0; i < words.length; ) {
    let taken = 1;
    for (let length = Math.min(4, words.length - i); length >= 1; length--) {
      const first = words[i];
      const last = words[i + length - 1];
      if (!first || !last) continue;
      const phrase = text.slice(first.start, last.end);
      if (phrase.length > 50) continue;
      const place = placeOf(phrase, length, options.demonyms ?? false);
      if (!place) continue;
      if (!found.includes(place)) found.push(place);
      taken = length;
      break;
    }
    i += taken;
  }
  return found;
}

function placeOf(phrase: string, length: number, demonyms: boolean): string | undefined {
  if (length === 1) {
    const code = CODES[phrase];
    if (code) return code;
    if (phrase === phrase.toUpperCase() && phrase.length < 4) return undefined;
    const demonym = demonyms ? DEMONYMS[phrase.toLowerCase()] : undefined;
    if (demonym) return demonym;
  }
  const key = placeKey(phrase);
  return countryByName(key) ?? macroRegion(key);
}

/** ISO codes that values such as "US,EU" stand for. */
export function expandCountries(value: string): Set<string> {
  const all = new Set<string>();
  for (const part of value.split(",")) {
    const members = regionCountries(part);
    if (members.size > 0) for (const country of members) all.add(country);
    else if (part !== "") all.add(part);
  }
  return all;
}
