"use client";

import { toast } from "sonner";
import { endSessionsOfAction } from "@/app/admin/actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

export function EndSessionsButton({ id }: { id: string }) {
  return (
    <ActionForm
      action={endSessionsOfAction}
      onSuccess={({ ended }) => toast.success(ended === 1 ? "One session ended" : `${ended} sessions ended`)}
    >
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" size="sm" busyLabel="Ending sessions…">
        End all
      </SubmitButton>
    </ActionForm>
  );
}
