import { Inbox } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";

/**
 * Stands below a form that makes JOBA write a mail, when no provider is configured. `canOpen`: the reader may open the
 * outbox (signed in, or OUTBOX=public).
 */
export function OutboxNotice({ canOpen }: { canOpen: boolean }) {
  return (
    <p className="mt-4 flex gap-2 rounded-md bg-info-soft px-3 py-2 text-info text-sm">
      <Inbox aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        No mail provider is configured: the message waits in the outbox.{" "}
        {canOpen ? (
          <Link href={"/outbox" as Route} className="rounded-sm font-medium underline underline-offset-2">
            Open the outbox
          </Link>
        ) : (
          "An admin can open it, and its link is printed in the terminal JOBA was started from."
        )}
      </span>
    </p>
  );
}
