import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { PeopleFilters } from "@/components/admin/people-filters";
import { PersonRow } from "@/components/admin/person-row";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { listPeople } from "@/lib/admin/people";
import { getPermittedContext } from "@/lib/auth/session";
import { hrefWith, parsePeopleParams } from "../search-params";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: PageProps<"/admin/people">) {
  const ctx = await getPermittedContext("users:read");
  const params = parsePeopleParams(await searchParams);
  const { people, nextCursor } = await listPeople(ctx, params);
  const { q, filter } = params;
  return (
    <Card>
      <h2 className="sr-only">People</h2>
      <PeopleFilters q={q} filter={filter} />
      {people.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title="Nobody like that"
          description="Try a part of the address, or another filter."
        />
      ) : (
        <ul className="divide-y divide-border border-border border-t">
          {people.map((person) => (
            <PersonRow key={person.id} person={person} isSelf={person.id === ctx.actor.userId} />
          ))}
        </ul>
      )}
      {nextCursor && (
        <MoreLink href={hrefWith("/admin/people", { q, filter, cursor: nextCursor })}>More people</MoreLink>
      )}
    </Card>
  );
}
