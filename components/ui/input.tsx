"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/utils";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";

export function Input({ className, type = "text", ...props }: ComponentProps<"input">) {
  return (
    <input
      type={type}
      className={cn(controlClasses, "h-8 px-2.5 coarse:h-11", className)}
      {...useFieldControl(props)}
    />
  );
}
