import "server-only";
import { findLastAuditRow } from "@/db/queries/audit";
import { findPersonRow, listPeopleRows } from "@/db/queries/people";
import { listLiveSessions } from "@/db/queries/session-list";
import { requirePermission } from "@/lib/auth/permissions";
import { idleSince } from "@/lib/auth/sessions";
import type { Context } from "@/lib/context";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { AppError } from "@/lib/errors";
import { deviceKind, deviceName } from "@/lib/users/device";
import { type ListPeopleInput, listPeopleInput } from "./schemas";

const PAGE_SIZE = 50;
/** Beyond so many nobody reads a list; all of them can still be ended at once. */
const SESSIONS_SHOWN = 100;

export type PersonRow = Awaited<ReturnType<typeof listPeopleRows>>[number];

/** Everybody with an account, by address. */
export async function listPeople(
  ctx: Context,
  input: ListPeopleInput = {},
): Promise<{ people: PersonRow[]; nextCursor?: string }> {
  requirePermission(ctx, "users:read");
  const { q, filter, cursor } = listPeopleInput.parse(input);
  const after = cursor ? String(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await listPeopleRows(ctx.db, { ...live(ctx), words: q, filter, limit: PAGE_SIZE + 1, after });
  const people = rows.slice(0, PAGE_SIZE);
  const last = people.at(-1);
  return { people, nextCursor: rows.length > PAGE_SIZE && last ? encodeCursor([last.email]) : undefined };
}

/** One person with their live sessions and, when disabled, the reason given. */
export async function getPerson(ctx: Context, { id }: { id: string }) {
  requirePermission(ctx, "users:read");
  const person = await findPersonRow(ctx.db, { id, ...live(ctx) });
  if (!person) throw new AppError("not_found", "Person not found");
  const [sessions, disabled] = await Promise.all([
    listLiveSessions(ctx.db, { userId: id, ...live(ctx), limit: SESSIONS_SHOWN }),
    person.disabledAt ? findLastAuditRow(ctx.db, { userId: id, action: "admin.user_disabled" }) : undefined,
  ]);
  return {
    ...person,
    isSelf: id === ctx.actor.userId,
    sessions: sessions.map(({ userAgent, address, createdAt, ...session }) => ({
      ...session,
      device: deviceName(userAgent),
      deviceKind: deviceKind(userAgent),
      address: address && address !== "direct" ? address : undefined,
      signedInAt: createdAt,
      isCurrent: ctx.actor.kind === "user" && session.id === ctx.actor.sessionId,
    })),
    disabledReason: disabled?.detail.reason ? String(disabled.detail.reason) : undefined,
  };
}

function live({ now }: Context): { now: Date; idleSince: Date } {
  return { now: now(), idleSince: idleSince(now()) };
}
