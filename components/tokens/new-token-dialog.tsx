"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { NewTokenForm } from "./new-token-form";
import { ShownToken } from "./shown-token";

export function NewTokenDialog({ today }: { today: string }) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<{ token: string; name: string }>();
  const change = (open: boolean) => {
    setOpen(open);
    // The token leaves memory with the dialog; it is not to be had again.
    if (!open) setMade(undefined);
  };
  return (
    <Dialog open={isOpen} onOpenChange={change}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          New token
        </Button>
      </DialogTrigger>
      <DialogContent onInteractOutside={(event) => made && event.preventDefault()}>
        <DialogHeader>
          <DialogTitle className="wrap-anywhere">{made ? `“${made.name}” is ready` : "New token"}</DialogTitle>
          <DialogDescription>
            {made ? "Copy it now: it is shown this once and not stored." : "It acts for you within its scopes."}
          </DialogDescription>
        </DialogHeader>
        {made ? (
          <ShownToken token={made.token} onDone={() => change(false)} />
        ) : (
          <NewTokenForm today={today} onMade={setMade} />
        )}
      </DialogContent>
    </Dialog>
  );
}
