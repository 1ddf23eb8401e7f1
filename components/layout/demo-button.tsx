"use client";

import { ArrowRight } from "lucide-react";
import { startDemoAction } from "@/app/(auth)/actions";
import { ActionForm } from "@/components/form/action-form";
import type { ButtonProps } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { cn } from "@/lib/utils";

/** One press, no account: a hunt of one's own, filled in. */
export function DemoButton({ className, children = "Try the demo", ...props }: Omit<ButtonProps, "type" | "asChild">) {
  return (
    <ActionForm action={startDemoAction} className={cn("space-y-2", className)}>
      <SubmitButton busyLabel="Preparing the demo…" className="w-full" {...props}>
        {children}
        <ArrowRight aria-hidden />
      </SubmitButton>
    </ActionForm>
  );
}
