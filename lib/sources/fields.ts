import { z } from "zod";
import type { SalaryInterval } from "@/db/schema/vocabulary";
import { type PageRequest, SourceError, type SourceJob, type SourceQuery } from "./adapter";

/**
 * Fields as boards write them. A required field that does not fit makes its row invalid; an optional one that does not
 * fit is taken as unstated, because it must not cost the posting.
 */
export const requiredText = (max = 300) =>
  z
    .string()
    .max(20_000)
    .transform((text) => text.trim().replace(/\s+/g, " ").slice(0, max))
    .refine((text) => text !== "", "is empty");

export const optionalText = (max = 300) =>
  z
    .string()
    .max(20_000)
    .nullish()
    .transform((text) => text?.trim().replace(/\s+/g, " ").slice(0, max) || undefined)
    .catch(undefined);

/** HTML or long text, kept as it is. */
export const optionalHtml = z
  .string()
  .max(2_000_000)
  .nullish()
  .transform((text) => text || undefined)
  .catch(undefined);

export const optionalNumber = z
  .number()
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined);

export const optionalFlag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined);

/** A platform's own id, as text. */
export const rowId = z.union([z.string().trim().min(1).max(300), z.int()]).transform(String);

export const optionalId = rowId
  .nullish()
  .transform((value) => value ?? undefined)
  .catch(undefined);

export const requiredUrl = z
  .string()
  .trim()
  .max(4000)
  .refine((text) => httpUrl(text) !== undefined, "is not a web address");

export const optionalUrl = z
  .string()
  .max(4000)
  .nullish()
  .transform((text) => (text ? httpUrl(text) : undefined))
  .catch(undefined);

export const textList = (items = 100, max = 300) =>
  z
    .array(z.unknown())
    .max(items * 10)
    .nullish()
    .transform((list) => uniqueTexts((list ?? []).map((text) => (typeof text === "string" ? text.slice(0, max) : ""))))
    .transform((list) => list.slice(0, items))
    .catch([]);

/** The text when it is an http(s) address, else undefined. */
export function httpUrl(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^\s/]/i.test(trimmed)) return undefined;
  return URL.canParse(trimmed) ? trimmed : undefined;
}

/** ISO 8601 text or epoch milliseconds; a text without a zone is UTC. Undefined for anything that is no plausible date. */
export function toDate(value: string | number | null | undefined): Date | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  const isBare = typeof value === "string" && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value);
  const date = new Date(isBare ? `${value.replace(" ", "T")}Z` : value);
  const year = date.getUTCFullYear();
  return year >= 1990 && year < 2200 ? date : undefined;
}

/** "per-year-salary", "1 YEAR", "HOURLY", "ANNUAL" → the unit they mean. */
export function readInterval(label: string | undefined): SalaryInterval | undefined {
  const word = label?.toLowerCase().match(/hour|dai|day|week|month|year|annual/)?.[0];
  if (!word) return undefined;
  if (word === "dai") return "day";
  return word === "annual" ? "year" : (word as SalaryInterval);
}

/** A board's explicit workplace word. Undefined for "unspecified" and for anything longer than a label. */
export function readWorkplace(label: string | undefined): SourceJob["workplace"] {
  const word = label?.toLowerCase().replace(/[^a-z]/g, "");
  if (!word) return undefined;
  if (/^(fully)?(remote|telecommute|remotework|remotejob|distributed|remoto|homeoffice|teletravail)$/.test(word))
    return "remote";
  if (/^hybrid(work|remote|job)?$/.test(word)) return "hybrid";
  return /^(onsite|inoffice|inperson|office)(work|job)?$/.test(word) ? "onsite" : undefined;
}

/** "acme-labs" → "Acme Labs": the only name some boards give. */
export function companyFromBoard(board: string): string {
  return board
    .split(/[-_\s]+/)
    .filter(Boolean)
    .map((word) => (word === word.toLowerCase() ? word[0]?.toUpperCase() + word.slice(1) : word))
    .join(" ");
}

/** The board token, safe as one path segment. Throws `SourceError` off when there is none or it is no token. */
export function boardSegment(query: SourceQuery, board = query.board): string {
  const token = board.trim();
  if (token === "") throw new SourceError("off", "Name at least one company board to read");
  if (/^\.+$|[/\\?#]/.test(token)) throw new SourceError("off", `"${token.slice(0, 80)}" is not a board name`);
  return encodeURIComponent(token);
}

/** The path of an address as decoded segments, without blanks. */
export function pathSegments(url: URL): string[] {
  const segments = url.pathname.split("/").filter(Boolean);
  try {
    return segments.map(decodeURIComponent);
  } catch {
    return segments;
  }
}

export function getJson(url: string, state?: PageRequest["state"]): PageRequest {
  return { url, headers: { accept: "application/json" }, ...(state && { state }) };
}

/** Trimmed, without blanks and repeats, in order. */
export function uniqueTexts(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.map((text) => text?.trim()).filter((text): text is string => Boolean(text)))];
}

/** Leaves out keys whose value is undefined, so that "unstated" is one thing. */
export function stated<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
