"use client";

import { toast } from "sonner";
import { changePasswordAction } from "@/app/(app)/settings/security/actions";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm
      action={changePasswordAction}
      className="max-w-sm"
      resetOnSuccess
      onSuccess={({ ended }) =>
        toast.success(ended ? "Password changed; the other sessions are signed out" : "Password changed")
      }
    >
      {/* For password managers: whose password this is. */}
      <input type="email" name="username" autoComplete="username" defaultValue={email} hidden />
      <Field name="password" label="Current password" isRequired>
        <Input type="password" autoComplete="current-password" />
      </Field>
      <Field name="newPassword" label="New password" hint="At least 8 characters; a sentence is fine." isRequired>
        <Input type="password" autoComplete="new-password" />
      </Field>
      <SubmitButton busyLabel="Changing…">Change password</SubmitButton>
    </ActionForm>
  );
}
