import type { ReplayPosting } from "./postings";

/** What a client asked, without the prefix of the source. */
export interface Asked {
  method: string;
  url: URL;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface Answer {
  status: number;
  type: string;
  body: string;
  headers?: Record<string, string>;
}

/** One board as recorded: which postings it has, and how it answers. */
export interface Shape {
  /** How many postings a board has unless told. */
  size: number;
  /** The company boards that exist; any other token is unknown. */
  boards?: readonly string[];
  postings(size: number, now: Date): ReplayPosting[];
  /** Undefined for a path the board does not have. */
  answer(asked: Asked, postings: readonly ReplayPosting[], now: Date): Answer | undefined;
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
});

export const html = (body: string, headers?: Record<string, string>): Answer => ({
  status: 200,
  type: "text/html; charset=utf-8",
  body,
  ...(headers && { headers }),
});
