import type { Route } from "next";
import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { AuditAction } from "@/db/schema/vocabulary";
import { BY_HAND, describeAudit } from "@/lib/audit/words";
import { deviceName } from "@/lib/users/device";

export interface AuditListEntry {
  id: string;
  at: Date;
  action: AuditAction;
  actorId: string | null;
  actorEmail: string | null;
  actorIsDemo: boolean | null;
  userId: string | null;
  userEmail: string | null;
  userIsDemo: boolean | null;
  invitee?: string;
  address: string | null;
  userAgent: string | null;
  detail: Record<string, string | number | boolean | null>;
}

/** Who, what, when and from where, one line each, newest first. */
export function AuditList({ entries }: { entries: AuditListEntry[] }) {
  if (entries.length === 0) return <p className="px-4 py-6 text-center text-muted">Nothing is written here.</p>;
  return (
    <ul className="divide-y divide-border">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-baseline gap-4 px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <p className="wrap-anywhere">
              <Actor entry={entry} /> {describeAudit(entry, whoseOf(entry))}
              {entry.invitee && <> to {entry.invitee}</>}
              <OnAccount entry={entry} />
            </p>
            <From address={entry.address} userAgent={entry.userAgent} />
          </div>
          <Time at={entry.at} format="datetime" className="shrink-0 text-muted text-sm tabular max-sm:hidden" />
          <Time at={entry.at} format="age" className="shrink-0 text-muted text-sm tabular sm:hidden" />
        </li>
      ))}
    </ul>
  );
}

/** From where, in words; nothing when neither is known. */
export function From({ address, userAgent }: { address: string | null; userAgent: string | null }) {
  const parts = [
    address && address !== "direct" ? address : undefined,
    userAgent ? deviceName(userAgent) : undefined,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="wrap-anywhere text-muted text-sm" title={userAgent ?? undefined}>
      {parts.join(" · ")}
    </p>
  );
}

function Actor({ entry: { action, actorId, actorEmail, actorIsDemo, detail } }: { entry: AuditListEntry }) {
  if (detail.by === BY_HAND) return <b className="font-medium">The command line</b>;
  if (!actorId && action.startsWith("admin.")) return <b className="font-medium">A deleted account</b>;
  if (!actorId) return <b className="font-medium">Somebody</b>;
  if (actorIsDemo) return <b className="font-medium">A demo visitor</b>;
  if (!actorEmail) return <b className="font-medium">A deleted account</b>;
  return <PersonLink id={actorId} email={actorEmail} />;
}

/** A stranger's try is about somebody's account; the sentence alone would not say whose. */
function OnAccount({ entry: { action, actorId, userId, userEmail } }: { entry: AuditListEntry }) {
  if (actorId || !userId || !userEmail || action.startsWith("admin.")) return null;
  return (
    <>
      {" "}
      (<PersonLink id={userId} email={userEmail} />)
    </>
  );
}

function PersonLink({ id, email }: { id: string; email: string }) {
  return (
    <Link
      href={`/admin/people/${id}` as Route}
      className="rounded-sm font-medium hover:underline hover:underline-offset-4"
    >
      {email}
    </Link>
  );
}

const whoseOf = ({ userEmail }: AuditListEntry) => (userEmail ? `${userEmail}’s` : "a deleted account’s");
