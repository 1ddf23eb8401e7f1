"use client";

import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { connectProviderAction, disconnectProviderAction } from "@/app/(app)/settings/security/connection-actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "@/components/ui/dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/actions";
import { PasswordField } from "./password-field";

export function ConnectButton({
  provider,
  name,
  hasPassword,
}: {
  provider: string;
  name: string;
  hasPassword: boolean;
}) {
  return (
    <ConfirmedAction
      action={connectProviderAction}
      hidden={{ provider }}
      hasPassword={hasPassword}
      button="Connect"
      label={`Connect ${name}`}
      title={`Connect ${name}`}
      description={`From then on, whoever holds that ${name} account can sign in to this one.`}
      submit={`Go to ${name}`}
    />
  );
}

export function DisconnectButton({ id, name, hasPassword }: { id: string; name: string; hasPassword: boolean }) {
  return (
    <ConfirmedAction
      action={disconnectProviderAction}
      hidden={{ id }}
      hasPassword={hasPassword}
      button="Disconnect"
      label={`Disconnect ${name}`}
      title={`Disconnect ${name}`}
      description={`That ${name} account will no longer sign you in.`}
      submit="Disconnect"
      onDone={() => toast.success(`${name} is disconnected`)}
    />
  );
}

interface ConfirmedActionProps {
  action: Action<unknown>;
  hidden: Record<string, string>;
  hasPassword: boolean;
  button: ReactNode;
  label: string;
  title: string;
  description: string;
  submit: string;
  onDone?: () => void;
}

/** A button that asks for the password once more in a dialog. */
function ConfirmedAction({
  action,
  hidden,
  hasPassword,
  button,
  label,
  title,
  description,
  submit,
  onDone,
}: ConfirmedActionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" aria-label={label} onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{title}</DialogTitle>
            <DialogDescription>{description}</DialogDescription>
          </DialogHeader>
          <ActionForm
            action={action}
            onSuccess={() => {
              setOpen(false);
              onDone?.();
            }}
          >
            {Object.entries(hidden).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            {hasPassword && <PasswordField />}
            <DialogFooter>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <SubmitButton busyLabel="Checking…">{submit}</SubmitButton>
            </DialogFooter>
          </ActionForm>
        </DialogContent>
      </Dialog>
    </>
  );
}
