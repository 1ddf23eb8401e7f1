import { NonRetriableError, RetryAfterError } from "inngest";
import { AppError, type ErrorCode } from "@/lib/errors";

const CLIENT_CODES = new Set<ErrorCode>(["invalid", "unauthenticated", "forbidden", "not_found", "conflict"]);

/** What a service threw, in the words of the queue: never try again, try again then, or as usual. */
export function toRunError(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  if (CLIENT_CODES.has(error.code)) throw new NonRetriableError(error.message, { cause: error });
  if (error.retryAfter !== undefined)
    throw new RetryAfterError(error.message, error.retryAfter * 1000, { cause: error });
  throw error;
}
