import type { Clause, Gate } from "@/db/schema/shapes";
import { coversCountry, distanceKm } from "@/lib/places/places";
import { expandCountries } from "./countries-in-text";
import type { GateInput, Judgement } from "./gates";
import { listed, namesOf, overlaps } from "./gates-papers";

/** Gates about where and when the work is done. */

const HOME = "preferences.locations";

export function remoteCountryGate({ value }: Clause, input: GateInput): Judgement | undefined {
  if (value === "worldwide") return { verdict: "pass", message: "Open to people anywhere", profileField: HOME };
  return residence(input, expandCountries(value), namesOf(value));
}

/** Living there passes; living and being allowed to work elsewhere only fails; anything between is for the person to check. */
function residence({ profile }: GateInput, allowed: ReadonlySet<string>, where: string): Judgement {
  const { homeCountries, workCountries, preferences } = profile;
  if (overlaps(homeCountries, allowed))
    return { verdict: "pass", message: `Open to people in ${where}`, profileField: HOME };
  const mayWork = overlaps(workCountries, allowed);
  if (mayWork && (homeCountries.size === 0 || preferences.willRelocate)) {
    return {
      verdict: "pass",
      message: `Open to people in ${where}, where you may work`,
      profileField: "preferences.workCountries",
    };
  }
  if (mayWork) {
    return {
      verdict: "unknown",
      message: `Open to people in ${where}; you may work there but live elsewhere`,
      profileField: HOME,
    };
  }
  if (workCountries.size > 0) {
    return {
      verdict: "fail",
      message: `Open to people in ${where} only; you listed ${listed(workCountries)}`,
      profileField: "preferences.workCountries",
    };
  }
  return {
    verdict: "unknown",
    message: `Open to people in ${where} only; say where you may work`,
    profileField: "preferences.workCountries",
  };
}

export function onsiteGate({ value, span }: Clause, input: GateInput): Judgement | undefined {
  const { preferences } = input.profile;
  const days = value === "hybrid" ? "some days" : value === "5" ? "on-site" : `${value} days a week`;
  const wants = preferences.workplaces;
  const near = nearest(input);
  if (near === "near") {
    if (!acceptsOffice(wants, value)) {
      return {
        verdict: "fail",
        message: `In the office (${days}); you want remote work only`,
        profileField: "preferences.workplaces",
      };
    }
    return { verdict: "pass", message: `In the office (${days}), within your radius`, profileField: HOME };
  }
  if (!acceptsOffice(wants, value)) {
    return {
      verdict: "fail",
      message: `In the office (${days}); you want remote work only`,
      profileField: "preferences.workplaces",
    };
  }
  if (near === "far" && !preferences.willRelocate) {
    return {
      verdict: "fail",
      message: `In the office (${days}) in ${placeOf(input, span.quote)}, out of your radius`,
      profileField: HOME,
    };
  }
  const message = near === "far" ? "you would have to move" : "check the place";
  return {
    verdict: "unknown",
    message: `In the office (${days}) in ${placeOf(input, span.quote)}; ${message}`,
    profileField: HOME,
  };
}

function acceptsOffice(wants: readonly string[], value: string): boolean {
  if (wants.length === 0 || wants.includes("unknown")) return true;
  return value === "5"
    ? wants.includes("onsite") || wants.includes("hybrid")
    : wants.includes("hybrid") || wants.includes("onsite");
}

function placeOf({ job }: GateInput, quote: string): string {
  return (job.locationText || quote).slice(0, 80);
}

/** Whether the job's nearest place lies within reach; "unknown" as soon as one side has no coordinates. */
export function nearest({ profile, job }: GateInput): "near" | "far" | "unknown" {
  let isUnknown = job.places.length === 0 || profile.homes.length === 0;
  for (const place of job.places) {
    for (const { place: home, radiusKm } of profile.homes) {
      if (place.geonameId !== undefined && place.geonameId === home.geonameId) return "near";
      if (home.scope === "country" && home.country !== undefined && home.country === place.country) return "near";
      const distance = place.scope === "city" && home.scope === "city" ? distanceKm(place, home) : undefined;
      if (distance === undefined) {
        if (place.country === undefined || home.country === undefined || place.country === home.country)
          isUnknown = true;
      } else if (distance <= Math.max(radiusKm, 1)) return "near";
    }
  }
  return isUnknown ? "unknown" : "far";
}

