"use client";

import { toast } from "sonner";
import { endOtherSessionAction, endOtherSessionsAction } from "@/app/(app)/settings/security/actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

export function EndSessionButton({ id, device }: { id: string; device: string }) {
  return (
    <ActionForm
      action={endOtherSessionAction}
      className="space-y-2"
      onSuccess={() => toast.success(`${device} is signed out`)}
    >
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" size="sm" busyLabel="Signing out…" aria-label={`Sign out ${device}`}>
        Sign out
      </SubmitButton>
    </ActionForm>
  );
}

export function EndOtherSessionsButton() {
  return (
    <ActionForm
      action={endOtherSessionsAction}
      onSuccess={({ ended }) =>
        toast.success(ended === 1 ? "One other session is signed out" : `${ended} other sessions are signed out`)
      }
    >
      <SubmitButton variant="secondary" busyLabel="Signing out…">
        Sign out everywhere else
      </SubmitButton>
    </ActionForm>
  );
}
