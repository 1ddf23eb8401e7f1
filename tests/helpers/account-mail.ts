import { createHash, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { outboxMessages } from "@/db/schema";
import type { Context } from "@/lib/context";
import { sendAccountMail } from "@/lib/users/account-mail";
import type { Visitor } from "@/lib/users/visitor";
import type { TestContext } from "./context";

export const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
export const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";

/** Somebody at the door, whose mails go the same way as the person's. */
export function visitorOf({ ctx }: Pick<TestContext, "ctx">, userAgent = FIREFOX): Visitor {
  return { db: ctx.db, now: ctx.now, emit: ctx.emit, address: "203.0.113.7", userAgent };
}

export interface Delivered {
  template: string;
  recipient: string;
  subject: string;
  text: string;
  /** The secret of its link. */
  token: string;
}

/** Writes every mail asked for since the last call, and returns what then stands in the outbox of the people concerned. */
export async function deliverMail({ ctx, emitted }: Pick<TestContext, "ctx" | "emitted">): Promise<Delivered[]> {
  const mails: Delivered[] = [];
  for (const event of emitted.splice(0)) {
    if (event.name !== "account/mail.due") continue;
    const { userId, ...mail } = event.data as { userId: string } & Parameters<typeof sendAccountMail>[1];
    const { sent } = await sendAccountMail(systemOf(ctx, userId), mail);
    if (!sent) continue;
    const keyHash = createHash("sha256").update(`account-mail:${mail.kind}:${mail.requestId}`).digest("hex");
    const [row] = await ctx.db.select().from(outboxMessages).where(eq(outboxMessages.keyHash, keyHash));
    if (!row) throw new Error("no mail was kept");
    const text = row.text ?? "";
    const token = /[?&]token=([\w-]+)/.exec(text)?.[1] ?? "";
    mails.push({ template: row.template, recipient: row.recipient, subject: row.subject, text, token });
  }
  return mails;
}

export function systemOf(ctx: Context, userId: string): Context {
  return { ...ctx, actor: { kind: "system", userId, run: "test" } };
}

export const newAddress = () => `${randomUUID()}@example.test`;
