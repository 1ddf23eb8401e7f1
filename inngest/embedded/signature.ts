import { createHmac } from "node:crypto";

/** The `x-inngest-signature` the SDK expects over a JSON body when it runs with a signing key. */
export function signBody(body: unknown, signingKey: string, now: Date): string {
  const seconds = Math.round(now.getTime() / 1000).toString();
  const key = signingKey.replace(/^signkey-\w+-/, "");
  const digest = createHmac("sha256", key).update(canonicalJson(body)).update(seconds).digest("hex");
  return `t=${seconds}&s=${digest}`;
}

/** RFC 8785 as the SDK's own `canonicalize` writes it, its treatment of a `toJSON` field included. */
function canonicalJson(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = value as Record<string, unknown>;
  if (fields.toJSON != null) return JSON.stringify(value);
  const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(fields[key])}`)
    .join(",")}}`;
}
