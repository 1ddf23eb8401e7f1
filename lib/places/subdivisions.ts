import { placeKey } from "./countries";

/**
 * First-level subdivisions that postings name. Each entry is `code:name[=other names][#GeoNames code]`,
 * the GeoNames code only where it differs from the code in use.
 */
const DATA: Record<string, string> = {
  US: "AL:Alabama AK:Alaska AZ:Arizona AR:Arkansas CA:California=calif=norcal=socal=northern california=southern california=silicon valley=bay area=sf bay area CO:Colorado CT:Connecticut DE:Delaware DC:District of Columbia FL:Florida GA:Georgia HI:Hawaii ID:Idaho IL:Illinois IN:Indiana IA:Iowa KS:Kansas KY:Kentucky LA:Louisiana ME:Maine MD:Maryland MA:Massachusetts=mass MI:Michigan MN:Minnesota MS:Mississippi MO:Missouri MT:Montana NE:Nebraska NV:Nevada NH:New Hampshire NJ:New Jersey NM:New Mexico NY:New York=new york state NC:North Carolina ND:North Dakota OH:Ohio OK:Oklahoma OR:Oregon PA:Pennsylvania RI:Rhode Island SC:South Carolina SD:South Dakota TN:Tennessee TX:Texas UT:Utah VT:Vermont VA:Virginia WA:Washington=washington state WV:West Virginia WI:Wisconsin WY:Wyoming",
  CA: "AB:Alberta#01 BC:British Columbia#02 MB:Manitoba#03 NB:New Brunswick#04 NL:Newfoundland and Labrador=newfoundland#05 NS:Nova Scotia#07 ON:Ontario#08 PE:Prince Edward Island#09 QC:Quebec#10 SK:Saskatchewan#11 YT:Yukon#12 NT:Northwest Territories#13 NU:Nunavut#14",
  AU: "ACT:Australian Capital Territory#01 NSW:New South Wales#02 NT:Northern Territory#03 QLD:Queensland#04 SA:South Australia#05 TAS:Tasmania#06 VIC:Victoria#07 WA:Western Australia#08",
  GB: "ENG:England#ENG SCT:Scotland WLS:Wales NIR:Northern Ireland",
  DE: "BW:Baden-Württemberg#01 BY:Bavaria=bayern#02 HB:Bremen#03 HH:Hamburg#04 HE:Hesse=hessen#05 NDS:Lower Saxony=niedersachsen#06 NI:Lower Saxony#06 NRW:North Rhine-Westphalia=nordrhein westfalen#07 NW:North Rhine-Westphalia#07 RP:Rhineland-Palatinate=rheinland pfalz#08 SL:Saarland#09 SH:Schleswig-Holstein#10 BB:Brandenburg#11 MV:Mecklenburg-Western Pomerania=mecklenburg vorpommern#12 SN:Saxony=sachsen#13 ST:Saxony-Anhalt=sachsen anhalt#14 TH:Thuringia=thuringen#15 BE:Berlin#16",
  AT: "B:Burgenland#01 K:Carinthia=karnten#02 NÖ:Lower Austria=niederosterreich#03 OÖ:Upper Austria=oberosterreich#04 S:Salzburg#05 ST:Styria=steiermark#06 T:Tyrol=tirol#07 V:Vorarlberg#08 W:Vienna=wien#09",
  CH: "AG:Aargau AR:Appenzell Ausserrhoden AI:Appenzell Innerrhoden BL:Basel-Landschaft=basel land BS:Basel-Stadt BE:Bern=berne FR:Fribourg=freiburg GE:Geneva=geneve=genf GL:Glarus GR:Graubünden=grisons JU:Jura LU:Lucerne=luzern NE:Neuchâtel=neuenburg NW:Nidwalden OW:Obwalden SG:St. Gallen SH:Schaffhausen SZ:Schwyz SO:Solothurn TG:Thurgau TI:Ticino=tessin UR:Uri VS:Valais=wallis VD:Vaud=waadt ZG:Zug ZH:Zurich=zurich",
  IN: "AP:Andhra Pradesh#02 AS:Assam#03 BR:Bihar#34 CG:Chhattisgarh#37 CH:Chandigarh#05 DL:Delhi=nct of delhi=delhi ncr=ncr#07 GA:Goa#33 GJ:Gujarat#09 HR:Haryana#10 JH:Jharkhand#38 KA:Karnataka#19 KL:Kerala#13 MP:Madhya Pradesh#35 MH:Maharashtra#16 OD:Odisha=orissa#21 PB:Punjab#23 RJ:Rajasthan#24 TN:Tamil Nadu=tamilnadu#25 TG:Telangana=ts#40 UP:Uttar Pradesh#36 UK:Uttarakhand#39 WB:West Bengal#28",
  ES: "AN:Andalusia=andalucia#51 AR:Aragon#52 AS:Asturias#34 CT:Catalonia=cataluna=catalunya#56 CN:Canary Islands=canarias#53 GA:Galicia#58 MD:Community of Madrid=comunidad de madrid#29 PV:Basque Country=pais vasco=euskadi#59 VC:Valencian Community=comunidad valenciana=comunitat valenciana#60 IB:Balearic Islands=islas baleares=illes balears#07 MC:Murcia=region of murcia#31 NC:Navarre=navarra#32 CL:Castile and León=castilla y leon#55",
  FR: "IDF:Île-de-France=paris region=region parisienne#11 ARA:Auvergne-Rhône-Alpes=rhone alpes#84 PACA:Provence-Alpes-Côte d'Azur#93 OCC:Occitanie#76 NAQ:Nouvelle-Aquitaine#75 BRE:Brittany=bretagne#53 PDL:Pays de la Loire#52 HDF:Hauts-de-France#32 GES:Grand Est#44 NOR:Normandy=normandie#28 BFC:Bourgogne-Franche-Comté#27 CVL:Centre-Val de Loire#24",
  IT: "LOM:Lombardy=lombardia#09 LAZ:Lazio#07 PIE:Piedmont=piemonte#12 VEN:Veneto#20 EMR:Emilia-Romagna#05 TOS:Tuscany=toscana#16 CAM:Campania#04 SIC:Sicily=sicilia#15 PUG:Apulia=puglia#13 LIG:Liguria#08",
  NL: "NH:North Holland=noord holland#07 ZH:South Holland=zuid holland#11 UT:Utrecht#09 NB:North Brabant=noord brabant#06 GE:Gelderland#03 GR:Groningen#04 LI:Limburg#05 OV:Overijssel#15 FL:Flevoland#16",
  BE: "VLG:Flanders=vlaanderen=flemish region WAL:Wallonia=wallonie BRU:Brussels Capital=brussels capital region",
  PL: "MZ:Masovian=mazowieckie=masovia#78 MA:Lesser Poland=malopolskie#77 DS:Lower Silesian=dolnoslaskie#72 PM:Pomeranian=pomorskie#82 WP:Greater Poland=wielkopolskie#86 SL:Silesian=slaskie#83 LD:Lodz Voivodeship=lodzkie#74",
  PT: "LIS:Lisbon District=distrito de lisboa=lisbon district#14 POR:Porto District=distrito do porto=porto district#17",
  SE: "STO:Stockholm County=stockholms lan#26 VGR:Västra Götaland=vastra gotaland county#28 SKA:Skåne=skane county=scania#27",
  DK: "H:Capital Region of Denmark=capital region=hovedstaden#17",
  BR: "SP:São Paulo=estado de sao paulo#27 RJ:Rio de Janeiro#21 MG:Minas Gerais#15 RS:Rio Grande do Sul#23 PR:Paraná#18 SC:Santa Catarina#26 BA:Bahia#05 PE:Pernambuco#30 CE:Ceará#06 DF:Federal District=distrito federal#07",
  MX: "CDMX:Mexico City=distrito federal#09 JAL:Jalisco#14 NL:Nuevo León=n l#19 QRO:Querétaro#22 MEX:State of Mexico=estado de mexico#15 CHIH:Chihuahua#06 BC:Baja California#02 PUE:Puebla#21 GTO:Guanajuato#11 YUC:Yucatán#31",
  IL: "TA:Tel Aviv District=tel aviv#05 M:Central District=center district#02 HA:Haifa District=haifa#04 JM:Jerusalem District=jerusalem#06",
  PH: "NCR:Metro Manila=national capital region",
  JP: "TYO:Tokyo=tokyo to#40 OSK:Osaka=osaka prefecture#32 KNG:Kanagawa#19",
  ZA: "GP:Gauteng#06 WC:Western Cape#11 KZN:KwaZulu-Natal#02",
  NZ: "AUK:Auckland#E7 WGN:Wellington#G2 CAN:Canterbury#E9",
  IE: "L:Leinster M:Munster",
  CN: "BJ:Beijing#22 SH:Shanghai#23 GD:Guangdong#30 ZJ:Zhejiang#02 JS:Jiangsu#04 SC:Sichuan#32",
};

