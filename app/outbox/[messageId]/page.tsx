import { ArrowLeft } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { MessageBody } from "@/components/outbox/message-body";
import { MessageState } from "@/components/outbox/message-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { AppError } from "@/lib/errors";
import { getOutboxMessage } from "@/lib/mail/service";
import { getOutboxReader } from "../reader";

export const metadata: Metadata = { title: "Mail" };

export default async function MessagePage({ params }: PageProps<"/outbox/[messageId]">) {
  const { messageId } = await params;
  const { subject, recipient, state, error, html, text, createdAt } = await loadMessage(messageId);
  return (
    <Page
      title={subject}
      width="prose"
      description={
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <MessageState state={state} />
          <span className="wrap-anywhere">To {recipient || "somebody whose account is gone"}</span>
          <Time at={createdAt} format="datetime" />
        </span>
      }
      actions={
        <Button asChild variant="ghost">
          <Link href={"/outbox" as Route}>
            <ArrowLeft aria-hidden /> Outbox
          </Link>
        </Button>
      }
    >
      {error && <p className="text-muted">What was said: {error}</p>}
      {html && text ? (
        <MessageBody title={subject} html={html} text={text} />
      ) : (
        <Card className="px-4 py-3.5 text-muted">
          The text of mail that goes through a provider is not kept here: links in it open accounts.
        </Card>
      )}
    </Page>
  );
}

async function loadMessage(id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return await getOutboxMessage(await getOutboxReader(), { id });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
