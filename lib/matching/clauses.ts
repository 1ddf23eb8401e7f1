import type { Clause } from "@/db/schema/shapes";
import { educationClauses } from "./clauses-education";
import { languageClauses } from "./clauses-language";
import { placeClauses } from "./clauses-place";
import { countriesIn } from "./countries-in-text";
import type { Unit } from "./posting-units";
import { yearsIn } from "./years";

/** What a reader of one sentence hands back; the span is always the whole sentence. */
export type Reading = Pick<Clause, "kind" | "value" | "isHard">;

const MAX_CLAUSES = 60;
const MAX_QUOTE = 1000;
/** A paragraph without sentences says too many things at once to close a door. */
const MAX_HARD = 600;
const WISH =
  /\b(?:preferred|preferably|ideally|nice[- ]to[- ]have|(?:is|are|would be|as) an? (?:big |strong |huge )?(?:plus|bonus|advantage|asset)|a plus|bonus|desirable|desired|beneficial|advantageous|optional|appreciated|von vorteil|wünschenswert|idealerweise|would be (?:great|nice|ideal)|not required|not necessary|nicht erforderlich)\b/i;

/** Every clause of a posting that may rule a person out, each with the sentence that says so. */
export function readClauses(units: readonly Unit[]): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  for (const unit of units) {
    if (unit.section === "boilerplate" && !CONDITIONS.test(unit.text)) continue;
    if (unit.text.endsWith("?")) continue;
    for (const { kind, value, isHard } of readingsOf(unit)) {
      const key = `${kind} ${value} ${unit.start}`;
      if (seen.has(key) || clauses.length >= MAX_CLAUSES) continue;
      seen.add(key);
      const quote = unit.text.slice(0, MAX_QUOTE);
      clauses.push({
        kind,
        value: value.slice(0, 120),
        isHard: isHard && !isWish(kind, unit) && unit.text.length <= MAX_HARD,
        span: { start: unit.start, end: unit.start + quote.length, quote },
      });
    }
  }
  return clauses;
}

/** Nobody puts a legal condition among the wishes: below "Nice to have" it only stands because the heading was the last. */
const CONDITION_KINDS = new Set<Clause["kind"]>([
  "work_authorization",
  "sponsorship",
  "citizenship",
  "clearance",
  "remote_country",
]);

function isWish(kind: Clause["kind"], { text, section }: Unit): boolean {
  const isBelowWishes =
    section === "nice" && !(CONDITION_KINDS.has(kind) && /\b(?:must|required|only|cannot|not|no)\b/i.test(text));
  // Languages tell wish from demand word by word: "Fluent English; German is a plus".
  return isBelowWishes || (kind !== "language" && WISH.test(text));
}

/** Equal-opportunity text speaks of citizenship and visas without asking for any. */
const CONDITIONS =
  /sponsor|clearance|must be (?:authori[sz]ed|legally|eligible|a (?:u\.?s|citizen))|without sponsorship|e-verify.*authori/i;

function readingsOf(unit: Unit): Reading[] {
  const text = unit.text;
  return [
    ...sponsorship(text),
    ...workAuthorization(text),
    ...citizenship(text),
    ...clearance(text),
    ...placeClauses(text, unit.section === "benefits"),
    ...(unit.section === "benefits" ? [] : employmentType(text)),
    ...(unit.section === "benefits" || unit.section === "about" ? [] : languageClauses(text)),
    ...(unit.section === "benefits" || unit.section === "about" ? [] : educationClauses(unit)),
    ...(unit.section === "benefits" || unit.section === "about" ? [] : years(unit)),
  ];
}

