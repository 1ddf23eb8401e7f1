"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { listJobsAction } from "@/app/(app)/jobs/actions";
import type { JobCard } from "@/lib/jobs/schemas";
import type { JobsView } from "./href";

interface Remembered {
  key: string;
  jobs: JobCard[];
  cursor: string | undefined;
  scrollTop: number;
}

/** The list as it was left, so that coming back from a job's own page finds the same rows in the same place. */
let remembered: Remembered | undefined;

/** The rows of a list and their growth by pages. `listKey` names the list; another list starts afresh. */
export function useJobList(listKey: string, view: JobsView, page: { data: JobCard[]; nextCursor?: string }) {
  const [{ jobs, cursor }, setList] = useState(() => resume(listKey, page));
  const [isLoading, setLoading] = useState(false);
  const latest = useRef({ jobs, cursor, isLoading });
  latest.current = { jobs, cursor, isLoading };
  const { filters, sort } = view;

  const loadMore = useCallback(async () => {
    const { cursor: from, isLoading: isBusy } = latest.current;
    if (!from || isBusy) return;
    setLoading(true);
    const result = await listJobsAction({ filters, sort, limit: 50, cursor: from }).catch(() => undefined);
    setLoading(false);
    if (!result?.ok) {
      toast.error(result?.error.message ?? "JOBA did not answer. Try again.");
      return;
    }
    const { data, nextCursor } = result.data;
    setList((list) => ({ jobs: append(list.jobs, data), cursor: nextCursor }));
  }, [filters, sort]);

  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (remembered?.key === listKey && remembered.scrollTop > 0)
      scrollElement(scroller.current).scrollTop = remembered.scrollTop;
    const element = scrollElement(scroller.current);
    const target = element === document.documentElement ? window : element;
    const save = () => {
      remembered = {
        key: listKey,
        jobs: latest.current.jobs,
        cursor: latest.current.cursor,
        scrollTop: element.scrollTop,
      };
    };
    target.addEventListener("scroll", save, { passive: true });
    return () => target.removeEventListener("scroll", save);
  }, [listKey]);

  useEffect(() => {
    remembered = { key: listKey, jobs, cursor, scrollTop: scrollElement(scroller.current).scrollTop };
  }, [listKey, jobs, cursor]);

  return { jobs, hasMore: cursor !== undefined, isLoading, loadMore, scroller };
}

/** On wide screens the list scrolls by itself, on narrow ones with the page. */
function scrollElement(list: HTMLElement | null): HTMLElement {
  return list && getComputedStyle(list).overflowY === "auto" ? list : document.documentElement;
}

function resume(key: string, page: { data: JobCard[]; nextCursor?: string }) {
  if (remembered?.key !== key || remembered.jobs.length <= page.data.length)
    return { jobs: page.data, cursor: page.nextCursor };
  return { jobs: append(page.data, remembered.jobs), cursor: remembered.cursor };
}

function append(jobs: JobCard[], more: readonly JobCard[]): JobCard[] {
  const known = new Set(jobs.map(({ id }) => id));
  return [...jobs, ...more.filter(({ id }) => !known.has(id))];
}
