"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { confirmEmailAction } from "@/app/(links)/actions";
import { ActionForm } from "@/components/form/action-form";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";

export function ConfirmEmail({ token, email, isSignedIn }: { token: string; email: string; isSignedIn: boolean }) {
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <div role="status">
        <h1 className="font-semibold text-2xl">Address confirmed</h1>
        <p className="wrap-anywhere mt-1 mb-6 text-muted">JOBA writes to {email} from now on.</p>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link href={(isSignedIn ? "/jobs" : "/sign-in") as Route}>{isSignedIn ? "Continue" : "Sign in"}</Link>
        </Button>
      </div>
    );
  }
  return (
    <>
      <h1 className="font-semibold text-2xl">Is this your address?</h1>
      <p className="wrap-anywhere mt-1 mb-6 text-muted">
        Confirm <span className="font-medium text-text">{email}</span> if you entered it on JOBA yourself. If you did
        not, close this page.
      </p>
      <ActionForm action={confirmEmailAction} onSuccess={() => setDone(true)}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton size="lg" className="w-full" busyLabel="Confirming…">
          Confirm this address
        </SubmitButton>
      </ActionForm>
    </>
  );
}
