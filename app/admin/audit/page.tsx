import type { Metadata } from "next";
import { AuditFilters } from "@/components/admin/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { Card } from "@/components/ui/card";
import { MoreLink } from "@/components/ui/more-link";
import { AUDIT_ACTIONS } from "@/db/schema/vocabulary";
import { listAuditEntries } from "@/lib/audit/list";
import { actionsOf } from "@/lib/audit/words";
import { getPermittedContext } from "@/lib/auth/session";
import { hrefWith, parseAuditParams } from "../search-params";

export const metadata: Metadata = { title: "Audit log" };

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const ctx = await getPermittedContext("audit:read");
  const { topic, cursor, ...filters } = parseAuditParams(await searchParams);
  const { entries, nextCursor } = await listAuditEntries(ctx, {
    ...filters,
    cursor,
    actions: topic && actionsOf(topic, AUDIT_ACTIONS),
  });
  return (
    <Card>
      <h2 className="sr-only">Audit log</h2>
      <AuditFilters topic={topic} {...filters} />
      <div className="border-border border-t">
        <AuditList entries={entries} />
      </div>
      {nextCursor && (
        <MoreLink href={hrefWith("/admin/audit", { ...filters, topic, cursor: nextCursor })}>Older</MoreLink>
      )}
    </Card>
  );
}
