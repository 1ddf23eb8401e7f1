import type { Place, SearchCriteria } from "@/db/schema/shapes";
import type { EmploymentType, Workplace } from "@/db/schema/vocabulary";
import { coversCountry, distanceKm, findPlace } from "@/lib/places/places";
import type { NormalizedPosting } from "./normalized";
import { hasPhrase, wordsOf } from "./words";

/** `reason` quotes the rule that dropped a posting; `note` says what a kept one does not state. */
export type Verdict = { keep: true; note?: string } | { keep: false; reason: string };

type Judge = (posting: NormalizedPosting) => Verdict;

/** A reason names so many of the words asked for. */
const MAX_NAMED = 4;
const KEEP: Verdict = { keep: true };
/** A posting within so many kilometers of a wanted city is in it. */
const NEARBY_KM = 50;

/** Prepares criteria once for any number of postings. What a posting does not state never drops it; it is noted instead. */
export function createFilter(criteria: SearchCriteria, now: Date): Judge {
  const rules = [
    excludeRule(criteria.excludeWords),
    keywordRule(criteria.keywords),
    workplaceRule(criteria.workplaces),
    locationRule(criteria.locations),
    employmentRule(criteria.employmentTypes),
    ageRule(criteria.postedWithinDays, now),
  ].filter((rule) => rule !== undefined);
  return (posting) => {
    const notes: string[] = [];
    for (const rule of rules) {
      const verdict = rule(posting);
      if (!verdict.keep) return verdict;
      if (verdict.note) notes.push(verdict.note);
    }
    return notes.length > 0 ? { keep: true, note: `Kept: ${notes.join(", ")}` } : KEEP;
  };
}

function excludeRule(entries: string[]): Judge | undefined {
  const phrases = phrasesOf(entries);
  if (phrases.length === 0) return undefined;
  return ({ title }) => {
    const words = wordsOf(title);
    const hit = phrases.find(({ words: phrase }) => hasPhrase(words, phrase));
    return hit ? { keep: false, reason: `The title contains the excluded word “${hit.text}”` } : KEEP;
  };
}

function keywordRule(entries: string[]): Judge | undefined {
  const phrases = phrasesOf(entries);
  if (phrases.length === 0) return undefined;
  const named = phrases.slice(0, MAX_NAMED).map(({ text }) => `“${text}”`);
  const others = phrases.length - named.length;
  const wanted = `${named.join(", ")}${others > 0 ? ` nor ${others} more` : ""}`;
  return ({ title, descriptionText }) => {
    const words = new Set(wordsOf(title));
    if (phrases.some(({ words: phrase }) => phrase.every((word) => words.has(word)))) return KEEP;
    const text = wordsOf(descriptionText);
    if (phrases.some(({ words: phrase }) => hasPhrase(text, phrase))) return KEEP;
    return { keep: false, reason: `Neither title nor text contains ${wanted}` };
  };
}

function workplaceRule(wanted: Workplace[]): Judge | undefined {
  if (wanted.length === 0) return undefined;
  return ({ workplace }) => {
    if (wanted.includes(workplace)) return KEEP;
    if (workplace === "unknown") return { keep: true, note: "workplace not stated" };
    return {
      keep: false,
      reason: `The workplace is ${WORKPLACE[workplace]}; you asked for ${wanted.map((one) => WORKPLACE[one]).join(" or ")}`,
    };
  };
}

function employmentRule(wanted: EmploymentType[]): Judge | undefined {
  if (wanted.length === 0) return undefined;
  return ({ employmentType }) => {
    if (!employmentType || wanted.includes(employmentType)) return KEEP;
    const label = (type: EmploymentType) => type.replaceAll("_", "-");
    return {
      keep: false,
      reason: `The employment type is ${label(employmentType)}; you asked for ${wanted.map(label).join(" or ")}`,
    };
  };
}

function ageRule(days: number | undefined, now: Date): Judge | undefined {
  if (days === undefined) return undefined;
  return ({ postedAt }) => {
    if (!postedAt) return { keep: true, note: "date not stated" };
    const age = Math.floor((now.getTime() - postedAt.getTime()) / 86_400_000);
    return age <= days ? KEEP : { keep: false, reason: `Posted ${age} days ago; you asked for at most ${days}` };
  };
}

function locationRule(entries: string[]): Judge | undefined {
  const wanted = phrasesOf(entries).map((phrase) => ({ ...phrase, place: findPlace(phrase.text) }));
  if (wanted.length === 0) return undefined;
  const names = wanted.map(({ text }) => `“${text}”`).join(" or ");
  return (posting) => {
    const words = wordsOf(posting.locationText);
    const known = posting.places.filter(({ scope }) => scope !== "unknown");
    let note: string | undefined;
    for (const { text, words: phrase, place } of wanted) {
      if (hasPhrase(words, phrase)) return KEEP;
      if (REMOTE.test(text) && posting.workplace === "remote") return KEEP;
      for (const there of place ? known : []) {
        const answer = covers(there, place as Place, posting.workplace === "remote");
        if (answer === "yes") return KEEP;
        if (answer === "maybe") note = `the place is given only as ${there.text}`;
      }
    }
    if (known.length === 0) note = posting.workplace === "remote" ? "remote, country not stated" : "location unknown";
    else if (wanted.some(({ place, text }) => !place && !REMOTE.test(text))) note ??= "location could not be compared";
    if (note) return { keep: true, note };
    return { keep: false, reason: `The place is ${posting.locationText || known[0]?.text}; you asked for ${names}` };
  };
}

/** Whether a job at `there` can be had by somebody who asked for `wanted`; "maybe" when the board was too vague to say. */
function covers(there: Place, wanted: Place, isRemote: boolean): "yes" | "no" | "maybe" {
  if (there.scope === "worldwide" || wanted.scope === "worldwide") return "yes";
  if (there.scope === "continent") {
    const isThere = wanted.country ? coversCountry([there], wanted.country) : undefined;
    return isThere === false ? "no" : isThere && isRemote ? "yes" : "maybe";
  }
  if (wanted.scope === "continent") {
    const isThere = there.country ? coversCountry([wanted], there.country) : undefined;
    return isThere === undefined ? "maybe" : isThere ? "yes" : "no";
  }
  if (there.country !== wanted.country) return "no";
  if (wanted.scope === "country") return "yes";
  if (there.scope === "country") return isRemote ? "yes" : "maybe";
  if (wanted.scope === "region" || there.scope === "region") {
    if (there.region === wanted.region) return wanted.scope === "region" || isRemote ? "yes" : "maybe";
    return there.region && wanted.region ? "no" : "maybe";
  }
  if (there.city === wanted.city) return "yes";
  const distance = distanceKm(there, wanted);
  return distance !== undefined && distance <= NEARBY_KM ? "yes" : "no";
}

const REMOTE = /^(fully )?remote$/i;

/** Blank entries are no rule at all: one would match everything. */
function phrasesOf(entries: string[]) {
  return entries.map((text) => ({ text: text.trim(), words: wordsOf(text) })).filter(({ words }) => words.length > 0);
}

const WORKPLACE: Record<Workplace, string> = {
  remote: "remote",
  hybrid: "hybrid",
  onsite: "on-site",
  unknown: "not stated",
};
