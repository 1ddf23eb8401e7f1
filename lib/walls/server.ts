import "server-only";
import { type IncomingMessage, Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { PEER_APPENDED } from "@/lib/auth/address";
import { isSecure } from "@/lib/auth/cookie";
import { isOwnOrigin } from "@/lib/auth/origin";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";
import { HSTS, SECURITY_HEADERS } from "./headers";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
/** These know tokens and signatures from cookies themselves; whatever else changes something is a form of ours. */
const TELLS_CALLERS_APART = /^\/api\/(?:v1|account-data|inngest|webhooks)(?:[/?]|$)/;

/**
 * Stands between Node's server and Next, which answers TRACE with 500 and offers no place for this: refuses what no page
 * of ours sends, gives every answer its headers (also those Next makes before it reads its configuration), and writes the
 * peer into X-Forwarded-For as a proxy would. Where JOBA does not own the server (Vercel) next.config.js and the checks
 * in actions and routes stand alone.
 */
export function raiseWalls(): void {
  const holder = globalThis as { [key: symbol]: unknown };
  if (holder[PEER_APPENDED]) return;
  holder[PEER_APPENDED] = true;
  const emit = Server.prototype.emit;
  Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event === "request") {
      const [request, response] = args as [IncomingMessage, ServerResponse];
      appendPeer(request);
      setHeaders(response);
      const status = refusalOf(request);
      if (status) return refuse(request, response, status);
    }
    if (event === "upgrade" && env.NODE_ENV !== "development") {
      const socket = args[1] as Duplex;
      socket.on("error", () => {});
      socket.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return true;
    }
    return Reflect.apply(emit, this, [event, ...args]);
  };
}

/** The status of a request nobody may make, or undefined. */
export function refusalOf(request: Pick<IncomingMessage, "method" | "url" | "headers">): number | undefined {
  const { method = "", url = "", headers } = request;
  if (!METHODS.has(method)) return 405;
  // An absolute address makes Next answer for, or connect to, a host of the caller's choice.
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\") || !isDecodable(url)) return 400;
  if (!SAFE.has(method) && !TELLS_CALLERS_APART.test(url) && !isOwnOrigin((name) => first(headers[name]))) return 403;
  return undefined;
}

/** Next answers a broken percent sign with 500. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number): true {
  if (status === 403) logger.warn({ method: request.method, code: "forbidden" }, "refused");
  if (status === 405) response.setHeader("allow", [...METHODS].join(", "));
  response.writeHead(status, { "content-type": "text/plain", "cache-control": "no-store", connection: "close" });
  response.end(status === 403 ? "This request did not come from JOBA.\n" : undefined);
  return true;
}

function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (isSecure) response.setHeader("strict-transport-security", HSTS);
}

function appendPeer({ headers, socket }: IncomingMessage): void {
  const chain = first(headers["x-forwarded-for"]);
  const peer = socket.remoteAddress ?? "unknown";
  headers["x-forwarded-for"] = chain ? `${chain}, ${peer}` : peer;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value;
}
