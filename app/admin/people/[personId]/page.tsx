import { ChevronLeft } from "lucide-react";
import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { z } from "zod";
import { ChangeRoleForm } from "@/components/admin/change-role-form";
import { DisableCard } from "@/components/admin/disable-card";
import { EndSessionsButton } from "@/components/admin/end-sessions-button";
import { PersonFacts } from "@/components/admin/person-facts";
import { PersonBadges } from "@/components/admin/person-row";
import { AuditList } from "@/components/audit/audit-list";
import { SessionRow } from "@/components/settings/session-row";
import { Card, CardActions, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { getPerson } from "@/lib/admin/people";
import { listAuditEntries } from "@/lib/audit/list";
import { getPermittedContext } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";

export const metadata: Metadata = { title: "Person" };

const LINES_SHOWN = 10;

export default async function PersonPage({ params }: PageProps<"/admin/people/[personId]">) {
  const ctx = await getPermittedContext("users:read");
  const { data: id } = z.uuid().safeParse((await params).personId);
  if (!id) notFound();
  const [person, { entries }] = await Promise.all([
    getPerson(ctx, { id }).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "not_found") notFound();
      throw error;
    }),
    listAuditEntries(ctx, { person: id, limit: LINES_SHOWN }),
  ]);
  const { email, name, role, isSelf, sessions, disabledAt } = person;
  const title = name || email;
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="lg:col-span-2">
        <Link
          href={"/admin/people" as Route}
          className="inline-flex items-center gap-1 rounded-sm text-muted text-sm hover:text-text"
        >
          <ChevronLeft aria-hidden className="size-3.5" /> People
        </Link>
        <h2 className="mt-1 flex flex-wrap items-center gap-2 font-semibold text-lg">
          <span className="wrap-anywhere">{title}</span>
          <PersonBadges person={person} isSelf={isSelf} />
        </h2>
      </div>
      <div className="min-w-0 space-y-5">
        <Card>
          <CardHeader>
            <CardTitle>Signed in</CardTitle>
            <CardDescription>
              {sessions.length === 0
                ? "Nowhere at the moment."
                : "Ending a session takes effect with its next request."}
            </CardDescription>
            {!isSelf && sessions.length > 0 && (
              <CardActions>
                <EndSessionsButton id={id} />
              </CardActions>
            )}
          </CardHeader>
          {sessions.length > 0 && (
            <ul className="divide-y divide-border">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
          )}
        </Card>
        <Card>
          <CardHeader>
            <CardTitle>Activity</CardTitle>
            <CardDescription>What they did, and what was done to their account.</CardDescription>
            <CardActions>
              <Link
                href={`/admin/audit?person=${id}` as Route}
                className="rounded-sm font-medium text-accent-text text-sm underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
              >
                All of it
              </Link>
            </CardActions>
          </CardHeader>
          <AuditList entries={entries} />
        </Card>
      </div>
      <div className="min-w-0 space-y-5">
        <PersonFacts person={person} />
        <Card>
          <CardHeader>
            <CardTitle>Role</CardTitle>
            <CardDescription>
              {isSelf ? "Another admin can change yours." : "Takes effect with their next request."}
            </CardDescription>
          </CardHeader>
          {!isSelf && (
            <CardContent>
              <ChangeRoleForm id={id} role={role} />
            </CardContent>
          )}
        </Card>
        {!isSelf && (
          <DisableCard id={id} who={title} disabledAt={disabledAt ?? undefined} reason={person.disabledReason} />
        )}
      </div>
    </div>
  );
}
