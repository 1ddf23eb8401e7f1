"use client";

import { startTransition, useOptimistic } from "react";
import { toast } from "sonner";
import { updateSourceAction } from "@/app/(app)/settings/actions";
import { Switch } from "@/components/ui/switch";

/** Effective at once; goes back when the server refuses. */
export function SourceSwitch({
  sourceId,
  name,
  isEnabled,
  isDisabled,
  describedBy,
}: {
  sourceId: string;
  name: string;
  isEnabled: boolean;
  isDisabled: boolean;
  describedBy: string;
}) {
  const [isOn, setOn] = useOptimistic(isEnabled);
  const change = (next: boolean) =>
    startTransition(async () => {
      setOn(next);
      const result = await updateSourceAction({ sourceId, isEnabled: next });
      if (!result.ok) toast.error(result.error.message);
      else toast.success(next ? `${name} will be read in the next run` : `${name} is off`);
    });
  return (
    <Switch
      aria-label={`Read ${name}`}
      aria-describedby={describedBy}
      checked={isOn}
      disabled={isDisabled}
      onCheckedChange={change}
      className="mt-0.5"
    />
  );
}
