import type { Workplace } from "@/db/schema/vocabulary";
import { oneLine } from "./text";

export interface WorkplaceFacts {
  /** The board's own field. */
  explicit?: Exclude<Workplace, "unknown">;
  locations: readonly string[];
  title: string;
  descriptionText: string;
}

export interface WorkplaceReading {
  workplace: Workplace;
  /** The words that decided, quoted. */
  evidence?: string;
}

const REMOTE =
  /\b(?:remote(?:ly)?|wfh|work(?:ing)? from (?:home|anywhere)|work at home|home[ -]?(?:based|office)|telecommut\w+|distributed|virtual|teletrabajo|remoto|zdaln\w+)\b|t[ée]l[ée]travail/i;
const HYBRID = /\bhybrid\w*\b/i;
const ONSITE = /\b(?:on[ -]?site|in[ -]?office|in[ -]?person|vor ort|pr[ée]sentiel|presencial)\b/i;
const NEGATED =
  /\b(?:not?|non|isn't|isn’t|never|without|cannot be|kein(?:e|en)?|nicht|pas de|sin)[ -](?:\w+[ -]){0,3}(?:remote|hybrid\w*|wfh|work from home|home ?office|t[ée]l[ée]travail)\b|\bremote(?: work)? (?:is )?(?:not|un)[ -]?(?:\w+ )?(?:available|possible|eligible|an option|offered|considered|allowed)|\b(?:remote|hybrid)\s*[:=]\s*(?:no|none|false|nein|not)\b/i;
/** "Remote" as the thing worked on. */
const SUBJECT =
  /\bremote (?:sensing|desktop|access|control(?:led)?|monitoring|support|site|sites|locations?|hands|procedure|rendering|diagnos\w+|server|device|patient|teams?|sensors?|operat\w+ cent\w+)|\bvirtual (?:reality|machine|assistant|event|care|network|agent)|\bdistributed (?:systems?|computing|database|storage|ledger|training|infrastructure|tracing|cloud|data|sql|energy|software)|\bhybrid (?:cloud|mobile|app|apps|infrastructure|vehicle|search|it)\b/gi;

/** Statements about this very position. A word alone ("experience with remote teams") never makes a job remote. */
const POSITION =
  "(?:this|the|our|your)\\s(?:is\\s(?:an?\\s)?)?(?:\\w+\\s){0,2}?(?:role|position|job|opportunity|vacancy)";
const STATEMENTS: readonly [Workplace, RegExp][] = [
  [
    "hybrid",
    new RegExp(
      `[^.!?\\n]{0,80}(?:\\bhybrid (?:work|role|position|model|setup|schedule|arrangement|job|environment|office|remote)|\\b(?:${POSITION})\\s(?:is|will be)\\s(?:\\w+\\s){0,2}hybrid|\\bwork(?:place)? (?:type|model|mode|arrangement)\\s?:\\s?hybrid|\\b(?:[1-4]|one|two|three|four|zwei|drei|2-3|3-4)(?:\\+| or more)? days?(?: (?:a|per|each|every) week)? (?:in|at|from) (?:the |our |an? )?(?:\\w+ )?office|\\b(?:[1-4]|one|two|three|four) days? (?:on[- ]?site|in[- ]office|in[- ]person)|\\b(?:[1-4]|zwei|drei) tage (?:pro woche )?(?:im büro|vor ort))[^.!?\\n]{0,80}`,
      "i",
    ),
  ],
  [
    "onsite",
    new RegExp(
      `[^.!?\\n]{0,80}(?:\\b(?:${POSITION})\\s(?:is|will be|requires?|must be)\\s(?:\\w+\\s){0,4}(?:on[- ]?site|in[- ]office|in[- ]person|office[- ]based)|\\b(?:fully|100 ?%|5 days(?: a week| per week)?|five days(?: a week| per week)?) (?:on[- ]?site|in[- ]office|in[- ]person|in (?:the|our) (?:\\w+ )?office)|\\bwork(?:place)? (?:type|model|mode|arrangement)\\s?:\\s?(?:on[- ]?site|in[- ]office)|\\bon[- ]?site (?:role|position|only|job)\\b)[^.!?\\n]{0,80}`,
      "i",
    ),
  ],
  [
    "remote",
    new RegExp(
      `[^.!?\\n]{0,80}(?:\\b(?:${POSITION})\\s(?:is|will be|can be)\\s(?:\\w+\\s){0,3}remote\\b|\\b(?:fully|100 ?%|completely|entirely)[ -]remote\\b|\\bremote[ -](?:role|position|job|opportunity|only|first (?:role|position))\\b|\\bwork(?:place)? (?:type|model|mode|arrangement)\\s?:\\s?remote|\\b(?:location|arbeitsort|standort|lieu|ubicación)\\s?:\\s?(?:fully )?remote|\\bwork (?:remotely )?from anywhere\\b|\\b(?:100 ?%|vollständig|komplett) (?:remote|home ?office)|\\bremote\\s?:\\s?(?:yes|ja|oui|true)\\b)[^.!?\\n]{0,80}`,
      "i",
    ),
  ],
];
const HINT = /remote|hybrid|on.?site|office|in.?person|from anywhere|büro|vor ort/i;
const MAX_DESCRIPTION = 30_000;

/**
 * How the work is done. The board's own field decides; then words in location and title; then a sentence of the description
 * that speaks of this position. Hybrid outweighs remote, and a refusal ("no remote") is never read as an offer.
 */
export function readWorkplace({ explicit, locations, title, descriptionText }: WorkplaceFacts): WorkplaceReading {
  if (explicit !== undefined) return { workplace: explicit, evidence: `Board field: ${explicit}` };
  for (const line of [...locations.slice(0, 20), title]) {
    const workplace = readLine(line.slice(0, 500));
    if (workplace) return { workplace, evidence: oneLine(line, 300) };
  }
  const text = descriptionText.slice(0, MAX_DESCRIPTION);
  if (!HINT.test(text)) return { workplace: "unknown" };
  let refusal: string | undefined;
  for (const sentence of sentencesOf(text)) {
    const spoken = sentence.replace(SUBJECT, " ");
    const isRefusal = NEGATED.test(spoken);
    if (isRefusal) refusal ??= sentence;
    for (const [workplace, pattern] of STATEMENTS) {
      if (isRefusal && workplace !== "onsite") continue;
      const found = pattern.exec(spoken);
      if (found) return { workplace, evidence: oneLine(sentence, 300) };
    }
  }
  return refusal ? { workplace: "unknown", evidence: oneLine(refusal, 300) } : { workplace: "unknown" };
}

function readLine(line: string): Workplace | undefined {
  const words = line.replace(SUBJECT, " ");
  const isNegated = NEGATED.test(words);
  if (!isNegated && HYBRID.test(words)) return "hybrid";
  if (!isNegated && REMOTE.test(words)) return "remote";
  return ONSITE.test(words) ? "onsite" : undefined;
}

function* sentencesOf(text: string): Generator<string> {
  for (const line of text.split("\n")) {
    if (!HINT.test(line)) continue;
    for (const sentence of line.slice(0, 4000).split(/(?<=[.!?])\s+/)) {
      if (HINT.test(sentence)) yield sentence.slice(0, 600).trim();
    }
  }
}
