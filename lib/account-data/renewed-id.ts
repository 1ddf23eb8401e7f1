import { createHash } from "node:crypto";

/** A new id for an old one, the same each time with the same salt: what `copyPerson` computes in SQL. RFC 9562, version 8. */
export function renewedId(id: string, salt: string): string {
  const hash = createHash("sha256").update(salt).update(id).digest("hex");
  const [a, b, c, d, e] = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    hash.slice(13, 16),
    hash.slice(17, 20),
    hash.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}
