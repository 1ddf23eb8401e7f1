import { AppError } from "@/lib/errors";

/** What no input of ours comes near. Schemas are stricter; these hold before any of them is asked. */
export const BOUNDS = { depth: 20, elements: 1000, keys: 1000, keyLength: 200, textLength: 250_000 } as const;

const UNWELCOME_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Refuses a value too deep, too wide or made to reach a prototype, without recursion.
 * @returns how many object members it has, all levels together. @throws AppError("invalid") naming the place
 */
export function requireBounded(value: unknown): number {
  const stack: [item: unknown, level: number, path: string][] = [[value, 1, ""]];
  let members = 0;
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [item, level, path] = entry;
    if (typeof item === "string") {
      if (item.length > BOUNDS.textLength) throw refused(path, "is too long");
      continue;
    }
    if (item === null || typeof item !== "object") continue;
    if (level > BOUNDS.depth) throw refused(path, `is nested more than ${BOUNDS.depth} deep`);
    if (Array.isArray(item)) {
      if (item.length > BOUNDS.elements) throw refused(path, `has more than ${BOUNDS.elements} elements`);
      for (const [index, child] of item.entries()) stack.push([child, level + 1, within(path, String(index))]);
      continue;
    }
    const prototype = Object.getPrototypeOf(item);
    if (prototype !== Object.prototype && prototype !== null) continue;
    const keys = Object.keys(item);
    members += keys.length;
    if (keys.length > BOUNDS.keys) throw refused(path, `has more than ${BOUNDS.keys} members`);
    for (const key of keys) {
      if (key.length > BOUNDS.keyLength) throw refused(path, "has a name that is too long");
      if (UNWELCOME_KEYS.has(key)) throw refused(within(path, key), "is a name nothing here has");
      stack.push([(item as Record<string, unknown>)[key], level + 1, within(path, key)]);
    }
  }
  return members;
}

const within = (path: string, key: string) => (path ? `${path}.${key}` : key);

function refused(path: string, message: string): AppError {
  return new AppError("invalid", "Some fields need attention", { fields: { [path.slice(0, 200) || "_"]: [message] } });
}
