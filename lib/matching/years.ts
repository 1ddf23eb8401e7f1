const WORDS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
};
const NUMBER = `\\d{1,2}(?:\\.5)?|${Object.keys(WORDS).join("|")}`;
const YEARS = new RegExp(
  `(?<![\\d.,$€£])\\b(${NUMBER})\\s*(\\+|plus|or more)?\\s*(?:(?:-|–|—|to|bis)\\s*(${NUMBER})\\s*\\+?\\s*)?(?:\\((?:${NUMBER})\\)\\s*)?(?:or more\\s+)?(?:full\\s+)?(?:years?|yrs?|jahren?)\\b`,
  "giu",
);
const EXPERIENCE =
  /experience|experienced|working|work\b|background|track record|developing|building|engineering|programming|industry|professional|hands[- ]on|erfahrung|in (?:a|the|an)\b|with\b|of\b|using\b|as an?\b/i;
const NOT_EXPERIENCE =
  /\b(?:years? (?:ago|old|in (?:a row|business|the market))|for (?:over |more than |the (?:last|past) )?\d+ years\b(?! of)|founded|over the (?:past|last|next)|next (?:few )?|every \d|within \d|history|anniversar|vesting|contract of|fixed term|warranty|roadmap)/i;

export interface YearsAsked {
  min: number;
  max?: number;
  start: number;
  end: number;
}

/** Years of experience a sentence asks for: "5+ years", "3-5 years", "mindestens drei Jahre". Other durations are left out. */
export function yearsIn(text: string): YearsAsked[] {
  const found: YearsAsked[] = [];
  for (const match of text.matchAll(YEARS)) {
    const min = numberOf(match[1] as string);
    const max = match[3] === undefined ? undefined : numberOf(match[3]);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 70);
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    if (
      min > 25 ||
      !EXPERIENCE.test(after + before) ||
      NOT_EXPERIENCE.test(`${before}${match[0]}${after.slice(0, 18)}`)
    )
      continue;
    if (/^\s*(?:of (?:age|history|service)|old|of parental|in business)/i.test(after)) continue;
    found.push({
      min,
      ...(max !== undefined && max >= min && { max }),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

function numberOf(text: string): number {
  return WORDS[text.toLowerCase()] ?? Number(text);
}
