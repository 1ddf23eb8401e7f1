import { SENIORITIES } from "@/db/schema/vocabulary";
import { findSkills, getSkill } from "@/lib/matching/skills";
import { ABSENT, analysisOf, loadPostings, scoreCv } from "./pairs";
import { type EvalReport, shareRow } from "./stats";
import { type Cv, type MadePosting, makeCvs, type Section } from "./synthetic";
import { createRandom } from "./synthetic-words";

const CASES = 500;

interface Case {
  cv: Cv;
  posting: MadePosting;
  seed: number;
}

/** Whether a property holds; undefined when the case does not offer what the property changes. */
type Property = (one: Case) => boolean | undefined;

/**
 * matching.md P6c: what must not change a score, and what must. No labels, so nobody can be wrong about them. CVs are
 * made up (32, eight families, four levels); postings are 205 real ones of two employers and 205 made up.
 */
export async function run(): Promise<EvalReport> {
  const name = "P6c metamorphic properties (made-up CVs; real and made-up postings)";
  const postings = loadPostings();
  if (!postings) return { name, notRun: ABSENT };
  const cvs = makeCvs(32, 11);
  const rows = Object.entries(PROPERTIES).map(([property, holds], index) => {
    const results = casesFor(cvs, postings, holds, index + 1);
    return shareRow(property, results, (result) => result, ">= 0.99");
  });
  const worst = rows.reduce((least, row) => (row.value < least.value ? row : least));
  return { name, rows: [...rows, { ...worst, metric: `worst: ${worst.metric}` }] };
}

/** Draws pairs until enough of them offer what the property needs. */
function casesFor(cvs: Cv[], postings: MadePosting[], holds: Property, seed: number): boolean[] {
  const random = createRandom(seed);
  const results: boolean[] = [];
  for (let tries = 0; tries < CASES * 12 && results.length < CASES; tries++) {
    const result = holds({ cv: random.pick(cvs), posting: random.pick(postings), seed: random.int(1e9) });
    if (result !== undefined) results.push(result);
  }
  return results;
}

const BOILERPLATE = `

Benefits
- Health insurance and a pension plan
- 30 days of paid vacation, a Python course and a MacBook

We are an equal opportunity employer. All applicants are considered without regard to race, religion, gender identity, citizenship or disability.
We provide reasonable accommodations during the application process.`;
const HOBBIES: Section = {
  kind: "hobby",
  title: "Interests",
  text: "Climbing, baking bread, chess in the park and long walks with the dog.",
};

export const PROPERTIES: Record<string, Property> = {
  "another alias in the CV changes at most 1 point": ({ cv, posting, seed }) => {
    const swapped = swapAlias(cv, seed);
    return swapped && Math.abs(score(swapped, posting) - score(cv, posting)) <= 1;
  },
  "other order of sections changes nothing": ({ cv, posting }) =>
    score({ ...cv, sections: [...cv.sections].reverse() }, posting) === score(cv, posting),
  "boilerplate in the posting changes at most 1 point": ({ cv, posting }) =>
    Math.abs(score(cv, { ...posting, text: posting.text + BOILERPLATE }) - score(cv, posting)) <= 1,
  "hobbies in the CV change at most 1 point": ({ cv, posting }) =>
    Math.abs(score({ ...cv, sections: [...cv.sections, HOBBIES] }, posting) - score(cv, posting)) <= 1,
  "a required skill removed lowers the score": ({ cv, posting, seed }) => {
    const skillId = pickRequirement(cv, posting, seed, true);
    const without = skillId && removeSkill(cv, skillId);
    return without ? score(without, posting) < score(cv, posting) : undefined;
  },
  "a missing required skill added raises the score": ({ cv, posting, seed }) => {
    const skillId = pickRequirement(cv, posting, seed, false);
    return skillId === undefined ? undefined : score(addSkill(cv, skillId), posting) > score(cv, posting);
  },
  "the posting pasted into the CV gains at most 10 points": ({ cv, posting }) =>
    score(paste(cv, posting), posting) - score(cv, posting) <= 10,
  "a skill shown in a role is worth no less than in a list": ({ cv, posting, seed }) => {
    const skillId = pickRequirement(cv, posting, seed, false);
    if (skillId === undefined) return undefined;
    return score(addSkill(cv, skillId), posting) >= score(listSkill(cv, skillId), posting);
  },
  "fewer years against the years asked are never better": ({ cv, posting }) => {
    const { minYears } = analysisOf(posting);
    if (minYears === undefined) return undefined;
    const held = [minYears, minYears * 0.75, minYears * 0.5, 0].map((years) => score({ ...cv, years }, posting));
    return isFalling(held);
  },
  "a level further away is never better": ({ cv, posting }) => {
    const { seniority } = analysisOf(posting);
    if (seniority === undefined) return undefined;
    const rung = SENIORITIES.indexOf(seniority);
    const up = SENIORITIES.slice(rung).map((level) => score({ ...cv, seniority: level }, posting));
    const down = SENIORITIES.slice(0, rung + 1)
      .reverse()
      .map((level) => score({ ...cv, seniority: level }, posting));
    return isFalling(up) && isFalling(down);
  },
  "a failed gate is never above its passing twin": ({ cv, posting }) => {
    const gated = { ...posting, text: `${posting.text}\n\nYou must be authorized to work in Canada.` };
    const passing = scoreCv(cv, gated, { workCountries: ["CA"] });
    const failing = scoreCv(cv, gated, { workCountries: ["DE"] });
    return failing.score <= passing.score && !failing.isEligible;
  },
  "the same input gives the same result": ({ cv, posting }) =>
    JSON.stringify(scoreCv(cv, posting)) === JSON.stringify(scoreCv(structuredClone(cv), { ...posting })),
  "another name and pronoun change nothing": ({ cv, posting }) => {
    const named = (who: string): Cv => ({
      ...cv,
      sections: [{ kind: "head", title: who, text: `Contact: ${who}` }, ...cv.sections],
    });
    return score(named("Maria Rossi, she/her"), posting) === score(named("Peter Novak, he/him"), posting);
  },
};

