import "server-only";
import type { Database } from "@/db/client";
import {
  findOutboxMessage,
  hasOutboxMessage,
  listOutboxMessages,
  type OutboxListRow,
  type OutboxScope,
} from "@/db/queries/outbox";
import type { OutboxMessage } from "@/db/schema";
import { hasPermission } from "@/lib/auth/permissions";
import type { Context } from "@/lib/context";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { AppError } from "@/lib/errors";
import { isLocalOutbox, isOutboxPublic } from "./settings";

/** Who looks into the outbox: a signed-in person, or anybody at all where it is public. */
export type OutboxReader = Context | { actor?: undefined; db: Database };

const PAGE_SIZE = 50;

/** Newest first, without bodies. People see their own mail, whoever runs this JOBA sees all of it. */
export async function listOutbox(
  reader: OutboxReader,
  { cursor }: { cursor?: string } = {},
): Promise<{ messages: OutboxListRow[]; nextCursor?: string }> {
  const [createdAt, id] = cursor ? decodeCursor(cursor, 2) : [];
  const after = cursor ? { createdAt: new Date(Number(createdAt)), id: String(id) } : undefined;
  const rows = await listOutboxMessages(reader.db, { scope: scopeOf(reader), limit: PAGE_SIZE + 1, after });
  const messages = rows.slice(0, PAGE_SIZE);
  const last = messages.at(-1);
  const nextCursor = rows.length > PAGE_SIZE && last ? encodeCursor([last.createdAt.getTime(), last.id]) : undefined;
  return { messages, nextCursor };
}

/** One mail with its body, which only the local outbox keeps. */
export async function getOutboxMessage(
  reader: OutboxReader,
  { id }: { id: string },
): Promise<Omit<OutboxMessage, "keyHash">> {
  const row = await findOutboxMessage(reader.db, { scope: scopeOf(reader), id });
  if (!row) throw new AppError("not_found", "Message not found");
  const { keyHash: _keyHash, ...message } = row;
  return message;
}

/** Whether the outbox belongs in the navigation: mail waits there, or some of it went wrong. */
export async function showsOutbox(ctx: Context): Promise<boolean> {
  const isDemo = ctx.actor.kind === "user" && ctx.actor.isDemo;
  if (isLocalOutbox() && !isDemo) return true;
  return hasOutboxMessage(ctx.db, { scope: scopeOf(ctx), states: ["waiting", "failed", "needs_review"] });
}

function scopeOf({ actor }: OutboxReader): OutboxScope {
  if (actor?.kind === "user") {
    return hasPermission({ actor }, "outbox:read_all") ? { everybody: true } : { userId: actor.userId };
  }
  if (!actor && isOutboxPublic()) return { everybody: true };
  throw new AppError("forbidden", "The outbox opens to whoever is signed in");
}
