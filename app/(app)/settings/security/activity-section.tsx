import { ActivityList } from "@/components/audit/activity-list";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { MoreLink } from "@/components/ui/more-link";
import { listActivity } from "@/lib/audit/list";
import { getPermittedContext } from "@/lib/auth/session";

const LINES_SHOWN = 10;

export async function ActivitySection({ searchParams }: Pick<PageProps<"/settings/security">, "searchParams">) {
  const { activity } = await searchParams;
  const cursor = typeof activity === "string" ? activity : undefined;
  const ctx = await getPermittedContext("activity:read");
  const { entries, nextCursor } = await listActivity(ctx, { limit: LINES_SHOWN, cursor });
  return (
    <Card id="activity">
      <CardHeader>
        <CardTitle>Account activity</CardTitle>
        <CardDescription>
          {entries.length > 0
            ? "What happened in your account, kept for a year. Nobody can change it."
            : "What happens in your account is written down here and kept for a year."}
        </CardDescription>
      </CardHeader>
      {entries.length > 0 && <ActivityList entries={entries} />}
      {nextCursor && (
        <MoreLink href={`/settings/security?activity=${encodeURIComponent(nextCursor)}#activity`}>
          Older activity
        </MoreLink>
      )}
    </Card>
  );
}
