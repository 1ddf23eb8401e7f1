/** Names whose values never stand in a log, wherever they are. */
const PRIVATE_NAMES =
  /pass(?:word|phrase|wd)|secret|token|cookie|authorization|challenge|credential|api_?key|^(?:key|keys|sid|email|address|to|from|html|text|body|params|parameters|name|headers)$/i;

const MASKS: [RegExp, string][] = [
  // What a failed query was called with: whole rows.
  [/\nparams: [\s\S]*?(?=\n {4}at |$)/g, "\nparams: [redacted]"],
  [/(Bearer|Basic) +[^\s"',;]+/gi, "$1 [redacted]"],
  [/\$argon2[^\s"']+/g, "[hash]"],
  [/([?&;#](?:token|code|state|invitation|key|secret|password|next|callbackUrl)=)[^&\s"'<>]+/gi, "$1[redacted]"],
  [/(:\/\/)[^\s/@"']+@/g, "$1[redacted]@"],
  [/(cookie: *)[^\r\n"]+/gi, "$1[redacted]"],
  [/\bjoba_[\w-]{16,}/g, "[token]"],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){1,4}/g, "[token]"],
  [/\bv1\.[0-9a-f]{8}\.[\w-]+\.[\w-]+/g, "[sealed]"],
  [/[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/gu, "[address]"],
  [/(?<![\w/.-])[\w-]{43,}(?![\w-])/g, "[token]"],
];
/** What a terminal or a reader of lines could take for an order. JSON escapes the rest itself. */
const UNSEEN = /[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const MAX_TEXT = 4000;
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;

/** A text as a log may hold it: without addresses, tokens, values of queries and invisible orders. */
export function redactText(text: string): string {
  let masked = text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
  for (const [pattern, mask] of MASKS) masked = masked.replace(pattern, mask);
  return masked.replace(UNSEEN, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A value as a log may hold it: private names blanked at any depth, errors as their type, message, stack and cause. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return String(value);
  if (value === null || typeof value !== "object") return typeof value === "function" ? undefined : value;
  if (depth >= MAX_DEPTH) return "[deep]";
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return "[bytes]";
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ITEMS)
      .map(([name, item]) => [redactText(name), PRIVATE_NAMES.test(name) ? "[redacted]" : redact(item, depth + 1)]),
  );
}

/** Only these: libraries hang rows, requests and configurations on their errors. */
function redactError(error: Error, depth: number): object {
  const { code, digest, cause, constraint_name, table_name } = error as Error & Record<string, unknown>;
  return {
    type: error.name,
    message: redactText(String(error.message)),
    stack: error.stack && redactText(error.stack),
    ...(code !== undefined && { code: redact(code, depth + 1) }),
    ...(digest !== undefined && { digest: redact(digest, depth + 1) }),
    ...(constraint_name !== undefined && { constraint: redact(constraint_name, depth + 1) }),
    ...(table_name !== undefined && { table: redact(table_name, depth + 1) }),
    ...(cause !== undefined && { cause: redact(cause, depth + 1) }),
  };
}
