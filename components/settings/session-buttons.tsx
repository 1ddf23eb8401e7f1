"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { endOtherSessionAction, endOtherSessionsAction } from "@/app/(app)/settings/security/actions";
import { Button } from "@/components/ui/button";

// Both leave the page with what they end, so what they say must not hang on them.

export function EndSessionButton({ id, device }: { id: string; device: string }) {
  const [isEnding, startEnding] = useTransition();
  const end = () =>
    startEnding(async () => {
      const result = await endOtherSessionAction({ id });
      if (result.ok) toast.success(`${device} is signed out`);
      else toast.error(result.error.message);
    });
  return (
    <Button
      size="sm"
      aria-label={`Sign out ${device}`}
      aria-disabled={isEnding || undefined}
      onClick={() => !isEnding && end()}
    >
      Sign out
    </Button>
  );
}

export function EndOtherSessionsButton() {
  const [isEnding, startEnding] = useTransition();
  const end = () =>
    startEnding(async () => {
      const result = await endOtherSessionsAction({});
      if (!result.ok) toast.error(result.error.message);
      else if (result.data.ended === 1) toast.success("One other session is signed out");
      else toast.success(`${result.data.ended} other sessions are signed out`);
    });
  return (
    <Button aria-disabled={isEnding || undefined} onClick={() => !isEnding && end()}>
      Sign out everywhere else
    </Button>
  );
}
