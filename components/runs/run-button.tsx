"use client";

import { LoaderCircle, Play } from "lucide-react";
import { useTransition } from "react";
import { toast } from "sonner";
import { startRunAction } from "@/app/(app)/searches/actions";
import { Button, type ButtonProps } from "@/components/ui/button";

/** Starts a run and opens its live page. */
export function RunButton({
  searchId,
  label = "Run now",
  searchName,
  ...props
}: { searchId: string; label?: string; searchName: string } & Pick<ButtonProps, "variant" | "size">) {
  const [isBusy, start] = useTransition();
  const run = () =>
    start(async () => {
      const result = await startRunAction({ searchId });
      if (result && !result.ok) toast.error(result.error.message);
    });
  return (
    <Button {...props} onClick={run} aria-disabled={isBusy || undefined} aria-label={`${label}: ${searchName}`}>
      {isBusy ? <LoaderCircle aria-hidden className="animate-spin" /> : <Play aria-hidden />}
      {label}
    </Button>
  );
}
