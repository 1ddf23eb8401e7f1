import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { AppError } from "@/lib/errors";
import { appSecret } from "@/lib/secrets";

/** Keyset positions as opaque text: base64url JSON with a MAC, so that an edited cursor is refused rather than obeyed. */
export function encodeCursor(values: readonly (string | number | null)[]): string {
  const body = Buffer.from(JSON.stringify(values)).toString("base64url");
  return `${body}.${mac(body)}`;
}

/** @throws AppError("invalid") when the text is not a cursor of this server with `length` values. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  const [body = "", signature = ""] = cursor.split(".");
  const expected = Buffer.from(mac(body));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw refused();
  const values: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
  if (!Array.isArray(values) || values.length !== length) throw refused();
  return values;
}

/** The position in a list of the newest first. */
export function encodeRowCursor({ createdAt, id }: { createdAt: Date; id: string }): string {
  return encodeCursor([createdAt.getTime(), id]);
}

/** @throws AppError("invalid") for a cursor of a list that is ordered otherwise. */
export function decodeRowCursor(cursor: string): { createdAt: Date; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== "number" || typeof id !== "string" || !UUID.test(id)) throw refused();
  return { createdAt: new Date(at), id };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function mac(body: string): string {
  return createHmac("sha256", appSecret("cursor")).update(body).digest("base64url").slice(0, 16);
}

function refused(): AppError {
  return new AppError("invalid", "That page marker is not valid", {
    fields: { cursor: ["is not a cursor of this list"] },
  });
}
