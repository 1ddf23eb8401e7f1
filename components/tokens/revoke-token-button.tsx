"use client";

import { useState } from "react";
import { toast } from "sonner";
import { revokeApiTokenAction } from "@/app/(app)/settings/api-tokens/actions";
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
import { SubmitButton } from "@/components/ui/submit-button";

export function RevokeTokenButton({ id, name }: { id: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button size="sm" aria-label={`Revoke ${name}`}>
          Revoke
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle className="wrap-anywhere">Revoke “{name}”?</DialogTitle>
          <DialogDescription>Whatever uses it stops working at once. This cannot be undone.</DialogDescription>
        </DialogHeader>
        <ActionForm
          action={revokeApiTokenAction}
          onSuccess={() => {
            setOpen(false);
            toast.success(`${name} is revoked`);
          }}
        >
          <input type="hidden" name="id" value={id} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>Keep it</Button>
            </DialogClose>
            <SubmitButton variant="danger" busyLabel="Revoking…">
              Revoke token
            </SubmitButton>
          </DialogFooter>
        </ActionForm>
      </DialogContent>
    </Dialog>
  );
}
