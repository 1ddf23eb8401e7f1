"use client";

import { Copy, Download } from "lucide-react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";

/** Ten codes, this once: to copy, to save or to write down. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const text = `${codes.join("\n")}\n`;
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success("Copied"),
      () => toast.error("This browser does not let JOBA copy; select the codes instead"),
    );
  return (
    <div>
      <ol
        aria-label="Recovery codes"
        className="grid gap-x-6 gap-y-1.5 rounded-md border border-border bg-sunken/50 px-4 py-3 font-mono sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-muted text-sm">
        Keep them where you do not keep your phone. Without app and codes, only whoever runs this JOBA can let you in
        again.
      </p>
      <DialogFooter className="justify-start">
        <Button onClick={copy}>
          <Copy aria-hidden />
          Copy
        </Button>
        <Button asChild>
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="joba-recovery-codes.txt">
            <Download aria-hidden />
            Download
          </a>
        </Button>
        <Button variant="primary" className="ml-auto" onClick={onDone}>
          I have kept them
        </Button>
      </DialogFooter>
    </div>
  );
}
