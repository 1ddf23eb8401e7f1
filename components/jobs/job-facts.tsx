import type { ReactNode } from "react";
import { Time } from "@/components/ui/time";
import { formatPay } from "@/lib/jobs/format";
import { EMPLOYMENT_LABELS, SENIORITY_LABELS, WORKPLACE_LABELS } from "@/lib/jobs/labels";
import type { JobDetail } from "@/lib/jobs/schemas";

/** What the posting states, in JOBA's terms; the board's own words where they differ. */
export function JobFacts({ job }: { job: JobDetail }) {
  const pay = formatPay(job.pay);
  const annual =
    job.pay.interval && job.pay.interval !== "year" && job.pay.annualMax !== null
      ? formatPay({ ...job.pay, min: job.pay.annualMin, max: job.pay.annualMax, interval: "year" })
      : undefined;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-5 gap-y-3 rounded-lg border border-border bg-surface p-4">
      <Fact name="Pay">
        {pay ?? <span className="text-muted">Not stated</span>}
        {annual && <Small>about {annual} a year</Small>}
        {job.pay.text && job.pay.text !== pay && <Small>“{job.pay.text}”</Small>}
      </Fact>
      <Fact name="Workplace">
        {WORKPLACE_LABELS[job.workplace]}
        {job.workplaceEvidence && <Small>“{job.workplaceEvidence}”</Small>}
      </Fact>
      {job.seniority && <Fact name="Level">{SENIORITY_LABELS[job.seniority]}</Fact>}
      {job.employmentType && <Fact name="Type">{EMPLOYMENT_LABELS[job.employmentType]}</Fact>}
      <Fact name={job.isDateStated ? "Posted" : "First seen"}>
        <Time at={job.sortAt} />
      </Fact>
      {job.closedAt && (
        <Fact name="Closed">
          <Time at={job.closedAt} />
        </Fact>
      )}
      {!job.closedAt && job.validThrough && (
        <Fact name="Open until">
          <Time at={job.validThrough} format="date" />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="wrap-anywhere tabular">{children}</dd>
    </div>
  );
}

function Small({ children }: { children: ReactNode }) {
  return <span className="line-clamp-2 text-muted text-sm">{children}</span>;
}
