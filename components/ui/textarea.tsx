"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";

/** Grows with its text where the browser can. */
export function Textarea({ className, rows = 4, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      className={cn(controlClasses, "field-sizing-content min-h-20 resize-y px-2.5 py-1.5", className)}
      {...useFieldControl(props)}
    />
  );
}
