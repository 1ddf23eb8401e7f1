import { SENIORITIES, type Seniority } from "@/db/schema/vocabulary";
import type { SourceJob } from "../adapter";
import { stated } from "../fields";
import { COMPANIES, type DemoCompany } from "./companies";
import { writeDescription } from "./description";
import { type DemoFamily, FAMILIES } from "./families";
import { payFor } from "./pay";
import { type DemoPlace, PLACES, type PlaceId, remoteRegion } from "./places";
import { createRandom, type Random } from "./random";
import { SPECIAL_POSTINGS } from "./specials";

/** A posting of the Demo board. Its age is fixed, so that its date moves along with the calendar. */
export type DemoPosting = Omit<SourceJob, "postedAt"> & { ageDays: number; ageMinutes: number };

const HUB = "https://hub.remotework.example";

const SEED = 20_261;
const LEVEL_WORDS: Record<Seniority, readonly string[]> = {
  intern: ["Intern"],
  junior: ["Junior", "Graduate", "Associate"],
  mid: [""],
  senior: ["Senior", "Senior", "Sr."],
  staff: ["Staff", "Principal", "Lead"],
  manager: [""],
  director: ["Director of Engineering", "Head of Engineering"],
};
const SENIORITY_LABELS: Partial<Record<Seniority, string>> = {
  intern: "Internship",
  junior: "Entry level",
  mid: "Mid level",
  senior: "Mid-Senior level",
  director: "Director",
};

let built: readonly DemoPosting[] | undefined;

/** All postings, newest work first by id. Made once: the same on every machine and every day. */
export function demoPostings(): readonly DemoPosting[] {
  built ??= buildPostings();
  return built;
}

function buildPostings(): DemoPosting[] {
  const random = createRandom(SEED);
  const families = FAMILIES.flatMap((family) => Array.from({ length: family.share }, () => family));
  const companies = random.sample(COMPANIES, COMPANIES.length);
  const taken = new Set<string>();
  const base = random.sample(families, families.length).map((family, index) => {
    const company = companies[index % companies.length] as DemoCompany;
    return buildPosting(createRandom(SEED + index * 7919), index + 1, family, company, taken);
  });
  return [...base, ...SPECIAL_POSTINGS, ...copiesOf(base), ...repostsOf(base)];
}

function buildPosting(
  random: Random,
  number: number,
  family: DemoFamily,
  company: DemoCompany,
  taken: Set<string>,
): DemoPosting {
  const seniority = seniorityOf(random, family);
  const kind =
    seniority === "intern" ? "internship" : random.chance(0.12) && seniority !== "director" ? "contract" : "salary";
  const workplace = workplaceOf(random, company);
  const placeId = workplace === "remote" && random.chance(0.7) ? remoteRegion(company.home) : company.home;
  const place: DemoPlace = PLACES[placeId];
  const title = uniqueTitle(random, family, seniority, company, taken);
  const pay = payFor(random, place, seniority, kind);
  const hasClearance = company.name === "Inkwell Public" || (place.country === "US" && family.id === "security");
  const outline = { title, company, family, place, workplace, seniority, payText: pay.text, hasClearance };
  const id = `demo-${String(number).padStart(4, "0")}`;
  const url = `https://careers.${company.domain}/openings/${id}`;
  return stated({
    externalId: id,
    url,
    applyUrl: `${url}/apply`,
    title,
    company: { name: company.name, url: `https://${company.domain}` },
    locations: locationsOf(random, placeId, workplace),
    workplace: workplace === "unknown" ? undefined : workplace,
    country: random.chance(0.6) ? place.country : undefined,
    employmentType: employmentOf(random, kind),
    seniority: random.chance(0.5) ? SENIORITY_LABELS[seniority] : undefined,
    salary: pay.salary,
    descriptionHtml: writeDescription(random, outline),
    tags: [family.core[0], random.pick(family.areas)].filter((tag) => tag !== undefined),
    language: "en",
    ageDays: Math.floor(44 * random.next() ** 1.8),
    ageMinutes: random.int(1, 1380),
  });
}

