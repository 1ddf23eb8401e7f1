/** An Indeed country site: its code in requests, its host before `.indeed.com`, and the language it answers in. */
export interface Market {
  country: string;
  host: string;
  locale: string;
}

const US: Market = { country: "US", host: "www", locale: "en-US" };

const MARKETS: readonly [names: RegExp, Market][] = [
  [/united kingdom|england|scotland|wales|\buk$|\bgb$/i, { country: "GB", host: "uk", locale: "en-GB" }],
  [/canada/i, { country: "CA", host: "ca", locale: "en-CA" }],
  [/germany|deutschland/i, { country: "DE", host: "de", locale: "de-DE" }],
  [/austria|österreich/i, { country: "AT", host: "at", locale: "de-AT" }],
  [/switzerland|schweiz|suisse/i, { country: "CH", host: "ch", locale: "de-CH" }],
  [/france/i, { country: "FR", host: "fr", locale: "fr-FR" }],
  [/spain|españa/i, { country: "ES", host: "es", locale: "es-ES" }],
  [/portugal/i, { country: "PT", host: "pt", locale: "pt-PT" }],
  [/italy|italia/i, { country: "IT", host: "it", locale: "it-IT" }],
  [/netherlands|nederland/i, { country: "NL", host: "nl", locale: "nl-NL" }],
  [/belgium|belgië|belgique/i, { country: "BE", host: "be", locale: "nl-BE" }],
  [/northern ireland/i, { country: "GB", host: "uk", locale: "en-GB" }],
  [/ireland/i, { country: "IE", host: "ie", locale: "en-IE" }],
  [/sweden|sverige/i, { country: "SE", host: "se", locale: "sv-SE" }],
  [/norway|norge/i, { country: "NO", host: "no", locale: "nb-NO" }],
  [/denmark|danmark/i, { country: "DK", host: "dk", locale: "da-DK" }],
  [/finland|suomi/i, { country: "FI", host: "fi", locale: "fi-FI" }],
  [/poland|polska/i, { country: "PL", host: "pl", locale: "pl-PL" }],
  [/czech/i, { country: "CZ", host: "cz", locale: "cs-CZ" }],
  [/romania/i, { country: "RO", host: "ro", locale: "ro-RO" }],
  [/india$/i, { country: "IN", host: "in", locale: "en-IN" }],
  [/australia/i, { country: "AU", host: "au", locale: "en-AU" }],
  [/new zealand/i, { country: "NZ", host: "nz", locale: "en-NZ" }],
  [/singapore/i, { country: "SG", host: "sg", locale: "en-SG" }],
  [/japan/i, { country: "JP", host: "jp", locale: "ja-JP" }],
  [/brazil|brasil/i, { country: "BR", host: "br", locale: "pt-BR" }],
  [/new mexico/i, US],
  [/mexico|méxico/i, { country: "MX", host: "mx", locale: "es-MX" }],
  [/south africa/i, { country: "ZA", host: "za", locale: "en-ZA" }],
];

/** The site for "Berlin, Germany"; the United States when no country is named. */
export function marketOf(place: string | undefined): Market {
  const country = place?.split(",").at(-1)?.trim() ?? "";
  return MARKETS.find(([names]) => names.test(country))?.[1] ?? US;
}

/** `https://uk.indeed.com/viewjob?jk=…`; `jk` is the job's identity. */
export function jobUrl(key: string, country: string | undefined): string {
  const market = MARKETS.find(([, { country: code }]) => code === country)?.[1];
  return `https://${market?.host ?? "www"}.indeed.com/viewjob?jk=${encodeURIComponent(key)}`;
}
