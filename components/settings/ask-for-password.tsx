"use client";

import { toast } from "sonner";
import { requestPasswordResetAction } from "@/app/(links)/actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

/** For people whom a provider signs in: a first password comes by mail, like a forgotten one. */
export function AskForPassword({ email }: { email: string }) {
  return (
    <ActionForm action={requestPasswordResetAction} onSuccess={() => toast.success(`A link is on its way to ${email}`)}>
      <input type="hidden" name="email" value={email} />
      <SubmitButton variant="secondary" busyLabel="Sending…">
        Mail me a link
      </SubmitButton>
    </ActionForm>
  );
}