/** What the job's own fields say about place, when no clause does. The board's location line is the source. */
export function placeGate(input: GateInput): Gate | undefined {
  const { job, profile, analysis } = input;
  if (job.places.length === 0) return undefined;
  if (job.workplace === "remote") return remotePlaceGate(input);
  const hasClause = analysis.clauses.some(({ kind, value }) => kind === "onsite" && value !== "hybrid");
  if (hasClause || job.workplace === "unknown") return undefined;
  const near = nearest(input);
  const wants = profile.preferences.workplaces;
  const how = job.workplace === "onsite" ? "On-site" : "Hybrid";
  const where = job.locationText.slice(0, 80);
  if (wants.length > 0 && !wants.includes("unknown") && wants.every((want) => want === "remote")) {
    return {
      id: "onsite",
      verdict: "fail",
      message: `${how} in ${where}; you want remote work only`,
      profileField: "preferences.workplaces",
    };
  }
  if (near === "near")
    return { id: "onsite", verdict: "pass", message: `${how} in ${where}, within your radius`, profileField: HOME };
  if (near === "far" && !profile.preferences.willRelocate) {
    return { id: "onsite", verdict: "fail", message: `${how} in ${where}, out of your radius`, profileField: HOME };
  }
  const message = near === "far" ? "you would have to move" : "check the place";
  return { id: "onsite", verdict: "unknown", message: `${how} in ${where}; ${message}`, profileField: HOME };
}

function remotePlaceGate(input: GateInput): Gate | undefined {
  const { job, profile } = input;
  const people = new Set([...profile.homeCountries, ...profile.workCountries]);
  if (people.size === 0) {
    const isLimited = job.countries.length > 0 && !job.places.some(({ scope }) => scope === "worldwide");
    return isLimited
      ? {
          id: "remote_country",
          verdict: "unknown",
          message: `Remote in ${job.locationText.slice(0, 80)}; say where you live`,
          profileField: HOME,
        }
      : undefined;
  }
  const covered = [...people].map((country) => coversCountry(job.places, country));
  if (covered.some((is) => is === undefined)) return undefined;
  const allowed = new Set([...people].filter((_, index) => covered[index]));
  const judged = residence(input, allowed, job.locationText.slice(0, 80));
  // A board's location line often names the office, not the limit: it can raise a question but not close the door alone.
  return { id: "remote_country", ...judged, verdict: judged.verdict === "fail" ? "unknown" : judged.verdict };
}

const WORKDAY_HOURS = 8;

export function timezoneGate({ value }: Clause, { profile, now }: GateInput): Judgement | undefined {
  const match = /^UTC([+-][\d.]+)\.\.UTC([+-][\d.]+)(?:;overlap=(\d+))?$/.exec(value);
  if (!match) return undefined;
  const zone = profile.preferences.timeZone;
  const field = "preferences.timeZone";
  if (zone === "UTC" || zone === "")
    return { verdict: "unknown", message: "Asks for certain working hours; set your time zone", profileField: field };
  const own = profile.at(now).utcOffsetHours;
  const from = Number(match[1]);
  const to = Number(match[2]);
  const gap = own < from ? from - own : own > to ? own - to : 0;
  const overlap = Math.max(0, WORKDAY_HOURS - Math.min(gap, 24 - gap));
  const needed = match[3] === undefined ? profile.preferences.minOverlapHours : Number(match[3]);
  const hours = Math.floor(overlap);
  if (needed !== undefined && overlap >= needed)
    return { verdict: "pass", message: `${hours} working hours overlap`, profileField: field };
  // A clock change on one side only moves the gap by an hour.
  if (gap <= 1) return { verdict: "pass", message: "Your time zone fits", profileField: field };
  if (match[3] !== undefined && overlap + 1 < Number(match[3])) {
    return {
      verdict: "fail",
      message: `Asks for ${match[3]} hours of overlap; you have about ${hours}`,
      profileField: field,
    };
  }
  return {
    verdict: "unknown",
    message: `About ${hours} working hours overlap; check the hours asked`,
    profileField: field,
  };
}
