import { AppError } from "@/lib/errors";

/** A file that cannot be read, said to the person at the file field. */
export function refuse(message: string, cause?: unknown): AppError {
  return new AppError("invalid", message, { fields: { file: [message] }, cause });
}
