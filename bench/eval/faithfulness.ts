import type { MatchedRequirement } from "@/db/schema/shapes";
import type { MatchResult } from "@/lib/matching/score";
import { ABSENT, loadPostings, scoreRendered } from "./pairs";
import { type EvalReport, shareRow } from "./stats";
import { type MadePosting, makeCvs, renderCv } from "./synthetic";
import { createRandom } from "./synthetic-words";

const PAIRS = 200;

interface Pair {
  posting: MadePosting;
  rendered: ReturnType<typeof renderCv>;
  result: MatchResult;
}

/**
 * matching.md P7: whether an explanation says what is so. For 200 random pairs, every quote must stand in its text at its
 * offsets, the points must add up, and taking away quoted evidence must not raise the score.
 */
export async function run(): Promise<EvalReport> {
  const name = "P7 explanations (200 pairs, made-up CVs; real and made-up postings)";
  const postings = loadPostings();
  if (!postings) return { name, notRun: ABSENT };
  const random = createRandom(23);
  const cvs = makeCvs(32, 11);
  const pairs: Pair[] = Array.from({ length: PAIRS }, () => {
    const posting = random.pick(postings);
    const rendered = renderCv(random.pick(cvs));
    return {
      posting,
      rendered,
      result: scoreRendered(rendered, posting, { workCountries: ["DE"], timeZone: "Europe/Berlin" }),
    };
  });
  const target = ">= 1";
  return {
    name,
    rows: [
      shareRow("quotes stand in the posting at their offsets", pairs, quotesPosting, target),
      shareRow("quotes stand in the CV at their offsets", pairs, quotesCv, target),
      shareRow("matched skills have evidence in both texts", pairs, hasBothSides, target),
      shareRow("points add up to the score", pairs, addsUp, target),
      shareRow("weights add up to 100", pairs, weighsUp, target),
      shareRow("gates quote the clause that decided", pairs, quotesGates, target),
      shareRow("evidence taken away never raises the score", pairs, losesWithout, target),
    ],
  };
}

function quotesPosting({ posting, result }: Pair): boolean {
  return result.detail.requirements.every(({ postingSpans }) =>
    postingSpans.every(
      ({ start, end, quote, inTitle }) => (inTitle ? posting.title : posting.text).slice(start, end) === quote,
    ),
  );
}

function quotesCv({ rendered, result }: Pair): boolean {
  return result.detail.requirements.every(({ profileSpans }) =>
    profileSpans.every(({ start, end, quote }) => rendered.cvText.slice(start, end) === quote),
  );
}

function hasBothSides({ result }: Pair): boolean {
  return result.detail.requirements
    .filter(({ credit }) => credit !== "missing")
    .every(({ postingSpans, profileSpans }) => postingSpans.length > 0 && profileSpans.length > 0);
}

function addsUp({ result: { score, detail } }: Pair): boolean {
  return tenth(detail.components.reduce((sum, { points }) => sum + points, 0)) === (detail.cappedFrom ?? score);
}

function weighsUp({ result: { detail } }: Pair): boolean {
  return tenth(detail.components.reduce((sum, { weight }) => sum + weight, 0)) === 100;
}

function quotesGates({ posting, result }: Pair): boolean {
  return result.detail.gates.every(
    ({ clause }) => !clause || posting.text.slice(clause.start, clause.end) === clause.quote,
  );
}

/** Deletes the first cited piece of evidence of each matched skill in turn. */
function losesWithout({ posting, rendered, result }: Pair): boolean {
  const preferences = { workCountries: ["DE"], timeZone: "Europe/Berlin" };
  const before = result.detail.cappedFrom ?? result.score;
  return result.detail.requirements.filter(isMatched).every(({ profileSpans }) => {
    const cited = profileSpans[0];
    const skills = rendered.facts.skills.flatMap((skill) => {
      const evidence = skill.evidence.filter(({ span }) => span?.start !== cited?.start);
      if (evidence.length === skill.evidence.length) return [skill];
      return evidence.length === 0 ? [] : [{ ...skill, evidence }];
    });
    const after = scoreRendered(
      { cvText: rendered.cvText, facts: { ...rendered.facts, skills } },
      posting,
      preferences,
    );
    return (after.detail.cappedFrom ?? after.score) <= before;
  });
}

function isMatched({ credit }: MatchedRequirement): boolean {
  return credit !== "missing";
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
