import { MailX, UserLock } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Role } from "@/db/schema/vocabulary";

/** The sign-up page where nobody can register right now: why, and what to do about it. */
export function ClosedSignUp({ isLinkDead, isOnInvitation }: { isLinkDead: boolean; isOnInvitation: boolean }) {
  const Icon = isLinkDead ? MailX : UserLock;
  return (
    <>
      <span className="mb-4 grid size-10 place-items-center rounded-lg border border-border bg-surface text-muted shadow-xs">
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <h1 className="font-semibold text-2xl">{titleOf(isLinkDead, isOnInvitation)}</h1>
      <p className="mt-1 mb-6 text-muted">
        {isOnInvitation ? (
          <>
            Ask whoever runs this JOBA to invite your e-mail address. The invitation comes by mail; its link works once,
            for 7 days, and opens this page with your address filled in.
          </>
        ) : (
          "Whoever runs this JOBA has closed sign-up."
        )}
      </p>
      <Button asChild variant="primary" size="lg" className="w-full">
        <Link href={"/sign-in" as Route}>Sign in</Link>
      </Button>
    </>
  );
}

function titleOf(isLinkDead: boolean, isOnInvitation: boolean): string {
  if (!isOnInvitation) return "No new accounts here";
  return isLinkDead ? "This invitation no longer works" : "By invitation only";
}

/** Above the form where anybody may register anyway. */
export function DeadLinkNotice({ children }: { children?: ReactNode }) {
  return (
    <p role="status" className="mb-4 rounded-md bg-warning-soft px-3 py-2 text-warning">
      This invitation was used, revoked or is over. {children}
    </p>
  );
}

/** The address an invitation was mailed to; nobody registers another one with it. */
export function InvitedAddress({ email, role }: { email: string; role: Role }) {
  return (
    <div className="rounded-md border border-border bg-sunken px-3 py-2">
      <p className="text-muted text-sm">{role === "admin" ? "Invited as admin" : "Invited"}</p>
      <p className="wrap-anywhere font-medium">{email}</p>
      {/* For password managers, which would otherwise store the password without a name. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
    </div>
  );
}
