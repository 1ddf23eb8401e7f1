import type { Clause, Gate, PostingAnalysis } from "@/db/schema/shapes";
import type { GateVerdict } from "@/db/schema/vocabulary";
import { employmentGate, salaryGate } from "./gates-offer";
import { citizenshipGate, clearanceGate, sponsorshipGate, workAuthorizationGate } from "./gates-papers";
import { onsiteGate, placeGate, remoteCountryGate, timezoneGate } from "./gates-place";
import { degreeGate, graduationGate, languageGate, yearsGate } from "./gates-record";
import type { MatchJob } from "./match-job";
import { companyWords, type MatchProfile } from "./profile";

/** What a gate's judge answers; the clause and the id are added here. Undefined: the clause does not concern the person. */
export interface Judgement {
  verdict: GateVerdict;
  message: string;
  profileField?: string;
}

export interface GateInput {
  profile: MatchProfile;
  job: MatchJob;
  analysis: PostingAnalysis;
  now: Date;
}

type Judge = (clause: Clause, input: GateInput) => Judgement | undefined;

const JUDGES: Record<Clause["kind"], Judge> = {
  work_authorization: workAuthorizationGate,
  sponsorship: sponsorshipGate,
  clearance: clearanceGate,
  citizenship: citizenshipGate,
  remote_country: remoteCountryGate,
  onsite: onsiteGate,
  timezone: timezoneGate,
  employment_type: employmentGate,
  language: languageGate,
  degree: degreeGate,
  graduation: graduationGate,
  years: yearsGate,
};
const SEVERITY: Record<GateVerdict, number> = { pass: 0, unknown: 1, fail: 2 };
const MAX_GATES = 40;

/**
 * Judges every clause of a posting, and what the job says in fields, against the profile. Absence of evidence is never
 * a failure: it is "unknown". One gate a kind, the most severe clause first; only hard clauses can fail.
 */
export function judgeGates(input: GateInput): Gate[] {
  const gates: Gate[] = [];
  for (const clause of input.analysis.clauses) {
    const judged = JUDGES[clause.kind](clause, input);
    if (!judged) continue;
    const verdict = judged.verdict === "fail" && !clause.isHard ? "unknown" : judged.verdict;
    put(gates, { id: clause.kind, ...judged, verdict, clause: clause.span });
  }
  const place = placeGate(input);
  if (place && !gates.some(({ id }) => id === "remote_country" && place.id === "remote_country")) put(gates, place);
  const salary = salaryGate(input);
  if (salary) put(gates, { id: "salary", ...salary });
  if (!gates.some(({ id }) => id === "employment_type")) {
    const employment = employmentGate(undefined, input);
    if (employment) put(gates, { id: "employment_type", ...employment });
  }
  const blocked = blockGate(input);
  if (blocked) gates.push(blocked);
  const word = wordGate(input);
  if (word) gates.push(word);
  return gates.sort((a, b) => SEVERITY[b.verdict] - SEVERITY[a.verdict]).slice(0, MAX_GATES);
}

function put(gates: Gate[], gate: Gate): void {
  const index = gates.findIndex(({ id }) => id === gate.id);
  const known = gates[index];
  if (!known) gates.push(gate);
  else if (SEVERITY[gate.verdict] > SEVERITY[known.verdict]) gates[index] = gate;
}

function blockGate({ profile, job }: GateInput): Gate | undefined {
  if (profile.blockedCompanies.size === 0 || !profile.blockedCompanies.has(companyWords(job.companyName)))
    return undefined;
  return {
    id: "blocked_company",
    verdict: "fail",
    message: `${job.companyName} is on your block list`.slice(0, 300),
    profileField: "preferences.blockedCompanies",
  };
}

function wordGate({ profile, job }: GateInput): Gate | undefined {
  if (!profile.mustNot) return undefined;
  const inTitle = profile.mustNot.exec(job.title);
  const match = inTitle ?? profile.mustNot.exec(job.descriptionText);
  if (!match) return undefined;
  const quote = match[0].slice(0, 1000);
  return {
    id: "must_not_word",
    verdict: "fail",
    message: `You ruled out “${quote.slice(0, 80)}”, which stands in the ${inTitle ? "title" : "text"}`,
    ...(!inTitle && { clause: { start: match.index, end: match.index + quote.length, quote } }),
    profileField: "preferences.mustNotWords",
  };
}
