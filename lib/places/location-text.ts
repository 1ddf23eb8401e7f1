/** Reads the punctuation of a location line: which words are places, and which of them belong together. */

const MAX_TEXT = 2000;
const MAX_SEGMENTS = 60;
const MAX_PARTS = 12;

const WORKPLACE =
  /\b(?:(?:100 ?%|fully|full|partially|temporarily|mostly|permanent(?:ly)?) )?(?:remote(?:ly)?(?:[ -](?:first|friendly|only|work(?:ing)?|job|position|role|ok|eligible|possible|optional|based|employees?))?|hybrid[a-z]*(?:[ -](?:remote|work|role))?|on[ -]?site|in[ -]?office|in[ -]?person|wfh|work(?:ing)? (?:from|at)[ -]home|home[ -]?(?:based|office)|telecommut(?:e|ing)|telework|distributed(?: team)?|virtual|vor ort|teletrabajo|remoto|zdalnie|praca zdalna|smart ?working|field[ -]based)\b|\bt[ée]l[ée]travail\b/gi;
const FILLER =
  /^(?:(?:anywhere|based|located|residing|living|available|candidates?|must (?:be|reside|live)|throughout|across|within|inside|commut(?:ing|able) distance|only|near|greater|multiple locations?|various(?: locations?)?|several locations|all offices|flexible(?: location)?|travel[- ]required|n\/a|tbd|location|any|field|tier \d)(?=$|[\s,:;)-])[\s,:-]*)+/i;
/** Not "IN", which is Indiana or India. */
const PREPOSITION = /^(?:[Ii]n|[Aa]t|[Oo]f|[Ff]rom|[Tt]he|[Ff]or)\s+/;
const TRAILING =
  /[\s,(]+(?:only|preferred|residents?|based|time ?zones?|hq\d?|headquarters?|head office|offices?|campus|hub|metro(?:politan)?(?: area)?|bay area|area|region|sites?|studio|warehouse|store|plant|anywhere|locations?|preferred location|eligible|\d{1,2}(?:e|er|ème)?)\)?$/i;
const OTHERS =
  /[\s,]*(?:&|\+|and|und|,)\s*(?:\d+ )?(?:other(?:s| locations?| cities)?|more(?: locations?)?|weitere(?: standorte)?|anywhere else)\s*$/i;
const POSTAL =
  /\b\d{4} [A-Z]{2}(?=\s+[A-Z][a-z]|,|$)|\b(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/g;
const EDGES = /^[\s,;:/|()[\]\-–—•·.&+]+|[\s,;:/|([\]\-–—•·&+]+$/g;

/** "Berlin; Munich or Remote (EMEA)" → ["Berlin", "Munich", "Remote (EMEA)"]. */
export function splitSegments(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .split(/[;|\n\r•·]|\s\/\s|\s(?:or|Or|OR|oder|ou|lub|bzw\.)\s/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== "")
    .slice(0, MAX_SEGMENTS);
}

/** A segment without workplace words, postal codes, office words; empty when nothing else was there. */
export function placeWords(segment: string): string {
  let words = segment.replace(WORKPLACE, " ").replace(POSTAL, " ").replace(OTHERS, "");
  for (let before = ""; before !== words; ) {
    before = words;
    words = words
      .replace(/\(\s*\)|\[\s*\]/g, " ")
      .replace(EDGES, "")
      .replace(FILLER, "")
      .replace(PREPOSITION, "");
  }
  return words.replace(/\s{2,}/g, " ");
}

/** "Zurich HQ" → "Zurich"; undefined when there is no office word to take away. */
export function withoutOfficeWord(words: string): string | undefined {
  const shorter = words
    .replace(/^(?:greater|metro|downtown|central)\s+/i, "")
    .replace(TRAILING, "")
    .replace(EDGES, "");
  return shorter === words || shorter === "" ? undefined : shorter;
}

/** Splits at commas, spaced dashes and brackets: "UK - London (Soho), W1" → ["UK", "London", "Soho", "W1"]. */
export function splitParts(words: string): string[] {
  return words
    .split(/[,()[\]:]|\s[-–—]+\s|\s[-–—]|[-–—]\s|[–—]/)
    .map((part) => part.replace(EDGES, "").replace(FILLER, "").replace(PREPOSITION, "").trim())
    .filter((part) => part !== "")
    .slice(0, MAX_PARTS);
}
