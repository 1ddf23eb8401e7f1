"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { cancelRunAction } from "@/app/(app)/searches/actions";
import { Button } from "@/components/ui/button";

export function CancelButton({ runId }: { runId: string }) {
  const [isBusy, start] = useTransition();
  const cancel = () =>
    start(async () => {
      const result = await cancelRunAction({ id: runId });
      if (!result.ok) toast.error(result.error.message);
      else toast.success("Canceled. What was stored so far stays.");
    });
  return (
    <Button onClick={cancel} aria-disabled={isBusy || undefined}>
      Cancel run
    </Button>
  );
}
