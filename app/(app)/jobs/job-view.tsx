import { JobDetail } from "@/components/jobs/job-detail";
import { highlightHtml } from "@/lib/jobs/html";
import type { JobDetail as Job } from "@/lib/jobs/schemas";
import { SOURCE_NAMES } from "./source-names";

/** A job opened, with its evidence marked in the text. */
export function JobView({ job, isPage = false }: { job: Job; isPage?: boolean }) {
  const html = highlightHtml(
    job.descriptionHtml,
    job.marks.map(({ start, end, id, tone }) => ({ start, end, id, tone })),
  );
  return <JobDetail job={job} html={html} sourceNames={SOURCE_NAMES} isPage={isPage} />;
}
