"use client";

import { deleteAccountAction } from "@/app/(app)/settings/data/actions";
import { CodeFields } from "@/components/auth/code-fields";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { PasswordField } from "./password-field";

/** Success leaves the page, and not by the router: only a whole answer can tell the browser to forget. */
export function DeleteAccount({
  email,
  hasPassword,
  hasTwoStep,
}: {
  email: string;
  hasPassword: boolean;
  hasTwoStep: boolean;
}) {
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="danger">Delete account</Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Delete this account?</DialogTitle>
          <DialogDescription>
            Nothing of it can be brought back, except from an archive you downloaded before.
          </DialogDescription>
        </DialogHeader>
        <ActionForm action={deleteAccountAction} onSuccess={() => window.location.assign("/goodbye")}>
          {hasPassword ? (
            <PasswordField />
          ) : (
            <p className="text-muted text-sm">You have no password here, so you must have signed in just now.</p>
          )}
          {hasTwoStep && <CodeFields />}
          <Field name="confirmation" label="Address of this account" hint={`Type ${email} to confirm.`} isRequired>
            <Input type="email" inputMode="email" autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Field>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <SubmitButton variant="danger" busyLabel="Deleting…">
              Delete for good
            </SubmitButton>
          </DialogFooter>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
