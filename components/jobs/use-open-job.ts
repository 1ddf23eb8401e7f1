"use client";

import { type ReactNode, startTransition, useCallback, useEffect, useRef, useState } from "react";
import { openJobAction } from "@/app/(app)/jobs/actions";
import { setOpened } from "./decisions";
import { type JobsView, jobsHref } from "./href";

/** Long enough that holding j down asks the server once, short enough not to be noticed. */
const SETTLE_MS = 110;

export interface OpenJob {
  id: string;
  view?: ReactNode;
  error?: string;
}

/** Which job stands beside the list. The first one comes with the page; others are rendered by the server on demand. */
export function useOpenJob(view: JobsView, initialId: string | undefined) {
  const [openJob, setOpenJob] = useState<OpenJob | undefined>(initialId ? { id: initialId } : undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef(initialId);

  const open = useCallback(
    (id: string) => {
      if (wanted.current === id) return;
      wanted.current = id;
      setOpenJob({ id });
      window.history.replaceState(null, "", jobsHref({ ...view, job: id }));
      clearTimeout(timer.current);
      timer.current = setTimeout(async () => {
        const result = await openJobAction({ id }).catch(() => undefined);
        if (wanted.current !== id) return;
        // A transition: the server's view may still be streaming, and the list must not give way to it.
        startTransition(() => {
          if (result?.ok) setOpened(id);
          setOpenJob(
            result?.ok
              ? { id, view: result.data.view }
              : { id, error: result?.error.message ?? "JOBA did not answer. Choose the job again." },
          );
        });
        if (!result?.ok) wanted.current = undefined;
      }, SETTLE_MS);
    },
    [view],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return { openJob, open };
}
