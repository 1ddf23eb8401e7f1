"use client";

import { sendInvitationAction } from "@/app/admin/actions";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { announceMail } from "./announce-mail";

export function InviteForm() {
  return (
    <ActionForm
      action={sendInvitationAction}
      resetOnSuccess
      onSuccess={({ state }) => announceMail(state)}
      className="max-w-2xl"
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_10rem]">
        <Field name="email" label="E-mail" isRequired>
          <Input type="email" autoComplete="off" inputMode="email" autoCapitalize="none" spellCheck={false} />
        </Field>
        <Field name="role" label="Role">
          <Select defaultValue="user">
            <option value="user">User</option>
            <option value="admin">Admin</option>
          </Select>
        </Field>
      </div>
      <SubmitButton busyLabel="Sending the invitation…">Send invitation</SubmitButton>
    </ActionForm>
  );
}
