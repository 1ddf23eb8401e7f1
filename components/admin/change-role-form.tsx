"use client";

import { toast } from "sonner";
import { changeRoleAction } from "@/app/admin/actions";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Role } from "@/db/schema/vocabulary";

export function ChangeRoleForm({ id, role }: { id: string; role: Role }) {
  return (
    <ActionForm
      action={changeRoleAction}
      onSuccess={({ role }) => toast.success(role === "admin" ? "Now an admin" : "No longer an admin")}
    >
      <input type="hidden" name="id" value={id} />
      <Field name="role" label="Role" hint="Admins see everybody’s account, never their hunt.">
        <Select defaultValue={role}>
          <option value="user">User</option>
          <option value="admin">Admin</option>
        </Select>
      </Field>
      <SubmitButton variant="secondary" busyLabel="Changing the role…">
        Change role
      </SubmitButton>
    </ActionForm>
  );
}