function seniorityOf(random: Random, family: DemoFamily): Seniority {
  if (family.id === "management") return random.chance(0.2) ? "director" : "manager";
  const roll = random.next();
  const rung = roll < 0.03 ? 0 : roll < 0.1 ? 1 : roll < 0.33 ? 2 : roll < 0.8 ? 3 : 4;
  return SENIORITIES[rung] as Seniority;
}

function workplaceOf(random: Random, { home }: DemoCompany): "remote" | "hybrid" | "onsite" | "unknown" {
  if (home.startsWith("remote")) return "remote";
  const roll = random.next();
  if (roll < 0.44) return "remote";
  if (roll < 0.8) return "hybrid";
  return roll < 0.94 ? "onsite" : "unknown";
}

/** One employer does not advertise the same title twice; the area in brackets keeps them apart. */
function uniqueTitle(
  random: Random,
  family: DemoFamily,
  seniority: Seniority,
  company: DemoCompany,
  taken: Set<string>,
): string {
  const word = random.pick(LEVEL_WORDS[seniority]);
  const name = random.pick(family.titles);
  const plain = seniority === "director" ? word : seniority === "intern" ? `${name} Intern` : `${word} ${name}`.trim();
  const area = random.pick(family.areas);
  const variants = [plain, `${plain} (${area})`, `${plain}, ${area}`, `${plain} (${area}, ${company.people})`];
  const start = random.chance(0.45) ? random.int(1, 2) : 0;
  const title = [...variants.slice(start), ...variants].find((text) => !taken.has(`${company.name}|${text}`)) ?? plain;
  taken.add(`${company.name}|${title}`);
  return title;
}

function locationsOf(random: Random, placeId: PlaceId, workplace: string): string[] {
  const text = PLACES[placeId].text;
  if (workplace === "hybrid" && random.chance(0.15)) {
    const second: Partial<Record<PlaceId, PlaceId>> = {
      berlin: "hamburg",
      london: "manchester",
      newyork: "boston",
      amsterdam: "rotterdam",
      madrid: "barcelona",
      warsaw: "krakow",
    };
    const other = second[placeId];
    return other ? [text, PLACES[other].text] : [text];
  }
  return [text];
}

function employmentOf(random: Random, kind: "salary" | "contract" | "internship"): string {
  if (kind === "internship") return "Internship";
  if (kind === "contract") return random.pick(["Contract", "Freelance"]);
  return random.pick([
    "Full-time",
    "Full-time",
    "FullTime",
    "Permanent",
    random.chance(0.2) ? "Part-time" : "Full-time",
  ]);
}

/** The same opening on a second board: another id and address, a legal form in the name, other markup. */
function copiesOf(base: readonly DemoPosting[]): DemoPosting[] {
  const originals = [4, 17, 33, 58, 71, 96, 120, 149]
    .map((index) => base[index])
    .filter((posting) => posting !== undefined);
  return originals.map((posting, index) => ({
    ...posting,
    externalId: `hub-${String(index + 1).padStart(4, "0")}`,
    url: `${HUB}/listing/${posting.externalId.replace("demo-", "8")}?utm_source=hub`,
    title: index % 2 === 0 ? posting.title : `${posting.title} (m/f/d)`,
    company: { ...posting.company, name: `${posting.company.name}${["", " GmbH", ", Inc.", " Ltd."][index % 4]}` },
    descriptionHtml: `<div class="listing">${posting.descriptionHtml?.replaceAll("h3>", "h4>")}<p>Found on Remote Work Hub.</p></div>`,
    ageDays: Math.max(0, posting.ageDays - 1),
  }));
}

/** Advertised again after weeks: a new posting of an opening that was not filled, and no duplicate. */
function repostsOf(base: readonly DemoPosting[]): DemoPosting[] {
  const originals = [9, 47, 83, 131].map((index) => base[index]).filter((posting) => posting !== undefined);
  return originals.map((posting, index) => ({
    ...posting,
    externalId: `demo-9${String(index + 1).padStart(3, "0")}`,
    url: posting.url.replace(/demo-\d+$/, `demo-9${String(index + 1).padStart(3, "0")}`),
    ageDays: posting.ageDays + 62,
  }));
}
