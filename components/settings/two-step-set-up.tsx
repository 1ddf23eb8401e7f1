"use client";

import { useState } from "react";
import { confirmTwoStepAction, startTwoStepAction } from "@/app/(app)/settings/security/two-step-actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { QrCode } from "@/components/ui/qr-code";
import { SubmitButton } from "@/components/ui/submit-button";
import { PasswordField } from "./password-field";

interface Secret {
  secret: string;
  qr: { path: string; size: number };
}

/** First the password, then the picture for the app and the first code it shows. */
export function TwoStepSetUp({
  hasPassword,
  onDone,
  onCancel,
}: {
  hasPassword: boolean;
  onDone: (data: { recoveryCodes: string[] }) => void;
  onCancel: () => void;
}) {
  const [secret, setSecret] = useState<Secret>();
  if (!secret) {
    return (
      <ActionForm key="start" action={startTwoStepAction} onSuccess={setSecret}>
        {hasPassword ? (
          <PasswordField />
        ) : (
          <p className="text-muted">You sign in without a password, so this needs a sign-in of just now.</p>
        )}
        <DialogFooter>
          <Button onClick={onCancel}>Cancel</Button>
          <SubmitButton busyLabel="Preparing…">Continue</SubmitButton>
        </DialogFooter>
      </ActionForm>
    );
  }
  return (
    <ActionForm key="confirm" action={confirmTwoStepAction} onSuccess={onDone}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <QrCode {...secret.qr} label="QR code for your authenticator app" className="size-44 shrink-0" />
        <div className="min-w-0 flex-1 basis-48 space-y-1.5">
          <p>Scan this with your app. Or type the key yourself:</p>
          <p className="select-all break-words font-mono text-sm" data-testid="secret">
            {secret.secret}
          </p>
        </div>
      </div>
      <Field name="code" label="First code" hint="Six digits the app shows for JOBA." isRequired>
        <Input
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={8}
          autoFocus
          className="font-mono tracking-[0.25em]"
        />
      </Field>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton busyLabel="Checking…">Turn on</SubmitButton>
      </DialogFooter>
    </ActionForm>
  );
}
