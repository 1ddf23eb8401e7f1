import type { Dispatcher } from "undici";
import { readBody } from "./body";
import { decodeText } from "./charset";
import { untilAborted } from "./clock";
import { HttpError, toHttpError } from "./errors";
import { isRetryableStatus, parseRetryAfter } from "./retry";

/** Enough of a refused answer to recognise a challenge page. */
const REFUSAL_BYTES = 64 * 1024;

export interface Exchange {
  dispatcher: Dispatcher;
  url: URL;
  method: "GET" | "POST";
  headers: Record<string, string>;
  body?: string;
  /** Of this exchange, from the first packet to the last. */
  timeoutMs: number;
  idleTimeoutMs: number;
  maxBytes: number;
  signal?: AbortSignal;
  nowMs: number;
  /** Runs first, on the same clock; the request is not made when it throws. */
  before?: () => Promise<unknown>;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  bytes: number;
}

/** One request and its answer, redirects not followed. Whatever ends it early also closes its socket. Throws HttpError; "status" from 400 on. */
export async function exchange(request: Exchange): Promise<Answer> {
  const host = request.url.hostname;
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new HttpError("timeout", `${host} did not answer in time`, { isRetryable: true }));
  }, request.timeoutMs);
  const cancel = () => controller.abort(new HttpError("aborted", "The request was canceled"));
  request.signal?.addEventListener("abort", cancel, { once: true });
  if (request.signal?.aborted) cancel();
  try {
    return await converse(request, controller.signal);
  } catch (cause) {
    const isAnswered = cause instanceof HttpError && cause.kind === "status" && !request.signal?.aborted;
    throw toHttpError(controller.signal.aborted && !isAnswered ? controller.signal.reason : cause, host);
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener("abort", cancel);
  }
}

async function converse(request: Exchange, signal: AbortSignal): Promise<Answer> {
  const { dispatcher, url, method, body, idleTimeoutMs, maxBytes } = request;
  const host = url.hostname;
  if (request.before) await untilAborted(request.before(), signal);
  const pending = dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method,
    headers: request.headers,
    body,
    signal,
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
  });
  // undici only heeds the signal once it is connected; a connection still being made ends by its own timeout.
  const answer = await untilAborted(pending, signal).catch((error) => {
    pending.then(({ body: late }) => late.on("error", ignore).destroy(), ignore);
    throw error;
  });
  const status = answer.statusCode;
  const headers = flattenHeaders(answer.headers);
  const read = (limit: number, isTruncated: boolean) =>
    readBody(answer.body, { maxBytes: limit, isTruncated, contentEncoding: headers["content-encoding"], host });
  if (status < 300) {
    const bytes = await read(maxBytes, false);
    return { status, headers, body: decodeText(bytes, headers["content-type"]), bytes: bytes.length };
  }
  const bytes = await read(REFUSAL_BYTES, true).catch(() => Buffer.alloc(0));
  const text = decodeText(bytes, headers["content-type"]);
  if (status >= 400) throw statusError(host, status, headers, text, request.nowMs);
  return { status, headers, body: text, bytes: bytes.length };
}

function statusError(host: string, status: number, headers: Answer["headers"], body: string, nowMs: number) {
  return new HttpError("status", `${host} answered ${status}`, {
    status,
    headers,
    body,
    isRetryable: isRetryableStatus(status),
    retryAfterSeconds: parseRetryAfter(headers["retry-after"], nowMs),
  });
}

function flattenHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [[name.toLowerCase(), Array.isArray(value) ? value.join(name === "set-cookie" ? "\n" : ", ") : value] as const],
  );
  return Object.fromEntries(entries);
}

function ignore(): void {}
