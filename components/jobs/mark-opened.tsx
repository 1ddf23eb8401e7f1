"use client";

import { useEffect } from "react";
import { markJobOpenedAction } from "@/app/(app)/jobs/actions";
import { setOpened } from "./decisions";

/** Remembers that the job was looked at. Reading a page changes nothing on the server; being on it does. */
export function MarkOpened({ id }: { id: string }) {
  useEffect(() => {
    setOpened(id);
    markJobOpenedAction({ id }).catch(() => {});
  }, [id]);
  return null;
}
