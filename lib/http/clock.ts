import { setTimeout as delay } from "node:timers/promises";
import { HttpError } from "./errors";
import type { HttpClock } from "./types";

export const systemClock: HttpClock = {
  now: Date.now,
  sleep: async (ms, signal) => {
    try {
      await delay(ms, undefined, { signal });
    } catch (cause) {
      throw abortedError(cause);
    }
  },
  random: Math.random,
};

export function abortedError(cause?: unknown): HttpError {
  return new HttpError("aborted", "The request was canceled", { cause });
}

/** The same promise, but rejecting with the signal's reason (an HttpError "aborted" unless it already is an HttpError) as soon as it aborts. */
export function untilAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason instanceof HttpError ? signal.reason : abortedError(signal.reason));
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
