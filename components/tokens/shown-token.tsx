"use client";

import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { DialogFooter } from "@/components/ui/dialog";

/** A new token, this once. */
export function ShownToken({ token, onDone }: { token: string; onDone: () => void }) {
  return (
    <div>
      <output
        aria-label="Your token"
        className="wrap-anywhere block select-all rounded-md border border-border bg-sunken/50 px-4 py-3 font-mono"
      >
        {token}
      </output>
      <p className="mt-3 text-muted text-sm">
        Send it as <code className="font-mono">Authorization: Bearer</code> and the token. Whoever has it can do what it
        may do: keep it like a password.
      </p>
      <DialogFooter className="justify-start">
        <CopyButton text={token} label="the token" />
        <Button variant="primary" className="ml-auto" onClick={onDone}>
          I have kept it
        </Button>
      </DialogFooter>
    </div>
  );
}
