import { z } from "zod";
import { PEOPLE_FILTERS } from "@/lib/admin/schemas";
import { AUDIT_TOPICS, type AuditTopic } from "@/lib/audit/words";

type Raw = Record<string, string | string[] | undefined>;

const text = z.string().trim().max(254).catch("");
const cursor = z.string().max(500).optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const peopleFilter = z.enum(PEOPLE_FILTERS).catch("all");
const topic = z
  .enum(Object.keys(AUDIT_TOPICS) as [AuditTopic, ...AuditTopic[]])
  .optional()
  .catch(undefined);

/** What the address says; what makes no sense is left out. */
export function parsePeopleParams(raw: Raw) {
  return { q: text.parse(raw.q), filter: peopleFilter.parse(raw.filter), cursor: cursor.parse(raw.cursor) };
}

export function parseAuditParams(raw: Raw) {
  return {
    person: text.parse(raw.person),
    topic: topic.parse(raw.topic),
    from: day.parse(raw.from),
    until: day.parse(raw.until),
    cursor: cursor.parse(raw.cursor),
  };
}

/** The same list further on. */
export function hrefWith(path: string, params: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
}
