import type { Random } from "./random";

/** What decides whether one may or can take a job, apart from skill. Written as employers write it. */
export interface ClauseFacts {
  country?: string;
  city: string;
  workplace: "remote" | "hybrid" | "onsite" | "unknown";
  language?: string;
}

const RIGHT_TO_WORK: Record<string, readonly string[]> = {
  US: [
    "You must be authorized to work in the United States. We are unable to sponsor visas for this role.",
    "We sponsor H-1B transfers and help with green cards.",
    "U.S. work authorization is required.",
  ],
  GB: [
    "You need the right to work in the UK; we cannot offer visa sponsorship at this time.",
    "We hold a sponsor license and support Skilled Worker visas.",
  ],
  DE: [
    "We support you with your visa, the EU Blue Card and the move to Germany.",
    "A valid work permit for Germany is required.",
  ],
  NL: ["We are a recognized sponsor and arrange your highly skilled migrant visa and the 30 % ruling."],
  CA: [
    "Applicants must be legally entitled to work in Canada.",
    "We support work permits under the Global Talent Stream.",
  ],
  AU: ["You must hold full working rights in Australia. Sponsorship is not available."],
  CH: ["Candidates need Swiss or EU citizenship, or a valid permit B or C."],
  SG: ["We sponsor the Employment Pass."],
};

const HYBRID = [
  (city: string) => `This is a hybrid role: you spend three days a week in our ${city} office.`,
  (city: string) => `We meet in ${city} on Tuesdays and Thursdays; the other days are yours to place.`,
  (city: string) => `You are expected in the ${city} office at least two days per week.`,
];
const ONSITE = [
  (city: string) => `The role is on-site in ${city}, five days a week, because the hardware is there.`,
  (city: string) => `You work from our office in ${city}. Remote work is not possible for this position.`,
];
const REMOTE = [
  "You can work from anywhere within UTC-5 to UTC+1, with four hours of overlap with the team.",
  "We are fully remote and meet in person twice a year.",
  "Remote within the EU, the UK or Switzerland only, for tax reasons.",
  "We are remote first. Most of the team is between UTC and UTC+3 and we expect four hours of overlap.",
];
const REMOTE_BY_COUNTRY: Record<string, readonly string[]> = {
  US: [
    "This position is remote within the United States only.",
    "Remote, open to residents of CA, CO, NY, TX and WA.",
    "You are based in US time zones (UTC-8 to UTC-5).",
  ],
  GB: [
    "This position is remote within the United Kingdom.",
    "You are based in the UK and join the team in London once a month.",
  ],
  CA: [
    "Remote from anywhere in Canada.",
    "You are based in Canada and overlap with Eastern time for at least five hours.",
  ],
};

/** Sentences about place and eligibility, in the order an employer would give them. */
export function clausesFor(random: Random, facts: ClauseFacts): string[] {
  const clauses: string[] = [];
  if (facts.workplace === "hybrid") clauses.push(random.pick(HYBRID)(facts.city));
  if (facts.workplace === "onsite") clauses.push(random.pick(ONSITE)(facts.city));
  if (facts.workplace === "remote") clauses.push(random.pick(REMOTE_BY_COUNTRY[facts.country ?? ""] ?? REMOTE));
  const rights = RIGHT_TO_WORK[facts.country ?? ""];
  if (rights && random.chance(0.55)) clauses.push(random.pick(rights));
  if (facts.language && random.chance(0.3)) {
    clauses.push(
      random.pick([
        `Fluent ${facts.language} (C1) is required, as you will talk to customers every week.`,
        `${facts.language} is a plus but not required; our working language is English.`,
        `Business-level ${facts.language} and English.`,
      ]),
    );
  }
  return clauses;
}

export const CLEARANCE = [
  "This role requires an active TS/SCI security clearance and U.S. citizenship.",
  "You must be a U.S. citizen and able to obtain and maintain a Secret clearance.",
];

export const DEGREES = [
  "A degree in computer science or a related field, or equivalent experience",
  "Bachelor's degree in Computer Science, Engineering or similar required",
  "Master's degree or PhD in a quantitative field",
  "No degree required: show us what you have built",
];

export const BENEFITS = [
  "30 days of paid vacation, and we notice if you do not take them",
  "A learning budget of 2,000 a year and two conferences",
  "A laptop and a home-office budget of your choice",
  "Sixteen weeks of paid parental leave for every parent",
  "A four-day week in July and August",
  "Stock options with a ten-year exercise window",
  "Health, dental and vision insurance from day one",
  "A pension contribution of 6 % on top of your salary",
  "Public transport ticket or bike leasing",
  "No meetings on Wednesdays",
  "Two volunteering days a year",
  "An annual bonus of up to 10 %",
];
