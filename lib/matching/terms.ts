import { tokenize } from "./tokens";

const STOP_WORDS = new Set(
  `about above across after again against along also although always among another around based because become been
  before being below best better between both bring build building business candidate candidates clear close company
  could create customer customers deliver description develop developer developers development does doing done down each
  either engineer engineering engineers environment even ever every experience experienced fast feel first from further
  full give good great grow growing growth have having help here high highly ideal impact include including into join
  just keep know knowledge large lead learn level like looking love made make making many maybe more most much must need
  needs never next ongoing only open opportunity other others over part people plus position product products provide
  quality really related required requirements responsibilities responsible right role same senior should show similar
  since skills small software solid solution solutions some something strong such support sure take team teams tech
  technical technologies technology than that their them then there these they thing things this those through time
  today together tools type understanding understand until upon used user users using various very want well were what
  when where whether which while will with within without work working world would write year years your you're we're
  yourself ability able ensure design designing drive environments excellent field hands hiring understanding used using
  und oder der die das den dem des ein eine einer einen einem mit für von auf aus bei nach über unter wir ihr sie dein
  deine deiner unsere unser unserem werden sind haben sowie auch als zum zur nicht dass sich durch kann können arbeit
  erfahrung kenntnisse aufgaben team bereich entwicklung`.split(/\s+/),
);

/** Lower-case words of four letters or more that carry meaning, plural s removed. Ranges in `skip` are left out; they count from `offset`. */
export function informativeTerms(
  text: string,
  skip: readonly { start: number; end: number }[] = [],
  offset = 0,
): string[] {
  const terms: string[] = [];
  let next = 0;
  for (const { lower, start: inText, end: inTextEnd } of tokenize(text)) {
    const start = inText + offset;
    const end = inTextEnd + offset;
    while ((skip[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if ((skip[next]?.start ?? Number.POSITIVE_INFINITY) < end) continue;
    if (lower.length < 4 || lower.length > 40 || STOP_WORDS.has(lower) || /\d/.test(lower)) continue;
    terms.push(stem(lower));
  }
  return terms;
}

/** The most frequent terms, at most `limit`; ties in order of appearance. */
export function topTerms(terms: readonly string[], limit: number): string[] {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([term]) => term);
}

function stem(word: string): string {
  if (word.endsWith("ies") && word.length > 5) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
