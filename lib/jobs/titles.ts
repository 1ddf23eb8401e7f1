import type { Place } from "@/db/schema/shapes";
import type { Seniority } from "@/db/schema/vocabulary";
import { fold, oneLine } from "./text";

/** As shown: one line, nothing taken away. */
export function cleanTitle(title: string): string {
  return oneLine(title, 300);
}

const GENDER_MARK =
  /[([]?\b(?:[mwfdxi]\s?[/|*,]\s?){1,3}(?:[mwfdxi]|div(?:ers)?|gn|all genders?)\b\.?[)\]]?|[([]\s*(?:all genders?|gn|h\/f|f\/h|e)\s*[)\]]/g;
const WORKPLACE_MARK =
  /[\s\-–—|,/(]+(?:100 ?% |fully |full )?(?:remote(?: ok| first| friendly| only| position| job)?|hybrid|on ?site|in office|wfh|work from home|home ?office)[\s)\]]*$/;

/**
 * Comparison key of a title. Words in brackets count ("iOS" and "Android" are two jobs); only marks that say nothing about
 * the work go: "(m/w/d)", a trailing "- Remote", and a trailing place that the posting names as its place anyway.
 */
export function titleKey(title: string, places: readonly Place[] = []): string {
  let key = fold(title).replace(GENDER_MARK, " ");
  for (let before = ""; before !== key; ) {
    before = key;
    key = withoutTrailingPlace(key.replace(WORKPLACE_MARK, ""), places).trim();
  }
  return key
    .replace(/\bsr\b\.?/g, "senior")
    .replace(/\bjr\b\.?/g, "junior")
    .replace(/[^\p{L}\p{N}+#.]+/gu, " ")
    .replace(/(?<![\p{L}\p{N}])\.+(?![\p{L}\p{N}])|\.(?=\s|$)/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutTrailingPlace(title: string, places: readonly Place[]): string {
  const tail = /^(.*\S)\s*(?:\s[-–—|]\s|,\s|[([])\s*([^()[\]|]+?)[\s)\]]*$/.exec(title);
  const [, head, last] = tail ?? [];
  if (head === undefined || last === undefined) return title;
  const names = places.flatMap(({ city, region, country, scope }) => [
    city,
    region,
    scope === "country" ? country : undefined,
    country === "US" ? "usa" : undefined,
    country === "GB" ? "uk" : undefined,
    country,
  ]);
  return names.some((name) => name !== undefined && fold(name) === last.trim()) ? head : title;
}

const LEVELS: readonly [Seniority, RegExp][] = [
  [
    "intern",
    /\bintern(?:ship|s)?\b(?! (?:program|coordinator|manager|recruit))|\b(?:praktik(?:um|ant(?:in)?)|pflichtpraktikum|werkstudent(?:in)?|working student|student assistant|stagiaire|alternan(?:ce|t)|apprentice(?:ship)?|azubi|auszubildende[rn]?|ausbildung|trainee|tirocinio|stagista|becari[oa]|practicas|estagi(?:o|ario)|afstudeer|stagair|co ?op)\b|^stage\b/,
  ],
  [
    "director",
    /\b(?:director(?! of photography)|direktor(?:in)?|directeur|directrice|direttore|head of|vp|svp|evp|avp|vice president|chief [a-z]+(?: [a-z]+)? officer|c[etfiop]o|ciso|geschaftsfuhrer(?:in)?|bereichsleit(?:er|ung|erin))\b/,
  ],
  [
    "manager",
    /\b(?:team ?lead(?:er)?|team ?leit(?:er|erin|ung)|gruppenleit(?:er|ung)|abteilungsleit(?:er|ung)|group lead|people lead|supervisor|engineering lead)\b|\b(?:leiter|leitung|leiterin)\b|\b(?:engineering|development|software|data|analytics|data science|machine learning|ml|ai|research|design|security|infrastructure|platform|devops|sre|site reliability|qa|quality assurance|test|it|technical support|support engineering|general|group product|hiring) managers?\b|^(?:senior |sr )?managers?(?=$| (?:i|ii|iii)\b|,| of | -| –)|^senior manager\b|\bmanager of (?:engineering|software|development|data)\b/,
  ],
  [
    "staff",
    /\bstaff\b(?! (?:accountant|nurse|assistant|member|development|training|augmentation))|\b(?:principal|distinguished|fellow)\b|\b(?:tech(?:nical)? lead|lead (?:software |frontend |front end |backend |back end |full ?stack |mobile |ios |android |web |data |ml |machine learning |ai |platform |devops |cloud |security |qa |test |product |ui |ux |site reliability |systems? |infrastructure |react |java |python |php |embedded |game |solutions? )*(?:engineer|developer|entwickler(?:in)?|architect|designer|scientist|programmer|sre|sdet|researcher))\b|\b(?:engineer(?:ing)?|developer|architect) lead\b/,
  ],
  ["senior", /\b(?:senior|sr|snr|senioren?|experienced|erfahrene[rn]?|confirme|sperimentato|iii)\b/],
  ["mid", /\b(?:mid|mid level|midlevel|intermediate|medior|mid weight|regular|ii)\b(?! market| office| atlantic)/],
  [
    "junior",
    /\b(?:junior|jr|entry level|entry|graduate|new grad(?:uate)?|grad|absolvent(?:in)?|berufseinsteiger(?:in)?|einsteiger|debutant|early career|(?<![&/] ?)i)\b|\bassociate (?=(?:[a-z]+ )?(?:software|engineer|developer|data|product|web|frontend|backend|devops|qa|security|designer|consultant|scientist))/,
  ],
];
const RUNGS = LEVELS.map(([level]) => level);

/** Words that hold a level word without naming one. */
const MISLEADING =
  /\b(?:(?:senior )?members? of (?:the )?technical staff|chief of staff|(?:executive |personal )?assistant (?:to|of|for) .*|staff(?:ing)? (?:of|for)\b.*|non staff|art director|creative director|funeral director|late stage|(?:business|economic|community|sales|market|partner|learning|talent|product) development managers?|(?:student|intern|graduate|early career|campus|university) (?:program(?:me)?|recruit(?:er|ing|ment)|relations)(?: manager| lead| coordinator)?)\b/g;
const RANGE =
  /\b(junior|jr|entry|mid|intermediate|medior|senior|sr|staff|principal|lead)(?: level)?\s?(?:\/|-|–|to|or|bis|oder|&|and|und)\s?(mid|intermediate|medior|senior|sr|staff|principal|lead)\b/;

const LABELS: Record<string, Seniority> = {
  internship: "intern",
  intern: "intern",
  student: "intern",
  "entry level": "junior",
  entry: "junior",
  associate: "junior",
  junior: "junior",
  beginner: "junior",
  "entry level junior": "junior",
  midweight: "mid",
  mid: "mid",
  "mid level": "mid",
  intermediate: "mid",
  "mid senior level": "mid",
  experienced: "mid",
  professional: "mid",
  senior: "senior",
  "senior level": "senior",
  expert: "senior",
  staff: "staff",
  principal: "staff",
  lead: "staff",
  manager: "manager",
  management: "manager",
  "team lead": "manager",
  supervisor: "manager",
  director: "director",
  executive: "director",
  vp: "director",
  "c level": "director",
};

/**
 * Where a title stands on the ladder; undefined when neither title nor board label says so.
 * Staff, principal, distinguished and a technical lead ("Lead Engineer", "Tech Lead") are `staff`; whoever leads people
 * ("Team Lead", "Engineering Manager") is `manager`; "Head of" and "VP" are `director`. Of a range ("Mid/Senior") the
 * lower end counts, since that is what suffices. "Product Manager" and "Member of Technical Staff" name no level.
 */
export function readSeniority(title: string, label?: string): Seniority | undefined {
  return seniorityOfTitle(title) ?? seniorityOfLabel(label);
}

function seniorityOfTitle(title: string): Seniority | undefined {
  const words = fold(title)
    .slice(0, 300)
    .replace(/[()[\].:*]+/g, " ")
    .replace(/(?<=\p{L})-(?=\p{L})/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const isSeniorMember = /\bsenior members? of (?:the )?technical staff\b/.test(words);
  const plain = words.replace(MISLEADING, " ").replace(/\s+/g, " ").trim();
  if (isSeniorMember) return "senior";
  const range = RANGE.exec(plain);
  if (range?.[1]) return firstLevel(range[1] === "lead" ? "tech lead" : range[1]);
  return firstLevel(plain);
}

function firstLevel(words: string): Seniority | undefined {
  return RUNGS[LEVELS.findIndex(([, pattern]) => pattern.test(words))];
}

function seniorityOfLabel(label: string | undefined): Seniority | undefined {
  if (label === undefined) return undefined;
  const key = fold(label)
    .slice(0, 80)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return LABELS[key] ?? firstLevel(key);
}
