import { UNSTORABLE } from "@/db/queries/bulk";
import { AppError } from "@/lib/errors";

/** @throws AppError("invalid") for a text the database could not keep, in a value or in a name. */
export function requireStorable(value: unknown): void {
  const stack: [unknown, string][] = [[value, ""]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [item, path] = entry;
    if (typeof item === "string") {
      if (UNSTORABLE.test(item)) throw refused(path);
    } else if (item !== null && typeof item === "object") {
      for (const [key, child] of Object.entries(item)) {
        if (UNSTORABLE.test(key)) throw refused(path);
        stack.push([child, path ? `${path}.${key}` : key]);
      }
    }
  }
}

function refused(path: string): AppError {
  const message = "holds a character that is no text (NUL or half of a surrogate pair)";
  return new AppError("invalid", "Some fields need attention", { fields: { [path || "_"]: [message] } });
}
