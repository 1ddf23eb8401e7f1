"use client";

import { LoaderCircle, Play } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useTransition } from "react";
import { toast } from "sonner";
import { runProposedSearchAction } from "@/app/(app)/searches/actions";
import { Button } from "@/components/ui/button";

/** Takes the proposed search as it is, or opens it to be changed first. */
export function FirstSearch() {
  const [isBusy, start] = useTransition();
  const run = () =>
    start(async () => {
      const result = await runProposedSearchAction({});
      if (result && !result.ok) toast.error(result.error.message);
    });
  return (
    <>
      <Button variant="primary" onClick={run} aria-disabled={isBusy || undefined}>
        {isBusy ? <LoaderCircle aria-hidden className="animate-spin" /> : <Play aria-hidden />}
        Run it
      </Button>
      <Button asChild>
        <Link href={"/searches/new" as Route}>Change it first</Link>
      </Button>
    </>
  );
}
