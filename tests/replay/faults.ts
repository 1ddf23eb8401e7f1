import type { ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Answer } from "./shape";

/** What a board can do instead of answering. */
export type FaultKind = "429" | "403" | "html" | "truncated" | "stall" | "huge" | "empty" | "empty_list";

export interface Fault {
  kind: FaultKind;
  /** Only this many requests; then the board is well again. */
  times?: number;
  /** Only requests whose path matches. */
  path?: RegExp;
  /** For "429". */
  retryAfterSeconds?: number;
}

const HUGE_BYTES = 50 * 1024 * 1024;
const CHUNK = Buffer.alloc(256 * 1024, "x");
const WALL = `<!doctype html><html><head><title>Just a moment...</title></head><body><p>Verifying you are a human.</p></body></html>`;

/** Answers with the fault. `answer` is what the board would have said. */
export async function answerWithFault(
  response: ServerResponse,
  fault: Fault,
  answer: Answer | undefined,
): Promise<number> {
  switch (fault.kind) {
    case "429":
      return send(response, 429, "text/plain", "Too Many Requests", {
        "retry-after": String(fault.retryAfterSeconds ?? 1),
      });
    case "403":
      return send(response, 403, "text/html", "<html><body><h1>Access denied</h1></body></html>");
    case "html":
      return send(response, 200, "text/html; charset=utf-8", WALL);
    case "truncated": {
      const { type, body } = answer ?? { type: "application/json", body: '{"jobs":[{"id":' };
      return send(response, 200, type, body.slice(0, Math.floor(body.length * 0.6)));
    }
    case "empty":
      return send(response, 200, answer?.type ?? "text/plain", "");
    case "huge":
      return sendHuge(response, answer?.type ?? "application/json");
    case "stall":
    case "empty_list":
      return 0;
  }
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): number {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), ...headers }).end(body);
  return status;
}

/** 50 MB without a length in front, as fast as the reader takes it. */
async function sendHuge(response: ServerResponse, type: string): Promise<number> {
  response.writeHead(200, { "content-type": type });
  // A reader that gives up half-way is the expected end.
  await pipeline(hugeBody(type), response).catch(() => {});
  return 200;
}

function* hugeBody(type: string): Generator<string | Buffer> {
  yield type.includes("json") ? '{"jobs":["' : "<!doctype html><!--";
  for (let sent = 0; sent < HUGE_BYTES; sent += CHUNK.length) yield CHUNK;
}
