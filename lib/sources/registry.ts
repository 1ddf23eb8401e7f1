import { AppError } from "@/lib/errors";
import type { SourceAdapter } from "./adapter";
import { ashby } from "./ashby";
import { demo } from "./demo";
import { glassdoor } from "./glassdoor";
import { greenhouse } from "./greenhouse";
import { hackernews } from "./hackernews";
import { indeed } from "./indeed";
import { lever } from "./lever";
import { linkedin } from "./linkedin";
import { remoteok } from "./remoteok";
import { remotive } from "./remotive";
import { weworkremotely } from "./weworkremotely";

/** Every board JOBA reads. A new one is its folder and a line here. */
export const SOURCES = {
  linkedin,
  indeed,
  glassdoor,
  greenhouse,
  lever,
  ashby,
  remoteok,
  remotive,
  weworkremotely,
  hackernews,
  demo,
} as const satisfies Record<string, SourceAdapter>;

export type SourceId = keyof typeof SOURCES;

export const SOURCE_IDS = Object.keys(SOURCES) as SourceId[];

export function isSourceId(id: string): id is SourceId {
  return Object.hasOwn(SOURCES, id);
}

/** Throws `AppError` not_found for an id that is no source. */
export function getSource(id: string): SourceAdapter {
  if (!isSourceId(id)) throw new AppError("not_found", `There is no source "${id.slice(0, 40)}"`);
  return SOURCES[id];
}

/** Finds the board behind a careers address: `https://jobs.lever.co/acme/…` → lever, acme. */
export function detectSource(text: string): { sourceId: SourceId; board: string } | undefined {
  const address = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const sourceId of SOURCE_IDS) {
    const board = getSource(sourceId).detectBoard?.(url);
    if (board) return { sourceId, board };
  }
  return undefined;
}
