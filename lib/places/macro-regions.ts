/** Groups of countries that postings name. Keys are the canonical names written to `Place.region`. */
const EU = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE";
const EEA = `${EU} IS LI NO`;
const EUROPE = `${EEA} GB CH AD AL BA BY FO GG GI IM JE MC MD ME MK RS SM TR UA VA XK RU`;
const MIDDLE_EAST = "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YE";
const AFRICA =
  "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW";
const CENTRAL_AMERICA = "BZ CR GT HN NI PA SV";
const SOUTH_AMERICA = "AR BO BR CL CO EC GF GY PE PY SR UY VE";
const CARIBBEAN = "AG BB BS CU DM DO GD HT JM KN LC PR TT VC";
const OCEANIA = "AU NZ FJ PG SB VU WS TO";
const SOUTHEAST_ASIA = "BN ID KH LA MM MY PH SG TH TL VN";
const SOUTH_ASIA = "AF BD BT IN LK MV NP PK";
const EAST_ASIA = "CN HK JP KP KR MN MO TW";
const ASIA = `${EAST_ASIA} ${SOUTHEAST_ASIA} ${SOUTH_ASIA} KZ KG TJ TM UZ AM AZ GE ${MIDDLE_EAST}`;

const MEMBERS: Record<string, string> = {
  EU,
  EEA,
  Europe: EUROPE,
  EMEA: `${EUROPE} ${MIDDLE_EAST} ${AFRICA}`,
  DACH: "DE AT CH",
  Benelux: "BE NL LU",
  Nordics: "DK FI IS NO SE",
  Baltics: "EE LV LT",
  CEE: "BG CZ EE HR HU LT LV PL RO RS SI SK UA MD ME MK AL BA",
  "UK & Ireland": "GB IE",
  "Middle East": MIDDLE_EAST,
  MENA: `${MIDDLE_EAST} DZ EG LY MA TN`,
  GCC: "AE BH KW OM QA SA",
  Africa: AFRICA,
  "North America": "US CA MX",
  "Central America": CENTRAL_AMERICA,
  "South America": SOUTH_AMERICA,
  LATAM: `MX ${CENTRAL_AMERICA} ${SOUTH_AMERICA} ${CARIBBEAN}`,
  Caribbean: CARIBBEAN,
  Americas: `US CA MX ${CENTRAL_AMERICA} ${SOUTH_AMERICA} ${CARIBBEAN}`,
  APAC: `${EAST_ASIA} ${SOUTHEAST_ASIA} ${SOUTH_ASIA} ${OCEANIA}`,
  Asia: ASIA,
  "Southeast Asia": SOUTHEAST_ASIA,
  ANZ: "AU NZ",
  Oceania: OCEANIA,
};

/** Folded spellings per canonical name. */
const ALIASES: Record<string, string> = {
  EU: "eu|european union|e u|europaische union|union europeenne|eu countries|eu only",
  EEA: "eea|european economic area",
  Europe:
    "europe|europa|european|continental europe|western europe|eu timezones|european timezones|european time zones",
  EMEA: "emea|europe middle east and africa|europe middle east africa",
  DACH: "dach|d a ch|dach region",
  Benelux: "benelux",
  Nordics: "nordics|nordic|nordic countries|the nordics|scandinavia|skandinavien",
  Baltics: "baltics|the baltics|baltic states",
  CEE: "cee|central and eastern europe|central eastern europe|eastern europe",
  "UK & Ireland": "uki|uk i|uk and ireland|uk ireland|united kingdom and ireland|united kingdom ireland",
  "Middle East": "middle east|the middle east",
  MENA: "mena|middle east and north africa",
  GCC: "gcc|gulf",
  Africa: "africa|afrika|afrique",
  "North America":
    "north america|northern america|nordamerika|na|noram|namer|us and canada|us canada|usa canada|united states and canada",
  "Central America": "central america",
  "South America": "south america|sudamerika",
  LATAM: "latam|latin america|latin america and the caribbean|lateinamerika|latinoamerica|america latina",
  Caribbean: "caribbean|the caribbean",
  Americas: "americas|the americas|amer|north and south america|amerika",
  APAC: "apac|asia pacific|asia pac|apj|asia pacific and japan|japac",
  Asia: "asia|asien|asie",
  "Southeast Asia": "southeast asia|south east asia|asean",
  ANZ: "anz|australia and new zealand|australia new zealand",
  Oceania: "oceania|ozeanien",
};

const WORLDWIDE = new Set(
  "worldwide|world wide|anywhere|anywhere in the world|global|globally|international|earth|weltweit|work from anywhere|all over the world|any location|everywhere|monde entier|en cualquier lugar".split(
    "|",
  ),
);

const byAlias = new Map(
  Object.entries(ALIASES).flatMap(([name, aliases]) => aliases.split("|").map((alias) => [alias, name] as const)),
);
const members = new Map(Object.entries(MEMBERS).map(([name, codes]) => [name, new Set(codes.split(" "))]));

/** The canonical name of a macro region: "latin america" → "LATAM". Takes a `placeKey`. */
export function macroRegion(key: string): string | undefined {
  return byAlias.get(key);
}

export function isWorldwide(key: string): boolean {
  return WORLDWIDE.has(key);
}

/** ISO alpha-2 codes of a macro region's members: "EU" → 27; empty for an unknown name. */
export function regionCountries(name: string): ReadonlySet<string> {
  return members.get(name) ?? members.get(byAlias.get(name.toLowerCase()) ?? "") ?? new Set();
}
