import type { Seniority } from "@/db/schema/vocabulary";
import { BENEFITS, CLEARANCE, clausesFor, DEGREES } from "./clauses";
import type { DemoCompany } from "./companies";
import type { DemoFamily } from "./families";
import type { DemoPlace } from "./places";
import type { Random } from "./random";

/** What is settled about a posting before a word of it is written. */
export interface Outline {
  title: string;
  company: DemoCompany;
  family: DemoFamily;
  place: DemoPlace;
  workplace: "remote" | "hybrid" | "onsite" | "unknown";
  seniority: Seniority;
  /** Said in the text; absent for about a third. */
  payText?: string;
  hasClearance: boolean;
}

const HEADINGS = {
  about: ["About us", "Who we are", "The company", "About {company}"],
  duties: ["What you will do", "The role", "Your responsibilities", "How you will spend your time"],
  must: ["What you bring", "Requirements", "Must have", "You have", "Minimum qualifications"],
  nice: ["Nice to have", "Bonus points", "It is a plus if you have", "Preferred qualifications"],
  place: ["Where you work", "Good to know", "Location and eligibility"],
  offer: ["What we offer", "Benefits", "What is in it for you"],
  pay: ["Compensation", "Pay", "Salary"],
} as const;

const YEARS: Record<Seniority, readonly [number, number]> = {
  intern: [0, 0],
  junior: [1, 2],
  mid: [3, 4],
  senior: [5, 7],
  staff: [8, 10],
  manager: [6, 8],
  director: [10, 12],
};

const OPENERS = [
  "{company} {does}. We are {people} people, and this team is one of {teams}.",
  "At {company} we are {people} people with one aim. {company} {does}, and does it without cutting corners.",
  "{company} {does}. Founded nine years ago, profitable for three, {people} colleagues in {nations} countries.",
  "You have probably not heard of us, although you may have used us: {company} {does}.",
];

/** The posting as HTML, the way an applicant system would serve it. */
export function writeDescription(random: Random, outline: Outline): string {
  const { company, family } = outline;
  const fill = (text: string) =>
    text
      .replaceAll("{company}", escapeText(company.name))
      .replaceAll("{does}", company.does)
      .replaceAll("{people}", String(company.people))
      .replaceAll("{teams}", String(random.int(4, 14)))
      .replaceAll("{nations}", String(random.int(3, 17)));
  const title = (kind: keyof typeof HEADINGS) => fill(random.pick(HEADINGS[kind]));
  const sections = [
    heading(title("about")) + paragraph(fill(random.pick(OPENERS))),
    heading(title("duties")) +
      paragraph(fill(introOf(random, outline))) +
      bullets(random.sample(family.duties, random.int(3, 5))),
    heading(title("must")) + bullets(mustsOf(random, outline)),
    heading(title("nice")) + bullets(nicesOf(random, family)),
    heading(title("place")) + clausesOf(random, outline).map(paragraph).join(""),
    outline.payText ? heading(title("pay")) + paragraph(outline.payText) : "",
    heading(title("offer")) + bullets(random.sample(BENEFITS, random.int(3, 5))),
    paragraph(
      fill(
        "{company} is an equal opportunity employer. Tell us what you need for a fair interview and we will arrange it.",
      ),
    ),
  ];
  return sections.filter(Boolean).join("\n");
}

function introOf(random: Random, { title, family, place, workplace }: Outline): string {
  const where = workplace === "remote" ? "remotely" : `in ${place.short}`;
  return random.pick([
    `As ${title} you will work ${where} on ${family.areas[0]?.toLowerCase()} and the things around it.`,
    `We are looking for a ${title} to join the team ${where}.`,
    `You will join {company} as ${title}, working ${where} with product, design and operations.`,
  ]);
}

function mustsOf(random: Random, { family, seniority }: Outline): string[] {
  const [low, high] = YEARS[seniority];
  const [first = "", second = "", third = ""] = random.sample(family.core, 3);
  const years = random.int(low, high);
  const choice = random.pick(family.choices);
  const experience =
    years === 0
      ? `You study computer science or something close to it and have built something with ${first}`
      : `${years}+ years of professional experience with ${first}${second ? ` and ${second}` : ""}`;
  const lines = [
    experience,
    third ? `Strong knowledge of ${third}` : `Strong knowledge of ${choice[0]}`,
    `Production experience with ${orList(choice)}`,
    `A solid grasp of ${random.pick(family.knows)}`,
  ];
  if (seniority === "staff" || seniority === "director")
    lines.push("You have set technical direction across several teams");
  if (seniority === "manager") lines.push("At least two years of leading engineers as their manager");
  if (random.chance(0.45)) lines.push(random.pick(DEGREES));
  lines.push(
    random.pick(["Clear written English", "You write so that others can decide without a meeting", "Fluent English"]),
  );
  return lines;
}

function nicesOf(random: Random, family: DemoFamily): string[] {
  const [first = "", second = "", third = ""] = random.sample(family.extra, 3);
  const lines = [
    `Experience with ${first} or ${second}`,
    `Exposure to ${third}`,
    `Interest in ${random.pick(family.knows)}`,
  ];
  const strange = random.pick(["Java", "PHP", "Perl", "C++", "Salesforce", "COBOL"]);
  if (random.chance(0.25))
    lines.push(`No ${strange} experience needed, although you may meet some ${strange} now and then`);
  if (random.chance(0.2)) lines.push("Open-source contributions or public writing");
  return lines;
}

function clausesOf(random: Random, { place, workplace, hasClearance }: Outline): string[] {
  const facts = { country: place.country, city: place.short, workplace, language: place.language };
  const clauses = hasClearance ? [random.pick(CLEARANCE)] : clausesFor(random, facts);
  return clauses.length > 0 ? clauses : [`The team sits in ${place.short}. Tell us how you would like to work.`];
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

const heading = (text: string) => `<h3>${text}</h3>`;
const paragraph = (text: string) => `<p>${text}</p>`;
const bullets = (lines: readonly string[]) =>
  `<ul>${lines.map((line) => `<li>${escapeText(line)}</li>`).join("")}</ul>`;

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
