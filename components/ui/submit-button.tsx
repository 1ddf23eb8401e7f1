"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { cn } from "@/lib/utils";
import { Button, type ButtonProps } from "./button";

/** Busy while its form's action runs. Keeps its width and the focus; a second press does nothing. */
export function SubmitButton({
  children,
  busyLabel = "Working…",
  variant = "primary",
  ...props
}: Omit<ButtonProps, "type" | "asChild"> & { children: ReactNode; busyLabel?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending || undefined}
      onClickCapture={(event) => pending && event.preventDefault()}
      {...props}
    >
      <span className="relative inline-flex items-center gap-1.5">
        <span className={cn("inline-flex items-center gap-1.5", pending && "invisible")}>{children}</span>
        {pending && (
          <span className="absolute inset-0 grid place-items-center">
            <LoaderCircle aria-hidden className="animate-spin" />
          </span>
        )}
      </span>
      <span role="status" className="sr-only">
        {pending ? busyLabel : ""}
      </span>
    </Button>
  );
}
