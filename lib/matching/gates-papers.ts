import type { Clause } from "@/db/schema/shapes";
import { countryName } from "@/lib/places/countries";
import { expandCountries } from "./countries-in-text";
import type { GateInput, Judgement } from "./gates";

/** Gates about permission: to work, to be sponsored, to see secrets. */

const WORK = "preferences.workCountries";

/** Countries a clause means: those it names, else those of the job. */
function meantCountries({ value }: Clause, { job }: GateInput): Set<string> {
  return value === "local" ? new Set(job.countries) : expandCountries(value);
}

export function workAuthorizationGate(clause: Clause, input: GateInput): Judgement | undefined {
  const { workCountries } = input.profile;
  const wanted = meantCountries(clause, input);
  const where =
    clause.value === "local"
      ? [...wanted].map(countryName).join(", ") || "the country of the job"
      : namesOf(clause.value);
  if (workCountries.size === 0) {
    return {
      verdict: "unknown",
      message: `Asks for the right to work in ${where}; say where you may work`,
      profileField: WORK,
    };
  }
  if (wanted.size === 0)
    return { verdict: "unknown", message: "Asks for the right to work, but does not say where", profileField: WORK };
  if (overlaps(workCountries, wanted)) {
    return { verdict: "pass", message: `You may work in ${where}`, profileField: WORK };
  }
  if (offersSponsorship(input)) {
    return {
      verdict: "unknown",
      message: `Asks for the right to work in ${where}, but also speaks of sponsorship`,
      profileField: WORK,
    };
  }
  return {
    verdict: "fail",
    message: `Asks for the right to work in ${where}; you listed ${listed(workCountries)}`,
    profileField: WORK,
  };
}

export function sponsorshipGate({ value }: Clause, input: GateInput): Judgement | undefined {
  const { workCountries, preferences } = input.profile;
  const inCountry = workCountries.size > 0 && input.job.countries.length > 0;
  const mayWork = inCountry && input.job.countries.some((country) => workCountries.has(country));
  if (value === "yes") {
    return preferences.needsSponsorship && !mayWork
      ? { verdict: "pass", message: "Sponsors visas", profileField: "preferences.needsSponsorship" }
      : undefined;
  }
  if (mayWork)
    return { verdict: "pass", message: "No sponsorship offered, and you need none here", profileField: WORK };
  if (inCountry || (preferences.needsSponsorship && workCountries.size === 0)) {
    return {
      verdict: "fail",
      message: inCountry
        ? `Offers no sponsorship, and you listed ${listed(workCountries)} as places you may work`
        : "Offers no sponsorship, and you need one",
      profileField: inCountry ? WORK : "preferences.needsSponsorship",
    };
  }
  return { verdict: "unknown", message: "Offers no sponsorship; say where you may work", profileField: WORK };
}

/** A right to work is not a citizenship, so it can rule one out but never prove it. */
export function citizenshipGate(clause: Clause, input: GateInput): Judgement | undefined {
  const { workCountries } = input.profile;
  const wanted = meantCountries(clause, input);
  const where = clause.value === "local" ? "the country of the job" : namesOf(clause.value);
  if (workCountries.size > 0 && wanted.size > 0 && !overlaps(workCountries, wanted)) {
    return {
      verdict: "fail",
      message: `Open to citizens of ${where}; you listed ${listed(workCountries)}`,
      profileField: WORK,
    };
  }
  return {
    verdict: "unknown",
    message: `Asks for citizenship of ${where}; your profile does not say`,
    profileField: WORK,
  };
}

export function clearanceGate({ value, isHard }: Clause, { profile }: GateInput): Judgement | undefined {
  if (profile.hasClearance) return { verdict: "pass", message: "Your CV names a clearance", profileField: "cv" };
  if (value !== "any" && profile.workCountries.size > 0 && !profile.workCountries.has(value)) {
    return {
      verdict: "fail",
      message: `Needs a ${countryName(value)} clearance; you listed ${listed(profile.workCountries)}`.slice(0, 300),
      profileField: WORK,
    };
  }
  return {
    verdict: "unknown",
    message: isHard ? "Needs a security clearance; your profile names none" : "A security clearance must be obtained",
    profileField: "cv",
  };
}

function offersSponsorship({ analysis }: GateInput): boolean {
  return analysis.clauses.some(({ kind, value }) => kind === "sponsorship" && value === "yes");
}

export function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const item of a) if (b.has(item)) return true;
  return false;
}

/** "US,EU" → "United States, EU". */
export function namesOf(value: string): string {
  return value
    .split(",")
    .map((part) => (/^[A-Z]{2}$/.test(part) && part !== "EU" ? countryName(part) : part))
    .join(", ")
    .slice(0, 120);
}

export function listed(countries: ReadonlySet<string>): string {
  const names = [...countries].slice(0, 3).map(countryName).join(", ");
  return countries.size > 3 ? `${names} and ${countries.size - 3} more` : names;
}
