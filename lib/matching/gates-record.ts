import type { Clause } from "@/db/schema/shapes";
import type { GateInput, Judgement } from "./gates";

/** Gates about what a person has done or can do: languages, degrees, graduation, years. */

const LANGUAGE_NAMES = new Intl.DisplayNames(["en"], { type: "language" });

export function languageGate({ value }: Clause, { profile }: GateInput): Judgement | undefined {
  const codes = value.split("|");
  const names = codes.map((code) => LANGUAGE_NAMES.of(code) ?? code).join(" or ");
  const levels = codes.map((code) => profile.languages.get(code)).filter((level) => level !== undefined);
  const field = profile.preferences.languages.length > 0 ? "preferences.languages" : "facts.languages";
  if (levels.some((level) => level !== "basic"))
    return { verdict: "pass", message: `You speak ${names}`, profileField: field };
  if (levels.length > 0)
    return { verdict: "unknown", message: `Asks for ${names}; you listed it as basic`, profileField: field };
  // A CV lists languages loosely; only the person's own list of working languages is complete.
  if (profile.preferences.languages.length === 0) {
    return { verdict: "unknown", message: `Asks for ${names}; your profile does not say`, profileField: field };
  }
  return {
    verdict: "fail",
    message: `Asks for ${names}, which is not among the languages you work in`,
    profileField: field,
  };
}

const DEGREES = ["none", "associate", "bachelor", "master", "doctorate"];

export function degreeGate({ value, isHard }: Clause, { profile }: GateInput): Judgement | undefined {
  const wanted = DEGREES.indexOf(value);
  const own = profile.degree;
  const field = "facts.education";
  if (own !== undefined && own >= wanted)
    return { verdict: "pass", message: `You hold a ${DEGREES[own]} degree`, profileField: field };
  if (!isHard)
    return { verdict: "pass", message: "A degree is welcome, experience counts as well", profileField: field };
  if (own === undefined)
    return { verdict: "unknown", message: `Asks for a ${value} degree; your profile names none`, profileField: field };
  return {
    verdict: "fail",
    message: `Asks for a ${value} degree; you hold a ${DEGREES[own]} degree`,
    profileField: field,
  };
}

export function graduationGate({ value }: Clause, { profile }: GateInput): Judgement | undefined {
  const field = "facts.education";
  const graduated = profile.graduatedOn;
  const [from = "", to = ""] = value.split("..");
  if (graduated === undefined || to === "") {
    return { verdict: "unknown", message: "Meant for students or recent graduates", profileField: field };
  }
  // A bare year stands for any month of it.
  const first = graduated.length === 4 ? `${graduated}-01` : graduated;
  const last = graduated.length === 4 ? `${graduated}-12` : graduated;
  if (last >= from && first <= to)
    return { verdict: "pass", message: "Your graduation lies in the window", profileField: field };
  return {
    verdict: "fail",
    message: `Meant for graduates of ${from} to ${to}; you graduated ${graduated}`,
    profileField: field,
  };
}

/** Years never close the door; the level component already counts them. */
export function yearsGate({ value }: Clause, { profile }: GateInput): Judgement | undefined {
  const min = Number(value.split("-")[0]);
  const { years } = profile;
  if (years === undefined || !Number.isFinite(min) || years + 0.5 >= min) return undefined;
  return {
    verdict: "unknown",
    message: `Asks for ${value} years; your profile shows ${Math.round(years * 10) / 10}`,
    profileField: "facts.yearsOfExperience",
  };
}
