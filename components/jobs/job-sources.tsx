import { ExternalLink } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { JobDetail } from "@/lib/jobs/schemas";
import { SectionHeading } from "./section-heading";

/** Every board that carries the job, with its own copy's address and dates. */
export function JobSources({
  job,
  sourceNames,
  isPage,
}: {
  job: JobDetail;
  sourceNames: Readonly<Record<string, string>>;
  isPage: boolean;
}) {
  if (job.postings.length === 0) return null;
  return (
    <section aria-label="Where it was found">
      <SectionHeading isPage={isPage}>Where it was found</SectionHeading>
      <ul className="divide-y divide-border">
        {job.postings.map((posting) => (
          <li key={posting.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2">
            <a
              href={posting.url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="touch-target inline-flex items-center gap-1 font-medium text-accent-text hover:underline"
            >
              {sourceNames[posting.sourceId] ?? posting.sourceId}
              <ExternalLink aria-hidden className="size-3" />
              <span className="sr-only">(opens in a new tab)</span>
            </a>
            {posting.board && <span className="text-muted text-sm">{posting.board}</span>}
            {posting.closedAt && <Badge>Gone</Badge>}
            <span className="ml-auto text-muted text-sm">
              seen <Time at={posting.firstSeenAt} />
              {posting.lastSeenAt.getTime() - posting.firstSeenAt.getTime() > 3_600_000 && (
                <>
                  , last <Time at={posting.lastSeenAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
