import { MailCheck } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { MessageRow } from "@/components/outbox/message-row";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { listOutbox } from "@/lib/mail/service";
import { isLocalOutbox } from "@/lib/mail/settings";
import { getOutboxReader } from "./reader";

export const metadata: Metadata = { title: "Outbox" };

export default async function OutboxPage({ searchParams }: PageProps<"/outbox">) {
  const { cursor } = await searchParams;
  const reader = await getOutboxReader();
  const { messages, nextCursor } = await listOutbox(reader, {
    cursor: typeof cursor === "string" ? cursor : undefined,
  });
  return (
    <Page
      title="Outbox"
      description={
        isLocalOutbox()
          ? "No mail provider is configured, so mail stays here to be opened. Set RESEND_API_KEY or SMTP_URL to send it."
          : "What was sent and what was not. The text of sent mail is not kept."
      }
      width="prose"
    >
      <Card>
        {messages.length === 0 ? (
          <EmptyState
            icon={MailCheck}
            title="No mail yet"
            description="Confirmations, new passwords and sign-in alerts appear here as they are written."
          />
        ) : (
          <ul className="divide-y divide-border">
            {messages.map(({ id, subject, recipient, state, createdAt }) => (
              <MessageRow key={id} message={{ id, subject, recipient, state, createdAt }} />
            ))}
          </ul>
        )}
        {nextCursor && (
          <div className="border-border border-t p-2 text-center">
            <Button asChild variant="ghost">
              <Link href={`/outbox?cursor=${encodeURIComponent(nextCursor)}` as Route}>Older mail</Link>
            </Button>
          </div>
        )}
      </Card>
    </Page>
  );
}
