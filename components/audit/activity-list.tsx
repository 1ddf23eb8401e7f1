import { From } from "@/components/audit/audit-list";
import { Time } from "@/components/ui/time";
import type { AuditAction } from "@/db/schema/vocabulary";
import { BY_HAND, describeAudit } from "@/lib/audit/words";

export interface ActivityEntry {
  id: string;
  at: Date;
  action: AuditAction;
  /** Absent for a stranger, such as whoever tried to sign in. */
  actorId: string | null;
  isByAdmin?: boolean;
  address: string | null;
  userAgent: string | null;
  detail: Record<string, string | number | boolean | null>;
}

/** What touched the reader's own account, newest first. */
export function ActivityList({ entries }: { entries: ActivityEntry[] }) {
  return (
    <ul className="divide-y divide-border">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-baseline gap-4 px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere">{sentence(entry)}</p>
            <From address={entry.address} userAgent={entry.userAgent} />
          </div>
          <Time at={entry.at} className="shrink-0 text-muted text-sm tabular" />
        </li>
      ))}
    </ul>
  );
}

function sentence(entry: ActivityEntry): string {
  const words = describeAudit(entry, "your");
  if (entry.detail.by === BY_HAND) return `Whoever runs this JOBA ${words}`;
  if (entry.isByAdmin) return `An admin ${words}`;
  if (!entry.actorId) return `Somebody ${words}`;
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
}
