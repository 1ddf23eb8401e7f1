"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { resetPasswordAction } from "@/app/(links)/actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

export function NewPasswordForm({ token }: { token: string }) {
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <div role="status">
        <h1 className="font-semibold text-2xl">Your password is new</h1>
        <p className="mt-1 mb-6 text-muted">Every session and every API token has ended. Sign in with the new one.</p>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href={"/sign-in" as Route}>Sign in</Link>
        </Button>
      </div>
    );
  }
  return (
    <>
      <h1 className="font-semibold text-2xl">Choose a new password</h1>
      <p className="mt-1 mb-6 text-muted">It signs you out everywhere and ends the tokens of your scripts.</p>
      <ActionForm action={resetPasswordAction} onSuccess={() => setDone(true)}>
        <input type="hidden" name="token" value={token} />
        <Field name="password" label="New password" hint="At least 8 characters; a sentence is fine." isRequired>
          <Input type="password" autoComplete="new-password" />
        </Field>
        <SubmitButton size="lg" className="w-full" busyLabel="Saving…">
          Save the password
        </SubmitButton>
      </ActionForm>
    </>
  );
}
