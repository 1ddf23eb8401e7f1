import type { z } from "zod";
import type { FieldErrors } from "@/lib/errors";

/** Messages per dotted field path; "_" for the whole. At most a hundred, however long the input was. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  // A map, because a field may be called `__proto__` or `constructor`.
  const fields = new Map<string, string[]>();
  for (const issue of error.issues.slice(0, 100)) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 20) : undefined;
    for (const key of unknown ?? [undefined]) {
      const path = [...issue.path, ...(key === undefined ? [] : [key])].join(".") || "_";
      fields.set(path, [...(fields.get(path) ?? []), unknown ? "is not a known field" : issue.message]);
    }
  }
  return Object.fromEntries(fields);
}
