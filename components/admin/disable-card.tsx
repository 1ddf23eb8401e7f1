"use client";

import { useState } from "react";
import { toast } from "sonner";
import { disablePersonAction, enablePersonAction } from "@/app/admin/actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
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
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { Time } from "@/components/ui/time";

interface DisableCardProps {
  id: string;
  who: string;
  disabledAt?: Date;
  reason?: string;
}

export function DisableCard({ id, who, disabledAt, reason }: DisableCardProps) {
  return (
    <Card>
      <CardHeader>
        <CardTitle>{disabledAt ? "Disabled" : "Disable"}</CardTitle>
        <CardDescription>
          {disabledAt ? (
            <>
              Closed <Time at={disabledAt} />
              {reason && `: ${reason}`}. Nothing is deleted.
            </>
          ) : (
            "Ends every session and token at once and stops what runs. Nothing is deleted."
          )}
        </CardDescription>
      </CardHeader>
      <CardContent>{disabledAt ? <EnableForm id={id} /> : <DisableDialog id={id} who={who} />}</CardContent>
    </Card>
  );
}

function EnableForm({ id }: { id: string }) {
  return (
    <ActionForm action={enablePersonAction} onSuccess={() => toast.success("The account is open again")}>
      <input type="hidden" name="id" value={id} />
      <SubmitButton variant="secondary" busyLabel="Enabling…">
        Enable account
      </SubmitButton>
    </ActionForm>
  );
}

function DisableDialog({ id, who }: Pick<DisableCardProps, "id" | "who">) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="danger">Disable account…</Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle className="wrap-anywhere">Disable {who}?</DialogTitle>
          <DialogDescription>
            They are signed out everywhere, their tokens stop working and running searches are canceled. They cannot
            sign in until the account is enabled again.
          </DialogDescription>
        </DialogHeader>
        <ActionForm
          action={disablePersonAction}
          onSuccess={() => {
            setOpen(false);
            toast.success("The account is disabled");
          }}
        >
          <input type="hidden" name="id" value={id} />
          <Field name="reason" label="Reason" hint="Kept in the audit log." isRequired>
            <Textarea rows={3} maxLength={300} />
          </Field>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <SubmitButton variant="danger" busyLabel="Disabling…">
              Disable account
            </SubmitButton>
          </DialogFooter>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
