"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/lib/utils";
import { FieldControlContext, useFieldError } from "./field-context";
import { Label } from "./label";

interface FieldProps {
  /** Dotted path of the action's input; the control inside posts under it and its server errors show here. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Overrides the server's message. */
  error?: string;
  isRequired?: boolean;
  /** "Optional" and the like, right of the label. */
  aside?: ReactNode;
  /** Label beside the control, for Checkbox and Switch. */
  isInline?: boolean;
  className?: string;
  children: ReactNode;
}

/** A label, a control from components/ui, a hint and the server's error, wired by ids. */
export function Field({ name, label, hint, error, isRequired, aside, isInline, className, children }: FieldProps) {
  const id = useId();
  const serverError = useFieldError(name);
  const message = error ?? serverError;
  // The error stands in the place of the hint: it says the same and what is wrong.
  const noteId = message || hint ? `${id}-note` : undefined;
  const control = {
    id,
    name,
    ...(noteId && { "aria-describedby": noteId }),
    ...(message && { "aria-invalid": true as const }),
    ...(isRequired && { required: true }),
  };
  const note = message ? (
    <p id={noteId} className="flex items-start gap-1.5 text-danger text-sm">
      <CircleAlert aria-hidden className="mt-[3px] size-3.5 shrink-0" />
      <span>{message}</span>
    </p>
  ) : (
    hint && (
      <p id={noteId} className="text-muted text-sm">
        {hint}
      </p>
    )
  );
  return (
    <FieldControlContext value={control}>
      {isInline ? (
        <div className={cn("flex min-w-0 items-start gap-2.5", className)}>
          <span className="flex h-5 items-center">{children}</span>
          <div className="min-w-0 space-y-0.5">
            <Label htmlFor={id}>{label}</Label>
            {note}
          </div>
        </div>
      ) : (
        <div className={cn("min-w-0 space-y-1.5", className)}>
          <div className="flex items-baseline justify-between gap-3">
            <Label htmlFor={id}>{label}</Label>
            {aside && <span className="text-muted text-xs">{aside}</span>}
          </div>
          {children}
          {note}
        </div>
      )}
    </FieldControlContext>
  );
}
