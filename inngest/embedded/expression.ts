import { createHash } from "node:crypto";
import type { ExecutorEventPayload } from "@/db/schema/executor";

export type KeyOf = (event: ExecutorEventPayload) => string;

const TERM = /\s*(?:"([^"\\]*)"|'([^'\\]*)'|(event(?:\.[A-Za-z_]\w*)+))\s*/y;
const LONGEST_READABLE_KEY = 200;

/**
 * Reads the part of CEL that keys are written in: `event.data.sourceId`, `"text"`, and `+` between them.
 * Throws on anything else. An absent field counts as `null`.
 */
export function parseKey(expression: string): KeyOf {
  const terms: ((event: ExecutorEventPayload) => string)[] = [];
  for (let at = 0; ; at += 1) {
    TERM.lastIndex = at;
    const match = TERM.exec(expression);
    if (!match) throw new Error(`the expression ${expression} is more than paths, texts and +`);
    const [, double, single, path] = match;
    const literal = double ?? single ?? "";
    terms.push(path ? (event) => fieldText(event, path.split(".").slice(1)) : () => literal);
    at = TERM.lastIndex;
    if (at === expression.length) break;
    if (expression[at] !== "+") throw new Error(`the expression ${expression} is more than paths, texts and +`);
  }
  return (event) => storable(terms.map((term) => term(event)).join(""));
}

function fieldText(event: ExecutorEventPayload, path: string[]): string {
  const value = path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    event,
  );
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** Keys are indexed text: quoting keeps NUL out of Postgres and the hash keeps them under the index limit. */
function storable(key: string): string {
  return key.length > LONGEST_READABLE_KEY ? createHash("sha256").update(key).digest("hex") : JSON.stringify(key);
}
