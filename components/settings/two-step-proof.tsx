"use client";

import { CodeFields } from "@/components/auth/code-fields";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/actions";
import { PasswordField } from "./password-field";

/** Password and code together, before the second step is weakened. */
export function TwoStepProof<T>({
  action,
  hasPassword,
  submit,
  isDangerous,
  onDone,
  onCancel,
}: {
  action: Action<T>;
  hasPassword: boolean;
  submit: string;
  isDangerous?: boolean;
  onDone: (data: T) => void;
  onCancel: () => void;
}) {
  return (
    <ActionForm action={action} onSuccess={onDone}>
      {hasPassword && <PasswordField />}
      <CodeFields />
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton variant={isDangerous ? "danger" : "primary"} busyLabel="Checking…">
          {submit}
        </SubmitButton>
      </DialogFooter>
    </ActionForm>
  );
}
