import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors";

/** Messages per dotted field path; "_" for the whole. At most a hundred, however long the input was. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues.slice(0, 100)) {
    const path = issue.path.join(".") || "_";
    fields[path] = [...(fields[path] ?? []), issue.message];
  }
  return fields;
}
