import { fold } from "@/lib/jobs/text";

/** ISO 3166-1: alpha-2 followed by alpha-3. */
const CODES = `ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD
BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD
CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DEDEU DJDJI DKDNK DMDMA DODOM
DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA
GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR
IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM
KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI
MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD
NONOR NPNPL NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT
REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD
STSTP SVSLV SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA
UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM XKXKX YEYEM YTMYT ZAZAF ZMZMB ZWZWE`;

/** Names boards use that no locale of Intl.DisplayNames gives. Folded. */
const ALIASES: Record<string, string> = {
  US: "usa|u s|u s a|us|united states of america|the united states|america|states|stati uniti|etats unis|eeuu|estados unidos|vereinigte staaten von amerika",
  GB: "uk|u k|great britain|britain|united kingdom of great britain and northern ireland|england|scotland|wales|northern ireland|grossbritannien",
  DE: "deutschlandweit|bundesweit|germany wide",
  NL: "the netherlands|holland",
  CZ: "czech republic|czech",
  KR: "korea|south korea|republic of korea|korea republic of",
  KP: "dprk",
  RU: "russian federation",
  TR: "turkey|turkiye",
  CI: "ivory coast",
  VN: "viet nam",
  TW: "taiwan|taiwan r o c",
  HK: "hong kong|hongkong|hong kong sar",
  MO: "macau|macao",
  CN: "peoples republic of china|mainland china|p r china",
  AE: "uae|u a e|emirates",
  SA: "ksa",
  BA: "bosnia|bosnia and herzegovina",
  MK: "macedonia|north macedonia",
  CV: "cape verde",
  SZ: "swaziland",
  MM: "myanmar|burma",
  CD: "dr congo|drc|congo kinshasa",
  CG: "republic of the congo|congo",
  PS: "palestine",
  BN: "brunei",
  LA: "laos",
  SY: "syria",
  MD: "moldova",
  VE: "venezuela",
  BO: "bolivia",
  TZ: "tanzania",
  IR: "iran",
  BS: "bahamas|the bahamas",
  GM: "gambia|the gambia",
  PH: "the philippines|philippines",
  IE: "republic of ireland|ireland|eire",
  RO: "romania",
  XK: "kosovo",
};

const LOCALES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"];

interface CountryTables {
  iso3: Map<string, string>;
  byName: Map<string, string>;
  iso2: Set<string>;
}
let tables: CountryTables | undefined;

/** ISO 3166-1 alpha-2 of a name in English, German, French, Spanish, Italian, Portuguese, Dutch or Polish. */
export function countryByName(folded: string): string | undefined {
  return load().byName.get(folded);
}

/** Alpha-2 of an alpha-2 or alpha-3 code, "UK" included; upper case expected. */
export function countryByCode(code: string): string | undefined {
  if (code === "UK") return "GB";
  return code.length === 2 ? (load().iso2.has(code) ? code : undefined) : load().iso3.get(code);
}

/** The English name: "Germany". */
export function countryName(iso2: string): string {
  return english().of(iso2) ?? iso2;
}

/** Alpha-2 of anything a board may put in a country field: "USA", "Deutschland", "gb". */
export function findCountry(text: string): string | undefined {
  const bare = text.trim().replace(/\./g, "");
  return (bare.length <= 3 ? countryByCode(bare.toUpperCase()) : undefined) ?? countryByName(placeKey(text));
}

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Key of a place name: folded, punctuation as blanks, "saint" and "sankt" as "st". */
export function placeKey(text: string): string {
  const folded = fold(text);
  const key = PLAIN.test(folded) ? folded : folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return key.includes("sa") || key.includes("fort") || key.includes("mount")
    ? key
        .replace(/\b(?:saint|sankt)\b/g, "st")
        .replace(/\bfort\b/g, "ft")
        .replace(/\bmount\b/g, "mt")
    : key;
}

let englishNames: Intl.DisplayNames | undefined;
function english(): Intl.DisplayNames {
  englishNames ??= new Intl.DisplayNames("en", { type: "region" });
  return englishNames;
}

function load(): CountryTables {
  if (tables) return tables;
  const iso3 = new Map(CODES.split(/\s/).map((pair) => [pair.slice(2), pair.slice(0, 2)]));
  const iso2 = new Set(iso3.values());
  const byName = new Map<string, string>();
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    for (const code of iso2) byName.set(placeKey(names.of(code) ?? code), code);
  }
  for (const [code, names] of Object.entries(ALIASES)) for (const name of names.split("|")) byName.set(name, code);
  tables = { iso3, iso2, byName };
  return tables;
}
