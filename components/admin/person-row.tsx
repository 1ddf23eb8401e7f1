import type { Route } from "next";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Time } from "@/components/ui/time";
import type { Role } from "@/db/schema/vocabulary";

export interface ListedPerson {
  id: string;
  email: string;
  name: string;
  role: Role;
  emailVerifiedAt: Date | null;
  disabledAt: Date | null;
  liveSessions: number;
  lastUsedAt: Date | null;
}

export function PersonRow({ person, isSelf }: { person: ListedPerson; isSelf: boolean }) {
  const { id, email, name, liveSessions, lastUsedAt } = person;
  return (
    <li className="relative flex items-center gap-3 px-4 py-2.5 hover:bg-sunken">
      <Avatar name={name || email} className="size-7" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <Link
            href={`/admin/people/${id}` as Route}
            className="max-w-full truncate font-medium text-text after:absolute after:inset-0 focus-visible:after:-outline-offset-2"
          >
            {name || email}
          </Link>
          <PersonBadges person={person} isSelf={isSelf} />
        </p>
        <p className="truncate text-muted text-sm">{name ? email : "No name"}</p>
      </div>
      <p className="shrink-0 text-right text-muted text-sm">
        <span className="block tabular max-sm:hidden">
          {liveSessions === 0 ? "no session" : liveSessions === 1 ? "1 session" : `${liveSessions} sessions`}
        </span>
        {lastUsedAt ? (
          <span>
            <span className="max-sm:sr-only">used </span>
            <Time at={lastUsedAt} />
          </span>
        ) : (
          "never used"
        )}
      </p>
    </li>
  );
}

export function PersonBadges({
  person: { role, emailVerifiedAt, disabledAt },
  isSelf,
}: {
  person: Pick<ListedPerson, "role" | "emailVerifiedAt" | "disabledAt">;
  isSelf: boolean;
}) {
  return (
    <>
      {isSelf && <Badge tone="positive">you</Badge>}
      {role === "admin" && <Badge tone="accent">admin</Badge>}
      {disabledAt && <Badge tone="danger">disabled</Badge>}
      {!emailVerifiedAt && <Badge tone="outline">not confirmed</Badge>}
    </>
  );
}
