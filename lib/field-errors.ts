import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors";

/** Messages per dotted field path; "_" for the whole. At most a hundred, however long the input was. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: FieldErrors = {};
  for (const issue of error.issues.slice(0, 100)) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 20) : undefined;
    for (const key of unknown ?? [undefined]) {
      const path = [...issue.path, ...(key === undefined ? [] : [key])].join(".") || "_";
      fields[path] = [...(fields[path] ?? []), unknown ? "is not a known field" : issue.message];
    }
  }
  return fields;
}
