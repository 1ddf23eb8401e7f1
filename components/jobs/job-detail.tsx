import { FileText, UserRoundPen } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ScoreRing } from "@/components/ui/score-ring";
import { BAND_LABELS } from "@/lib/jobs/labels";
import type { JobDetail as Job } from "@/lib/jobs/schemas";
import { JobActions } from "./job-actions";
import { JobFacts } from "./job-facts";
import { JobSources } from "./job-sources";
import { MatchGates } from "./match-gates";
import { MatchRequirements } from "./match-requirements";
import { PostingBody } from "./posting-body";
import { ScoreSum } from "./score-sum";
import { SectionHeading } from "./section-heading";

/** A job with the score opened to its evidence. `html` is the stored description with its marks. */
export function JobDetail({
  job,
  html,
  sourceNames,
  isPage,
}: {
  job: Job;
  html: string;
  sourceNames: Readonly<Record<string, string>>;
  isPage: boolean;
}) {
  const Heading = isPage ? "h1" : "h2";
  const { id, title, state, reason, applyUrl, url, match } = job;
  return (
    <article data-job-detail={id} className="space-y-6">
      <header>
        <div className="flex items-start gap-4">
          {match && (
            <ScoreRing
              score={match.score}
              band={match.band}
              size="lg"
              isProvisional={match.isProvisional}
              className="max-sm:hidden"
            />
          )}
          <div className="min-w-0 flex-1">
            <Heading tabIndex={-1} className="wrap-anywhere font-semibold text-xl outline-none">
              {title}
            </Heading>
            <p className="wrap-anywhere text-muted">
              <span className="text-text">{job.companyName}</span>
              {job.locationText && ` · ${job.locationText}`}
            </p>
            {job.closedAt && (
              <Badge tone="danger" className="mt-1.5">
                No longer open
              </Badge>
            )}
          </div>
        </div>
        <JobActions job={{ id, title, state, reason, applyUrl: applyUrl ?? url }} isPage={isPage} />
      </header>
      {match ? <Match match={match} /> : <Unscored />}
      <JobFacts job={job} />
      {match && <MatchGates gates={match.detail.gates} isPage={isPage} />}
      {match && (
        <MatchRequirements requirements={match.detail.requirements} text={job.descriptionText} isPage={isPage} />
      )}
      {match && <ScoreSum score={match.score} band={match.band} detail={match.detail} isPage={isPage} />}
      <section aria-label="The posting" className="border-border border-t pt-5">
        <SectionHeading isPage={isPage}>The posting</SectionHeading>
        {html ? (
          <PostingBody html={html} />
        ) : (
          <p className="flex items-center gap-2 text-muted">
            <FileText aria-hidden className="size-4" /> The board gave no text. Read it{" "}
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-accent-text hover:underline"
            >
              on its own page
            </a>
            .
          </p>
        )}
      </section>
      <JobSources job={job} sourceNames={sourceNames} isPage={isPage} />
    </article>
  );
}

function Match({ match }: { match: NonNullable<Job["match"]> }) {
  const { detail, band, score, confidence, isProvisional } = match;
  return (
    <section aria-label="Match" className="rounded-lg border border-border bg-surface p-4">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={band}>
          {Math.round(score)} · {BAND_LABELS[band]}
        </Badge>
        {isProvisional && <Badge tone="outline">Provisional: little text to judge</Badge>}
        <span className="text-muted text-sm tabular">Confidence {Math.round(confidence * 100)} %</span>
      </p>
      {detail.headline && <p className="mt-2 font-medium">{detail.headline}</p>}
      {detail.improve.length > 0 && (
        <p className="mt-1 text-muted text-sm">
          Surer with: {detail.improve.join("; ")}.{" "}
          <Link href={"/profile" as Route} className="text-accent-text hover:underline">
            Edit profile
          </Link>
        </p>
      )}
    </section>
  );
}

function Unscored() {
  return (
    <section
      aria-label="Match"
      className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-border border-dashed p-4"
    >
      <p className="text-muted">Not scored yet. JOBA ranks jobs once it knows your profile.</p>
      <Button asChild size="sm">
        <Link href={"/profile" as Route}>
          <UserRoundPen aria-hidden /> Open profile
        </Link>
      </Button>
    </section>
  );
}
