import { writeDescription } from "@/lib/sources/demo/description";
import { FAMILIES } from "@/lib/sources/demo/families";
import { type DemoPlace, PLACES, type PlaceId } from "@/lib/sources/demo/places";
import { createRandom } from "@/lib/sources/demo/random";

/** An invented posting before it is put into the shape of a board. */
export interface ReplayPosting {
  id: string;
  index: number;
  title: string;
  company: string;
  domain: string;
  place: DemoPlace;
  workplace: "remote" | "hybrid" | "onsite";
  employmentType: "full_time" | "contract";
  html: string;
  postedAt: Date;
  salary?: { min: number; max: number };
}

const FIRST =
  "Amber Birch Cinder Dapple Ember Flint Gorse Hazel Indigo Jasper Kelp Linden Maple Nettle Ochre Poplar Quartz Rowan Sorrel Teasel Umber Vetch Willow Yew Zinnia Basalt Cobalt Dune Fallow Heath".split(
    " ",
  );
const SECOND =
  "Works Labs Freight Health Ledger Robotics Studio Grid Energy Maps Payments Foods Learning Mobility Security Telecom Finance Harbor Optics Data Marine Press Homes Biotech Rail Games Cloud Insurance Media Fields".split(
    " ",
  );
const AREAS =
  "Payments Search Checkout Editor Platform Billing Growth Onboarding Reporting Identity Messaging Maps Pricing Scheduling".split(
    " ",
  );
const ROLES = [
  "Frontend Engineer",
  "Full Stack Engineer",
  "Backend Engineer",
  "React Engineer",
  "Platform Engineer",
  "Data Engineer",
  "Machine Learning Engineer",
  "Mobile Engineer",
  "Security Engineer",
  "Software Engineer",
];
const LEVELS = ["", "Senior ", "Senior ", "Staff ", "Junior "];
const DAY_MS = 86_400_000;

export interface PostingPlan {
  /** Keeps the sources apart: no two advertise the same opening. */
  seed: number;
  size: number;
  now: Date;
  toId: (index: number, title: string, company: string) => string;
  /** Set for a board of one company. */
  company?: string;
}

/** The same plan gives the same postings. Titles hold "Engineer" and are unique within a source. */
export function replayPostings({ seed, size, now, toId, company: only }: PostingPlan): ReplayPosting[] {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const placeIds = Object.keys(PLACES) as PlaceId[];
  return Array.from({ length: size }, (_, index) => {
    const random = createRandom(seed * 1_000_003 + index * 7_919);
    const place: DemoPlace = PLACES[random.pick(placeIds)];
    const workplace = place.text.startsWith("Remote") ? "remote" : random.pick(["remote", "hybrid", "onsite"] as const);
    const company =
      only ?? `${FIRST[index % FIRST.length]} ${SECOND[(Math.floor(index / FIRST.length) + seed) % SECOND.length]}`;
    const title = `${random.pick(LEVELS)}${random.pick(ROLES)} (${random.pick(AREAS)} ${index + 1})`;
    const family = random.pick(FAMILIES);
    const domain = `${company.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.example`;
    const does = `builds ${random.pick(AREAS).toLowerCase()} software number ${seed}-${index} for ${random.pick(SECOND).toLowerCase()}`;
    const employer = { name: company, domain, does, people: random.int(20, 900), home: "berlin" as const };
    const min = Math.round((place.pay.mid * (0.9 + random.next() * 0.4)) / place.pay.step) * place.pay.step;
    return {
      id: toId(index, title, company),
      index,
      title,
      company,
      domain,
      place,
      workplace,
      employmentType: random.chance(0.9) ? "full_time" : "contract",
      html: writeDescription(random, {
        title,
        company: employer,
        family,
        place,
        workplace,
        seniority: "senior",
        hasClearance: false,
      }),
      postedAt: new Date(today - random.int(0, 9) * DAY_MS),
      ...(random.chance(0.6) && { salary: { min, max: min + place.pay.step * 10 } }),
    };
  });
}

/** A version-4-looking id that is the same on every run. */
export function fixedUuid(family: string, index: number): string {
  return `${family.padEnd(8, "0").slice(0, 8)}-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
