import type { Route } from "next";
import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { MailState } from "@/db/schema/vocabulary";
import { MessageState } from "./message-state";

export interface ListedMessage {
  id: string;
  subject: string;
  /** Empty when the person has asked to be forgotten. */
  recipient: string;
  state: MailState;
  createdAt: Date;
}

export function MessageRow({ message: { id, subject, recipient, state, createdAt } }: { message: ListedMessage }) {
  return (
    <li className="relative flex items-center gap-3 px-4 py-2.5 hover:bg-sunken">
      <div className="min-w-0 flex-1">
        <Link
          href={`/outbox/${id}` as Route}
          className="block truncate font-medium text-text after:absolute after:inset-0 focus-visible:after:-outline-offset-2"
        >
          {subject}
        </Link>
        <p className="truncate text-muted text-sm">{recipient || "somebody whose account is gone"}</p>
      </div>
      <MessageState state={state} />
      <Time at={createdAt} format="age" className="w-10 text-right text-muted text-sm" />
    </li>
  );
}
