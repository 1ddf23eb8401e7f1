"use client";

import { useState } from "react";
import { changeEmailAction } from "@/app/(app)/settings/security/actions";
import { ActionForm } from "@/components/form/action-form";
import { OutboxNotice } from "@/components/outbox/outbox-notice";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";
import { PasswordField } from "./password-field";

/** Changes nothing by itself: the link in the mail to the new address does. */
export function EmailForm({ hasPassword, showsOutbox }: { hasPassword: boolean; showsOutbox: boolean }) {
  const [state, setState] = useState<"closed" | "open" | "asked">("closed");
  if (state !== "open") {
    return (
      <>
        <div role="status">
          {state === "asked" && (
            <p className="mb-3">
              Open the link in the mail to the new address within an hour. Until then the address stays as it is.
            </p>
          )}
        </div>
        <Button onClick={() => setState("open")}>Change address</Button>
        {state === "asked" && showsOutbox && <OutboxNotice canOpen />}
      </>
    );
  }
  return (
    <ActionForm action={changeEmailAction} className="max-w-sm" onSuccess={() => setState("asked")}>
      <Field name="email" label="New address" hint="We mail it a link; the old address is told." isRequired>
        <Input type="email" autoComplete="email" inputMode="email" autoCapitalize="none" spellCheck={false} autoFocus />
      </Field>
      {hasPassword && <PasswordField />}
      <div className="flex gap-2">
        <SubmitButton busyLabel="Sending…">Mail a link to it</SubmitButton>
        <Button variant="ghost" onClick={() => setState("closed")}>
          Cancel
        </Button>
      </div>
    </ActionForm>
  );
}
