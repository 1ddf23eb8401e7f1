"use client";

import { toast } from "sonner";
import { resendVerificationToAction } from "@/app/admin/actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

export function ResendVerificationButton({ id }: { id: string }) {
  return (
    <ActionForm
      action={resendVerificationToAction}
      className="mt-4"
      onSuccess={() => toast.success("The mail is on its way")}
    >
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" busyLabel="Sending…">
        Send confirmation again
      </SubmitButton>
    </ActionForm>
  );
}
