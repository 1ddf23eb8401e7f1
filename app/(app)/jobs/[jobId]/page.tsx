import { ArrowLeft } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { JobPaneSkeleton } from "@/components/jobs/job-pane";
import { MarkOpened } from "@/components/jobs/mark-opened";
import { getContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { jobIdInput } from "@/lib/jobs/schemas";
import { getJob } from "@/lib/jobs/service";
import { JobView } from "../job-view";

type Props = PageProps<"/jobs/[jobId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const job = await loadJob((await params).jobId);
  return { title: `${job.title} at ${job.companyName}` };
}

export default function JobPage({ params }: Props) {
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-4 pb-12 md:px-6">
      <Link href="/jobs" className="touch-target mb-4 inline-flex items-center gap-1 text-muted hover:text-text">
        <ArrowLeft aria-hidden className="size-4" /> All jobs
      </Link>
      <Suspense fallback={<JobPaneSkeleton />}>
        <OpenJob params={params} />
      </Suspense>
    </div>
  );
}

async function OpenJob({ params }: Pick<Props, "params">) {
  const job = await loadJob((await params).jobId);
  return (
    <>
      <MarkOpened id={job.id} />
      <JobView job={job} isPage />
    </>
  );
}

/** Once per request, for the title and the page. */
const loadJob = cache(async (id: string) => {
  const parsed = jobIdInput.safeParse({ id });
  if (!parsed.success) notFound();
  try {
    return await getJob(await getContext(), parsed.data);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
});
