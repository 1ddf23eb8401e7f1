"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { toast } from "sonner";
import { Button, type ButtonProps } from "./button";

const SHOWN_MS = 2000;

/** Puts a text on the clipboard and says so where the finger is. `label` names what is copied. */
export function CopyButton({ text, label, ...props }: { text: string; label: string } & Omit<ButtonProps, "children">) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => toast.error("This browser does not let JOBA copy; select the text instead"),
    );
  return (
    <Button onClick={copy} aria-label={isCopied ? "Copied" : `Copy ${label}`} {...props}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      {isCopied ? "Copied" : "Copy"}
    </Button>
  );
}
