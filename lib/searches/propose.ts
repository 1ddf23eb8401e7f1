import type { Preferences, ProfileFacts, SearchSource } from "@/db/schema/shapes";
import { wordsOf } from "@/lib/jobs/words";
import type { CreateSearchInput } from "./schemas";

interface Basis {
  facts?: ProfileFacts;
  preferences?: Preferences;
  /** Sources a run would ask now, in the order they are shown. */
  sources: { id: string; needsBoard: boolean }[];
}

const RANKS = new Set(["senior", "junior", "mid", "staff", "principal", "lead", "intern", "middle", "entry", "level"]);
/** What is asked for when nothing is known yet: broad, for the score sorts it. */
const FALLBACK_TITLES = ["Software Engineer", "Frontend Engineer", "Full Stack Engineer", "Backend Engineer"];
/** Two names of one trade. */
const HEADS: [RegExp, string][] = [
  [/\bengineer$/i, "Developer"],
  [/\bdeveloper$/i, "Engineer"],
];

/** A first search from what is known of a person. Never empty: without a profile it asks for software engineers. */
export function proposeFrom({ facts, preferences, sources }: Basis): CreateSearchInput {
  const wanted = preferences?.targetTitles.length ? preferences.targetTitles : (facts?.titles ?? []);
  const titles = wanted.map(withoutRank).filter(Boolean);
  const asked = (titles.length > 0 ? titles : FALLBACK_TITLES).flatMap((title) => [title, ...otherNames(title)]);
  const keywords = uniqueBy(asked, (title) => title.toLowerCase()).slice(0, 8);
  const workplaces = preferences?.workplaces.filter((workplace) => workplace !== "unknown") ?? [];
  const isRemoteOnly = workplaces.length === 1 && workplaces[0] === "remote";
  const places = preferences?.locations.map(({ place }) => place) ?? [];
  const chosen: SearchSource[] = sources
    .filter(({ needsBoard }) => !needsBoard)
    .map(({ id }) => ({ sourceId: id, boards: [] }));
  return {
    name:
      places[0]?.city && !isRemoteOnly
        ? `${keywords[0]} in ${places[0].city}`
        : `${keywords[0]}${isRemoteOnly ? ", remote" : ""}`,
    criteria: {
      keywords,
      excludeWords: [],
      // A remote search bound to a town would drop every posting that is open to a whole country.
      locations: isRemoteOnly ? [] : uniqueBy(places.map(placeName).filter(Boolean), (text) => text).slice(0, 10),
      workplaces,
      employmentTypes: preferences?.employmentTypes ?? [],
      postedWithinDays: 60,
    },
    sources: chosen,
    schedule: { cadence: "weekdays", time: "07:30", weekday: 1, timeZone: preferences?.timeZone ?? "UTC" },
    isActive: true,
  };
}

/** The rank is for the score to judge; as a keyword it would hide the same work under another rank. */
function withoutRank(title: string): string {
  const kept = title.split(/\s+/).filter((word) => !wordsOf(word).every((part) => RANKS.has(part)));
  return wordsOf(kept.join(" ")).length > 1 ? kept.join(" ").trim() : title.trim();
}

/** "Frontend Engineer" is advertised as "Frontend Developer" just as often. */
function otherNames(title: string): string[] {
  return HEADS.filter(([head]) => head.test(title)).map(([head, other]) => title.replace(head, other));
}

const placeName = ({ city, country, text }: { city?: string; country?: string; text: string }) =>
  city ? (country ? `${city}, ${country}` : city) : text;

function uniqueBy<T>(items: T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
