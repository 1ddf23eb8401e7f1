/**
 * A form as a plain object. `a.b` nests, `tags[]` and repeated names become arrays, empty file inputs are left out.
 * Names that would reach an object's prototype are ignored.
 */
export function formDataToObject(form: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const values = form
      .getAll(name)
      .filter((value) => !(value instanceof File && value.size === 0 && value.name === ""));
    const isList = name.endsWith("[]");
    const path = (isList ? name.slice(0, -2) : name).split(".");
    if (path.some((key) => key === "__proto__" || key === "constructor" || key === "prototype")) continue;
    if (!isList && values.length === 0) continue;
    assign(result, path, isList || values.length > 1 ? values : values[0]);
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
