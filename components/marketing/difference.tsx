import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge";

function Difference({ title, children, picture }: { title: string; children: ReactNode; picture: ReactNode }) {
  return (
    <li className="grid items-center gap-x-14 gap-y-6 border-border border-t py-12 md:grid-cols-2 md:py-16">
      <div className="max-w-md">
        <h2 className="font-semibold text-2xl">{title}</h2>
        <p className="mt-3 text-md text-muted">{children}</p>
      </div>
      {picture}
    </li>
  );
}

const SUM = [
  { reason: "React, TypeScript, accessibility: all asked for, all in your last two roles", points: "+36" },
  { reason: "Staff title; you are staff today", points: "+18" },
  { reason: "GraphQL is nice to have; you know Apollo, which is related, not the same", points: "+11" },
  { reason: "The wording of the posting and of your CV", points: "+10" },
  { reason: "Remote in the EU, above your floor", points: "+16" },
];

const OUTCOMES: { source: string; tone: BadgeTone; state: string; evidence: string }[] = [
  { source: "Greenhouse", tone: "positive", state: "ok", evidence: "214 read, 9 new" },
  { source: "LinkedIn", tone: "warning", state: "capped", evidence: "stopped at its 1,000th result" },
  { source: "Remotive", tone: "neutral", state: "empty", evidence: "nothing for these words" },
  { source: "Lever", tone: "danger", state: "drifted", evidence: "0 today, 84 last week: the page changed" },
  { source: "Indeed", tone: "danger", state: "blocked", evidence: "HTTP 403, next try in 40 min" },
];

export function Differences() {
  return (
    <ul>
      <Difference
        title="A score you can argue with"
        picture={
          <dl className="rounded-lg border border-border bg-surface px-4 shadow-raised">
            {SUM.map(({ reason, points }) => (
              <div key={reason} className="flex items-baseline justify-between gap-6 border-border border-b py-2.5">
                <dt className="text-muted">{reason}</dt>
                <dd className="font-medium text-band-strong tabular">{points}</dd>
              </div>
            ))}
            <div className="flex items-baseline justify-between gap-6 py-2.5 font-semibold">
              <dt>Score</dt>
              <dd className="tabular">91</dd>
            </div>
          </dl>
        }
      >
        The points add up, and each opens to the words in the posting and the line in your CV it came from. The same
        input always gives the same score, and what would stop you, a permit, a degree, three days in the office, is
        kept apart from it with the clause quoted.
      </Difference>
      <Difference
        title="Boards fail. You get told."
        picture={
          <ul className="divide-y divide-border rounded-lg border border-border bg-surface shadow-raised">
            {OUTCOMES.map(({ source, tone, state, evidence }) => (
              <li key={source} className="grid grid-cols-[6rem_5rem_minmax(0,1fr)] items-center gap-2 px-4 py-2.5">
                <span className="font-medium">{source}</span>
                <span>
                  <Badge tone={tone}>{state}</Badge>
                </span>
                <span className="text-muted text-sm">{evidence}</span>
              </li>
            ))}
          </ul>
        }
      >
        A board that falls from 84 results to none is not “up to date”. Every run says what was read, capped, blocked or
        changed, with the evidence, and any posting can be asked why it is not on your list.
      </Difference>
      <Difference
        title="It stays on your machine"
        picture={
          <pre className="whitespace-pre-wrap rounded-lg border border-border bg-surface px-4 py-3.5 font-mono text-sm leading-6 shadow-raised">
            <code>
              <span className="text-muted">$</span> git clone … joba && cd joba{"\n"}
              <span className="text-muted">$</span> npm start{"\n\n"}
              <span className="text-muted">{"  JOBA is running at "}</span>
              http://localhost:3000
            </code>
          </pre>
        }
      >
        One command, with only Node installed. No account with us, no telemetry, no AI service needed. Your CV is read
        locally, and the only requests that leave are the ones to the boards you switch on.
      </Difference>
    </ul>
  );
}
