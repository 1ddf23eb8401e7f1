"use client";

import { toast } from "sonner";
import { updateAccountAction } from "@/app/(app)/settings/actions";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

export function AccountForm({ name }: { name: string }) {
  return (
    <ActionForm action={updateAccountAction} className="max-w-sm" onSuccess={() => toast.success("Saved")}>
      <Field name="name" label="Name" hint="How JOBA calls you. Its admins see it too.">
        <Input defaultValue={name} autoComplete="name" maxLength={100} />
      </Field>
      <SubmitButton busyLabel="Saving…">Save</SubmitButton>
    </ActionForm>
  );
}