const NO_SPONSOR =
  /\b(?:no|not|unable|cannot|can['’]?t|don['’]?t|doesn['’]?t|won['’]?t|without|isn['’]?t|aren['’]?t|nor|neither|kein\w*)\b[^.;]{0,90}\b(?:visa |immigration |employment )?sponsor(?:ship|ing|ed)?\b|\bsponsorship\b[^.;]{0,40}\b(?:not|unavailable|isn['’]?t)\b|\b(?:no|kein\w*) (?:visa|visum)[^.;]{0,40}\b(?:support|sponsor\w*|unterst\w+)|not (?:able|eligible) [^.;]{0,40}\bvisa/i;
const YES_SPONSOR =
  /\b(?:visa|h-?1b|immigration) sponsorship\b(?![^.;]{0,40}\bnot\b)|\bvisa sponsor\b|\b(?:we|will|can|do|to|able to|consider|company|happy to)\b[^.;]{0,40}\bsponsor(?:ing|s)?\b|\bsponsorship (?:is )?(?:available|provided|offered|possible)|\bvisa (?:support|assistance|application|help)\b|\b(?:support|help|assist)\w*\b[^.;]{0,40}\b(?:visa|work permit|visum)\b|blue card/i;

function sponsorship(text: string): Reading[] {
  if (!/sponsor|visa|visum|blue card|work permit/i.test(text)) return [];
  if (NO_SPONSOR.test(text)) return [{ kind: "sponsorship", value: "no", isHard: true }];
  return YES_SPONSOR.test(text) ? [{ kind: "sponsorship", value: "yes", isHard: false }] : [];
}

const MAY_WORK =
  /\b(?:authori[sz](?:ed|ation)|eligible|eligibility|permit(?:ted)?|permission|legally (?:able|allowed|entitled|authori[sz]ed)|entitled|unrestricted)\b[^.;]{0,60}\bwork(?:ing)?\b|\brights? (?:to|of) (?:live and |residence and )?work\b|\bwork (?:authori[sz]ation|permit|eligibility|rights?)\b|arbeitserlaubnis|arbeitsgenehmigung|aufenthaltstitel/i;
const HELPED =
  /\b(?:regardless|(?:help|support|assist|provide|offer|sponsor|handle)\w*|take care)\b[^.;]{0,60}\b(?:permit|authori[sz]ation|visa)/i;

function workAuthorization(text: string): Reading[] {
  if (!MAY_WORK.test(text) || HELPED.test(text)) return [];
  if (/eligible (?:to work|for) (?:remote|flexible|from home)/i.test(text)) return [];
  if (
    /responsib|implement|design|authentication|\bapi\b/i.test(text) &&
    !/\b(?:must|required|you (?:have|hold|are)|candidates?|applicants?)\b/i.test(text)
  )
    return [];
  return [{ kind: "work_authorization", value: countriesIn(text).join(",") || "local", isHard: true }];
}

const CITIZEN =
  /\bcitizens?(?:hip)?\b|\bu\.?s\.? persons?\b|\bstaatsangehörig\w*|\bstaatsbürger\w*|\b(?:nationals|passport holders?)\b/i;

function citizenship(text: string): Reading[] {
  if (!CITIZEN.test(text)) return [];
  if (
    /regardless|without regard|digital citizens?|first[- ]class citizen|corporate citizen|good citizen|citizen (?:developer|data|services?|experience)/i.test(
      text,
    )
  )
    return [];
  if (
    !/\b(?:must|required|requires?|only|need|limited to|restricted|be an?|are an?|proof of|erforderlich|u\.?s\.? persons?|hold)\b/i.test(
      text,
    )
  )
    return [];
  const countries = countriesIn(text, { demonyms: true });
  return [{ kind: "citizenship", value: countries.join(",") || "local", isHard: true }];
}

const CLEARANCE =
  /\b(?:security|government|secret|dv|sc|nato|dod|active|public trust) clearance\b|\bclearance\b[^.;]{0,30}\b(?:required|level|eligib|active|obtain|hold)|\bts\/sci\b|\btop secret\b|\b(?:dv|sc)[- ]cleared\b|\bpolygraph\b|\bsicherheitsüberprüfung\b|\bpublic trust\b|\bobtain\b[^.;]{0,40}\bclearance\b/i;

function clearance(text: string): Reading[] {
  if (!CLEARANCE.test(text)) return [];
  const isUs = /ts\/sci|top secret|\bsecret\b|dod|public trust|polygraph|\bu\.?s\.?\b/i.test(text);
  const isUk = /\b(?:dv|sc)[- ]?clear|\buk\b/i.test(text);
  const canBeObtained = /\b(?:obtain|eligible|eligibility|ability|able|willing|gain|undergo|apply for)\b/i.test(text);
  return [{ kind: "clearance", value: isUk ? "GB" : isUs ? "US" : "any", isHard: !canBeObtained }];
}

const TYPES: [string, RegExp][] = [
  ["internship", /\b(?:this is an?|as an?|our|the)\b[^.;]{0,30}\binternship\b|\bpraktikum\b|werkstudent/i],
  [
    "part_time",
    /\b(?:this is an?|as an?|position is|role is|employment:?|type:?)\b[^.;]{0,30}\bpart[- ]time\b|\bin teilzeit\b(?! (?:oder|möglich))|\bpart[- ]time (?:only|position|role|contract)\b/i,
  ],
  [
    "contract",
    /\b\d+[- ]?(?:month|week|mo)s?[- ](?:\w+ )?contract\b|\bcontract (?:role|position|basis|to hire|duration|length)\b|\bfreelanc(?:e|er) (?:role|position|basis|contract|project)\b|\b(?:1099|c2c|corp[- ]to[- ]corp|b2b contract|contract[- ]to[- ]hire|independent contractor)\b|\bfreiberuflich\b/i,
  ],
  ["temporary", /\b(?:fixed[- ]term|temporary (?:position|role|contract)|maternity cover|befristet\w*)\b/i],
  [
    "full_time",
    /\b(?:this is an?|full[- ]time (?:position|role|job|employment|only)|permanent (?:position|role|contract)|in vollzeit|festanstellung|unbefristet\w*)\b/i,
  ],
];

function employmentType(text: string): Reading[] {
  if (text.length > 400) return [];
  const found = TYPES.filter(
    ([value, pattern]) =>
      pattern.test(text) &&
      (value !== "full_time" || /full[- ]time|permanent|vollzeit|festanstellung|unbefristet/i.test(text)),
  );
  const values = found
    .map(([value]) => value)
    .filter((value, _, all) => !(value === "temporary" && all.includes("contract")));
  // "unbefristet" contains "befristet"; only the former is meant.
  const kept = /unbefristet/i.test(text) ? values.filter((value) => value !== "temporary") : values;
  return kept.length === 0 ? [] : [{ kind: "employment_type", value: kept.join("|"), isHard: true }];
}

function years(unit: Unit): Reading[] {
  const isAsked =
    unit.section === "must" ||
    /\b(?:must|required?|minimum|at least|need|mindestens|you (?:have|bring)|with|looking for)\b|\+/i.test(unit.text);
  if (!isAsked) return [];
  return yearsIn(unit.text).map(({ min, max }) => ({
    kind: "years",
    value: max === undefined ? String(min) : `${min}-${max}`,
    isHard: true,
  }));
}
