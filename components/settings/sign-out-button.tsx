"use client";

import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/ui/submit-button";

export function SignOutButton({ children }: { children: ReactNode }) {
  return (
    <ActionForm action={signOutAction}>
      <SubmitButton variant="secondary" busyLabel="Signing out…">
        {children}
      </SubmitButton>
    </ActionForm>
  );
}
