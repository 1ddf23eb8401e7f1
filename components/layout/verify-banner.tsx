"use client";

import type { Route } from "next";
import Link from "next/link";
import { useTransition } from "react";
import { toast } from "sonner";
import { resendOwnVerificationAction } from "@/app/(app)/settings/security/actions";

const linkClasses =
  "touch-target shrink-0 rounded-sm font-medium text-accent-text underline decoration-accent/40 underline-offset-4 hover:decoration-accent";

/** Until the address is confirmed. As high as the demo's banner, whose place it takes. */
export function VerifyBanner({ email, hasLocalOutbox }: { email: string; hasLocalOutbox: boolean }) {
  const [isSending, startSending] = useTransition();
  const sendAgain = () =>
    startSending(async () => {
      const result = await resendOwnVerificationAction({});
      if (!result.ok) toast.error(result.error.message);
      else if (result.data.isVerified) toast.success("Your address is confirmed already");
      else toast.success(hasLocalOutbox ? "A new link comes to the outbox" : `A new link goes to ${email}`);
    });
  return (
    <aside
      aria-label="Address not confirmed"
      className="sticky top-0 z-30 flex h-(--banner-height) items-center justify-center gap-x-3 border-border border-b bg-accent-soft px-4 text-sm text-text"
    >
      <p className="truncate">
        Confirm your address<span className="max-lg:hidden"> with the link in the mail to {email}</span>.
      </p>
      {hasLocalOutbox && (
        <Link href={"/outbox" as Route} className={linkClasses}>
          Open the outbox
        </Link>
      )}
      <button
        type="button"
        className={linkClasses}
        aria-disabled={isSending || undefined}
        onClick={() => !isSending && sendAgain()}
      >
        Send again
      </button>
    </aside>
  );
}
