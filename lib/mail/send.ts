import "server-only";
import { createHash } from "node:crypto";
import type { Database } from "@/db/client";
import { findOutboxMessageByKey, insertOutboxMessage, isDemoUser, settleOutboxMessage } from "@/db/queries/outbox";
import type { MailState } from "@/db/schema/vocabulary";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { parseRecipient } from "./address";
import { silentOutbox } from "./outbox";
import { renderMail } from "./render";
import { FAREWELLS, type TemplateName, type TemplateProps } from "./templates";
import { configuredTransport, type Delivery, type Transport } from "./transport";

/** A Context or a PublicContext will do. `transport` is for tests. */
export interface MailContext {
  db: Database;
  now: () => Date;
  transport?: Transport;
}

export interface SendInput<N extends TemplateName> {
  to: string;
  /** Whose mail it is: it then stands in this person's outbox, goes with their account, and a demo visitor's never leaves. */
  userId?: string;
  template: N;
  props: TemplateProps<N>;
  /** Names this one mail ("reset-password:<token hash>"). The same key again sends nothing. */
  idempotencyKey: string;
}

export interface SendResult {
  messageId: string;
  state: MailState;
  /** True when the key was used before, so nothing was sent this time. */
  isRepeat: boolean;
}

/**
 * The only sender. The ledger row is committed before the provider is asked, so call it outside a transaction. What a
 * provider does is in `state`, not thrown: "failed" was certainly not taken, "needs_review" may have been and is never
 * sent again by itself.
 * @throws AppError("invalid") when `to` is not exactly one plain address.
 */
export async function send<N extends TemplateName>(ctx: MailContext, input: SendInput<N>): Promise<SendResult> {
  const to = parseRecipient(input.to);
  const keyHash = hashKey(input.idempotencyKey);
  const mail = await renderMail(input.template, input.props);
  const transport = await transportFor(ctx, input.userId);
  const isKept = transport.kind === "outbox";
  const row = await insertOutboxMessage(ctx.db, {
    userId: input.userId,
    keyHash,
    transport: transport.kind,
    template: input.template,
    recipient: FAREWELLS.has(input.template) ? "" : to,
    subject: mail.subject,
    html: isKept ? mail.html : null,
    text: isKept ? mail.text : null,
    createdAt: ctx.now(),
  });
  if (!row) return repeatOf(ctx.db, keyHash);
  const delivery = await deliver(transport, { to, ...mail, key: keyHash });
  const patch = { ...outcomeOf(delivery), settledAt: ctx.now() };
  const settled = await settleOutboxMessage(ctx.db, { id: row.id, patch });
  if (patch.error)
    logger.warn({ messageId: row.id, transport: transport.kind, state: patch.state }, "a mail did not leave");
  return { messageId: row.id, state: settled?.state ?? "needs_review", isRepeat: false };
}

async function transportFor(ctx: MailContext, userId: string | undefined): Promise<Transport> {
  if (userId && (await isDemoUser(ctx.db, { userId }))) return silentOutbox();
  return ctx.transport ?? configuredTransport();
}

/** The key travels to providers as a header and into the Message-ID; as a hash it cannot carry anything else. */
function hashKey(key: string): string {
  if (!key || key.length > 500) throw new AppError("internal", "A mail needs a key of 1 to 500 characters");
  return createHash("sha256").update(key).digest("hex");
}

async function repeatOf(db: Database, keyHash: string): Promise<SendResult> {
  const row = await findOutboxMessageByKey(db, { keyHash });
  if (!row) throw new AppError("conflict", "This mail was being removed; ask for it again");
  return { messageId: row.id, state: row.state, isRepeat: true };
}

/** A transport that breaks its promise and throws may have sent the mail. */
async function deliver(transport: Transport, mail: Parameters<Transport["deliver"]>[0]): Promise<Delivery> {
  try {
    return await transport.deliver(mail);
  } catch {
    return { outcome: "uncertain", reason: "The sender broke off" };
  }
}

function outcomeOf(delivery: Delivery): { state: MailState; providerId?: string; error?: string } {
  if (delivery.outcome === "sent") return { state: "sent", providerId: delivery.providerId };
  if (delivery.outcome === "waiting") return { state: "waiting" };
  return { state: delivery.outcome === "failed" ? "failed" : "needs_review", error: delivery.reason };
}
