import type { RunDecision } from "@/db/schema";
import type { MatchDetail } from "@/db/schema/shapes";
import type { DismissReason, JobState } from "@/db/schema/vocabulary";

export interface Explanation {
  /** `listed`: in the list. `hidden`: stored, but not in the inbox. `dropped`: a rule kept it out. `unknown`: never met. */
  verdict: "listed" | "hidden" | "dropped" | "unknown";
  /** One or two sentences for a person, with the rule quoted. */
  answer: string;
  title?: string;
  companyName?: string;
  jobId?: string;
  runId?: string;
  searchId?: string;
}

export interface Standing {
  sourceName: string;
  decision?: RunDecision;
  searchId?: string;
  searchName?: string;
  job: { id: string; title: string; companyName: string; closedAt: Date | null } | null;
  company: { isBlocked: boolean } | null;
  state: { state: JobState; reason: DismissReason | null; updatedAt: Date } | null;
  match: { score: number; isEligible: boolean; detail: MatchDetail } | null;
}

/** Where a posting stands, in a sentence. What the person did comes before what a rule did. */
export function answerFor(standing: Standing): Explanation {
  const { decision, job, searchId } = standing;
  const about = {
    title: job?.title ?? decision?.title,
    companyName: job?.companyName ?? decision?.companyName,
    runId: decision?.runId,
    searchId,
  };
  if (!job) return { ...about, ...droppedAnswer(standing) };
  return { ...about, jobId: job.id, ...storedAnswer(standing, job) };
}

function storedAnswer(
  { decision, state, match, company, sourceName, searchName }: Standing,
  job: NonNullable<Standing["job"]>,
): Pick<Explanation, "verdict" | "answer"> {
  if (state?.state === "dismissed") {
    const why = state.reason ? ` (${state.reason.replaceAll("_", " ")})` : "";
    return { verdict: "hidden", answer: `You dismissed it on ${day(state.updatedAt)}${why}.` };
  }
  if (company?.isBlocked) return { verdict: "hidden", answer: `You blocked the company ${job.companyName}.` };
  if (job.closedAt) {
    return {
      verdict: "hidden",
      answer: `${sourceName} no longer listed it on ${day(job.closedAt)}, so it counts as closed.`,
    };
  }
  if (decision?.decision === "filtered") {
    return {
      verdict: "listed",
      answer: `It is here from an earlier run, though “${searchName}” now leaves it out: ${quoted(decision.reason)}`,
    };
  }
  const gate = match?.detail.gates.find(({ verdict }) => verdict === "fail");
  if (gate)
    return {
      verdict: "listed",
      answer: `It is in your list with ${Math.round(match?.score ?? 0)} points, held down by a gate: ${gate.message}.`,
    };
  if (decision?.decision === "duplicate") {
    return {
      verdict: "listed",
      answer: `It is in your list as one job with its other copies. ${quoted(decision.reason)}`,
    };
  }
  const where = state?.state === "saved" ? "You saved it" : "It is in your list";
  return {
    verdict: "listed",
    answer: match ? `${where}, with ${Math.round(match.score)} points.` : `${where}; it has not been scored yet.`,
  };
}

function droppedAnswer({ decision, sourceName, searchName }: Standing): Pick<Explanation, "verdict" | "answer"> {
  if (!decision) return { verdict: "unknown", answer: "No run of yours has met it." };
  const when = day(decision.createdAt);
  if (decision.decision === "invalid") {
    return {
      verdict: "dropped",
      answer: `${sourceName} listed it on ${when}, but the row could not be read: ${quoted(decision.reason)}`,
    };
  }
  if (decision.decision === "filtered") {
    return { verdict: "dropped", answer: `“${searchName}” left it out on ${when}: ${quoted(decision.reason)}` };
  }
  return { verdict: "hidden", answer: `${sourceName} listed it on ${when}, but its job has since been deleted.` };
}

const quoted = (reason: string | null) => (reason ? `${reason.replace(/\.$/, "")}.` : "no reason was recorded.");
const day = (at: Date) => at.toISOString().slice(0, 10);