export interface Subdivision {
  country: string;
  /** The code in use: "CA", "BY", "NSW". */
  code: string;
  name: string;
  /** GeoNames admin1 code, as in the gazetteer. */
  adminCode: string;
}

interface SubdivisionTables {
  byName: Map<string, Subdivision[]>;
  byCode: Map<string, Subdivision[]>;
  byAdminCode: Map<string, Subdivision>;
}
let tables: SubdivisionTables | undefined;

/** Takes a `placeKey`. "georgia" is a US state here; the country stands in countries.ts. */
export function subdivisionsByName(key: string): readonly Subdivision[] {
  return load().byName.get(key) ?? [];
}

/** Takes an upper-case code: "CA" → California, "WA" → Washington and Western Australia. */
export function subdivisionsByCode(code: string): readonly Subdivision[] {
  return load().byCode.get(code) ?? [];
}

export function subdivisionOf(country: string, adminCode: string): Subdivision | undefined {
  return load().byAdminCode.get(`${country}.${adminCode}`);
}

function load(): SubdivisionTables {
  if (tables) return tables;
  tables = { byName: new Map(), byCode: new Map(), byAdminCode: new Map() };
  for (const [country, data] of Object.entries(DATA)) {
    for (const entry of data.split(/ (?=[A-ZÖ]{1,4}:)/)) {
      const [, code = "", names = "", admin] = /^([A-ZÖ]+):([^#]+)(?:#(.+))?$/.exec(entry) ?? [];
      const [name = "", ...others] = names.split("=");
      const subdivision = { country, code, name, adminCode: admin ?? code };
      for (const key of new Set([name, ...others].map(placeKey))) push(tables.byName, key, subdivision);
      push(tables.byCode, code, subdivision);
      tables.byAdminCode.set(`${country}.${subdivision.adminCode}`, subdivision);
    }
  }
  return tables;
}

function push(map: Map<string, Subdivision[]>, key: string, value: Subdivision): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}
