"use client";

import { MailCheck } from "lucide-react";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/actions";

/** An address and a button. What is said afterwards is the same for every address. */
export function AskForMail({
  action,
  submit,
  done,
  isPrimary = false,
}: {
  action: Action<object>;
  submit: string;
  done: string;
  isPrimary?: boolean;
}) {
  const [isDone, setDone] = useState(false);
  return (
    <>
      <ActionForm action={action} onSuccess={() => setDone(true)}>
        <Field name="email" label="E-mail" isRequired>
          <Input type="email" autoComplete="username" inputMode="email" autoCapitalize="none" spellCheck={false} />
        </Field>
        <SubmitButton variant={isPrimary ? "primary" : "secondary"} size="lg" className="w-full" busyLabel="Sending…">
          {submit}
        </SubmitButton>
      </ActionForm>
      <div role="status">
        {isDone && (
          <p className="mt-4 flex gap-2 rounded-md bg-positive-soft px-3 py-2 text-positive text-sm">
            <MailCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>{done}</span>
          </p>
        )}
      </div>
    </>
  );
}
