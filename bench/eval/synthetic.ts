import { type ProfileFacts, profileFactsSchema } from "@/db/schema/shapes";
import { findSkills } from "@/lib/matching/skills";
import { createRandom, FAMILIES, LEVELS, PRODUCTS } from "./synthetic-words";

/** CVs and postings made up for measuring: no person, no employer. Everything follows from the seed. */

export interface Section {
  kind: "head" | "role" | "education" | "list" | "hobby" | "paste";
  title: string;
  from?: string;
  to?: string;
  text: string;
}

export interface Cv {
  family: string;
  title: string;
  seniority: ProfileFacts["seniority"];
  years: number;
  sections: Section[];
}

export function makeCvs(count: number, seed: number): Cv[] {
  const random = createRandom(seed);
  const families = Object.keys(FAMILIES);
  return Array.from({ length: count }, (_, index) => {
    const family = families[index % families.length] as string;
    const { title, skills } = FAMILIES[family] as (typeof FAMILIES)[string];
    const level = LEVELS[(index >> 3) % LEVELS.length] as (typeof LEVELS)[number];
    const known = random.sample(skills, 6 + random.int(4));
    const listed = random.sample([...new Set(Object.values(FAMILIES).flatMap((one) => one.skills))], 3 + random.int(4));
    const fullTitle = `${level.prefix}${title}`;
    return {
      family,
      title: fullTitle,
      seniority: level.seniority,
      years: level.years,
      sections: [
        {
          kind: "head",
          title: "Summary",
          text: `${fullTitle} who cares about ${random.pick(PRODUCTS)} and calm releases.`,
        },
        roleOf(random, fullTitle, known.slice(0, 4), "2022-03", undefined),
        roleOf(random, title, known.slice(4), "2018-02", "2022-02"),
        { kind: "education", title: "Education", text: "Bachelor of Science in Computer Science, 2014 - 2017" },
        { kind: "list", title: "Skills", text: listed.map((skill) => `- ${skill}`).join("\n") },
      ],
    };
  });
}

function roleOf(
  random: ReturnType<typeof createRandom>,
  title: string,
  skills: string[],
  from: string,
  to: string | undefined,
): Section {
  const company = random.pick(["Northwind", "Contoso", "Fabrikam", "Tailspin", "Wingtip", "Litware"]);
  const lines = skills.map((skill) => `- Built and ran parts of ${random.pick(PRODUCTS)} with ${skill}.`);
  return { kind: "role", title: `${title}, ${company}`, from, ...(to && { to }), text: lines.join("\n") };
}

/** The text of a CV and the facts a reader of it would state; evidence takes its kind and dates from its section. */
export function renderCv(cv: Cv): { cvText: string; facts: ProfileFacts } {
  let cvText = "";
  const skills = new Map<string, ProfileFacts["skills"][number]>();
  const roles: ProfileFacts["roles"] = [];
  for (const section of cv.sections) {
    cvText += `${section.title}${section.from ? ` (${section.from} to ${section.to ?? "now"})` : ""}\n`;
    const offset = cvText.length;
    cvText += `${section.text}\n\n`;
    // The worst a reader can do with pasted text: take it for the latest role.
    const isRole = section.kind === "role" || section.kind === "paste";
    if (isRole)
      roles.push({
        title: section.kind === "paste" ? cv.title : (section.title.split(",")[0] ?? ""),
        company: "",
        isCurrent: !section.to,
        summary: section.text.slice(0, 8000),
        ...(section.from && { from: section.from }),
        ...(section.to && { to: section.to }),
      });
    for (const { skillId, name, start, end } of findSkills(section.text)) {
      const skill = skills.get(skillId) ?? { skillId, name, evidence: [], confidence: 1 };
      const kind = isRole ? "role" : section.kind === "education" ? "education" : "list";
      if (skill.evidence.length < 40) {
        skill.evidence.push({
          kind,
          where: section.title.slice(0, 300),
          span: { start: offset + start, end: offset + end },
          ...(section.from && { from: section.from }),
          ...(section.to && { to: section.to }),
        });
      }
      skills.set(skillId, skill);
    }
  }
  const facts = profileFactsSchema.parse({
    headline: cv.title,
    titles: [cv.title],
    seniority: cv.seniority,
    yearsOfExperience: cv.years,
    skills: [...skills.values()],
    roles,
    education: [{ institution: "University", level: "bachelor", to: "2017-06" }],
  });
  return { cvText, facts };
}

export interface MadePosting {
  title: string;
  text: string;
}

export function makePostings(count: number, seed: number): MadePosting[] {
  const random = createRandom(seed);
  const families = Object.values(FAMILIES);
  return Array.from({ length: count }, (_, index) => {
    const { title, skills } = families[index % families.length] as (typeof families)[number];
    const level = random.pick(LEVELS);
    const [must, nice] = [random.sample(skills, 4 + random.int(4)), random.sample(skills, 2)];
    return {
      title: `${level.prefix}${title}`,
      text: [
        `We build ${random.pick(PRODUCTS)} and look for company.`,
        "",
        "What you will do",
        "",
        `- Own ${random.pick(PRODUCTS)} from idea to operation`,
        "- Talk with the people who use it every week",
        "",
        "Requirements",
        "",
        `- ${level.years + 1}+ years of professional experience`,
        ...must.map(
          (skill) =>
            `- ${random.pick(["Solid experience with", "Strong knowledge of", "You have shipped with"])} ${skill}`,
        ),
        "",
        "Nice to have",
        "",
        ...nice.filter((skill) => !must.includes(skill)).map((skill) => `- ${skill}`),
      ].join("\n"),
    };
  });
}
