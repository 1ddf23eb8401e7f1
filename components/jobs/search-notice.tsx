import Link from "next/link";
import type { SearchReport } from "@/lib/jobs/schemas";
import { type JobsView, jobsHref } from "./href";

/** How the words were understood, when that is not plain from the result. */
export function SearchNotice({ view, search, count }: { view: JobsView; search: SearchReport; count: number }) {
  const { q } = view.filters;
  if (!q) return null;
  const suggestion = search.didYouMean && (
    <>
      {" "}
      Did you mean{" "}
      <Link
        href={jobsHref({ ...view, job: undefined, filters: { ...view.filters, q: search.didYouMean } })}
        replace
        className="font-medium text-accent-text underline underline-offset-2"
      >
        {search.didYouMean}
      </Link>
      ?
    </>
  );
  const text =
    search.mode === "none" ? (
      <>There are no words to search for in “{q}”, so all jobs are shown.</>
    ) : search.mode === "similar" ? (
      <>
        No job holds “{q}”.{suggestion}
        {count > 0 && " These titles are similar."}
      </>
    ) : search.mode === "prefix" ? (
      <>No job holds exactly “{q}”; these hold words that begin like it.</>
    ) : search.isCapped ? (
      <>Many jobs hold “{q}”. The newest 300 are ranked; add a word or a filter to narrow it down.</>
    ) : null;
  return text && <p className="border-border border-b bg-sunken px-4 py-2 text-sm">{text}</p>;
}
