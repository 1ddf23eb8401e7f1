"use client";

import { KeyRound } from "lucide-react";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { deleteSourceKeyAction, setSourceKeyAction } from "@/app/(app)/settings/actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SubmitButton } from "@/components/ui/submit-button";

/** Write-only: a stored key can be replaced or removed, never read back. */
export function SourceKey({
  sourceId,
  name,
  hasKey,
  isDisabled,
}: {
  sourceId: string;
  name: string;
  hasKey: boolean;
  isDisabled: boolean;
}) {
  const [isEditing, setEditing] = useState(false);
  const [wasEditing, setWasEditing] = useState(false);
  const [isRemoving, startRemoving] = useTransition();
  const remove = () =>
    startRemoving(async () => {
      const result = await deleteSourceKeyAction({ sourceId });
      if (result.ok) toast.success(`The key for ${name} was removed`);
      else toast.error(result.error.message);
    });

  const close = () => {
    setEditing(false);
    setWasEditing(true);
  };

  if (!isEditing) {
    return (
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <KeyRound aria-hidden className="size-3.5 text-muted" />
        <span className="text-muted">{hasKey ? "A key is stored, encrypted." : "No key stored."}</span>
        <Button size="sm" disabled={isDisabled} autoFocus={wasEditing} onClick={() => setEditing(true)}>
          {hasKey ? "Replace key" : "Add key"}
        </Button>
        {hasKey && (
          <Button size="sm" variant="ghost" disabled={isDisabled} aria-disabled={isRemoving} onClick={remove}>
            Remove
          </Button>
        )}
      </div>
    );
  }
  return (
    <ActionForm
      action={setSourceKeyAction}
      className="max-w-md space-y-3"
      onSuccess={() => {
        close();
        toast.success(`The key for ${name} is stored`);
      }}
    >
      <input type="hidden" name="sourceId" value={sourceId} />
      <Field name="key" label={`Key for ${name}`} hint="Stored encrypted and never shown again." isRequired>
        <Input type="password" autoComplete="off" spellCheck={false} autoFocus />
      </Field>
      <div className="flex gap-2">
        <SubmitButton size="sm" busyLabel="Storing the key…">
          Store key
        </SubmitButton>
        <Button size="sm" variant="ghost" onClick={close}>
          Cancel
        </Button>
      </div>
    </ActionForm>
  );
}
