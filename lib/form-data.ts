import { AppError } from "@/lib/errors";

/** More than any form of ours has; each name and value costs work. */
const MAX_ENTRIES = 2000;
const MAX_DEPTH = 20;
const UNWELCOME = new Set(["__proto__", "constructor", "prototype"]);

/**
 * A form as a plain object. `a.b` nests, `tags[]` and repeated names become arrays, empty file inputs are left out.
 * Names that would reach an object's prototype are ignored. @throws AppError("invalid") for a form without end
 */
export function formDataToObject(form: FormData): Record<string, unknown> {
  const values = new Map<string, FormDataEntryValue[]>();
  let entries = 0;
  for (const [name, value] of form) {
    if (++entries > MAX_ENTRIES) throw new AppError("invalid", "This form has too many fields");
    if (name.startsWith("$ACTION")) continue;
    const known = values.get(name) ?? [];
    if (!(value instanceof File && value.size === 0 && value.name === "")) known.push(value);
    values.set(name, known);
  }
  const result: Record<string, unknown> = {};
  for (const [name, list] of values) {
    const isList = name.endsWith("[]");
    const path = (isList ? name.slice(0, -2) : name).split(".");
    if (path.length > MAX_DEPTH || path.some((key) => UNWELCOME.has(key))) continue;
    if (!isList && list.length === 0) continue;
    assign(result, path, isList || list.length > 1 ? list : list[0]);
  }
  return result;
}

function assign(target: Record<string, unknown>, path: string[], value: unknown): void {
  const [head = "", ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const existing = target[head];
  const child = existing && typeof existing === "object" && !Array.isArray(existing) ? existing : {};
  target[head] = child;
  assign(child as Record<string, unknown>, rest, value);
}