/** The points before a gate caps them: a cap would hide what the property looks at. */
function score(cv: Cv, posting: MadePosting): number {
  const { score: capped, detail } = scoreCv(cv, posting);
  return detail.cappedFrom ?? capped;
}

function isFalling(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value <= (values[index - 1] as number));
}

/** A required skill the CV holds for sure (nothing else implies it or is near it), or one it lacks altogether. */
function pickRequirement(cv: Cv, posting: MadePosting, seed: number, isHeld: boolean): string | undefined {
  const { requirements } = scoreCv(cv, posting).detail;
  const singles = analysisOf(posting)
    .requirements.map(({ anyOf, strength }, index) => ({ anyOf, strength, match: requirements[index] }))
    .filter(({ anyOf, strength }) => anyOf.length === 1 && strength === "must");
  const held = new Set(
    cv.sections.flatMap(({ text, title }) => findSkills(`${title}\n${text}`)).map(({ skillId }) => skillId),
  );
  const fitting = singles.filter(({ anyOf, match }) => {
    const id = anyOf[0] as string;
    if (!isHeld) return match?.credit === "missing" && getSkill(id) !== undefined;
    return match?.credit === "exact" && ![...held].some((other) => other !== id && reaches(other, id));
  });
  return fitting.length === 0 ? undefined : fitting[seed % fitting.length]?.anyOf[0];
}

/** Whether knowing one skill earns anything for the other. */
function reaches(from: string, to: string): boolean {
  const skill = getSkill(from);
  if (!skill) return false;
  if (skill.related.has(to) || getSkill(to)?.related.has(from)) return true;
  return skill.implies.includes(to) || skill.implies.some((next) => getSkill(next)?.implies.includes(to));
}

function mapTexts(cv: Cv, change: (text: string) => string): Cv {
  return { ...cv, sections: cv.sections.map((section) => ({ ...section, text: change(section.text) })) };
}

function removeSkill(cv: Cv, skillId: string): Cv | undefined {
  const without = mapTexts(cv, (text) => {
    let kept = text;
    for (const mention of findSkills(text).reverse()) {
      if (mention.skillId === skillId) kept = `${kept.slice(0, mention.start)}it${kept.slice(mention.end)}`;
    }
    return kept;
  });
  // A title may name the skill as well; such a case says nothing.
  return without.sections.some(({ text }) => findSkills(text).some((one) => one.skillId === skillId))
    ? undefined
    : without;
}

/** The spelling of a skill that is found wherever it stands. */
function plainName(skillId: string): string {
  const skill = getSkill(skillId);
  return skill?.aliases.find(({ needsContext }) => !needsContext)?.text ?? skill?.name ?? skillId;
}

function addSkill(cv: Cv, skillId: string): Cv {
  const line = `\n- Built and ran a service with ${plainName(skillId)}.`;
  const index = cv.sections.findIndex(({ kind }) => kind === "role");
  return {
    ...cv,
    sections: cv.sections.map((section, i) => (i === index ? { ...section, text: section.text + line } : section)),
  };
}

function listSkill(cv: Cv, skillId: string): Cv {
  const line = `\n- ${plainName(skillId)}`;
  return {
    ...cv,
    sections: cv.sections.map((section) =>
      section.kind === "list" ? { ...section, text: section.text + line } : section,
    ),
  };
}

function paste(cv: Cv, posting: MadePosting): Cv {
  return {
    ...cv,
    sections: [...cv.sections, { kind: "paste", title: "Experience", text: `${posting.title}\n${posting.text}` }],
  };
}

/** Writes one skill of the CV in another of its spellings, everywhere. */
function swapAlias(cv: Cv, seed: number): Cv | undefined {
  const random = createRandom(seed);
  const mentions = cv.sections.flatMap(({ text }) => findSkills(text));
  if (mentions.length === 0) return undefined;
  const { skillId, quote } = random.pick(mentions);
  const others = (getSkill(skillId)?.aliases ?? []).filter(
    ({ text, needsContext }) => !needsContext && text.toLowerCase() !== quote.toLowerCase(),
  );
  if (others.length === 0) return undefined;
  const other = random.pick(others).text;
  return mapTexts(cv, (text) => text.replaceAll(quote, other));
}
