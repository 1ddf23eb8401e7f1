import { MailPlus } from "lucide-react";
import type { Metadata } from "next";
import { InvitationRow } from "@/components/admin/invitation-row";
import { InviteForm } from "@/components/admin/invite-form";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { INVITATION_DAYS, listInvitations } from "@/lib/admin/invitations";
import { getPermittedContext } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { hrefWith } from "../search-params";

export const metadata: Metadata = { title: "Invitations" };

const WHO_MAY = {
  open: "Anybody may register here. An invitation also confirms the address and can give the admin role.",
  invite: "Only the invited may register here.",
  closed: "Nobody may register here: SIGN_UP is closed. Start JOBA with SIGN_UP=invite to invite people.",
} as const;

export default async function InvitationsPage({ searchParams }: PageProps<"/admin/invitations">) {
  const ctx = await getPermittedContext("invitations:manage");
  const { cursor } = await searchParams;
  const { invitations, nextCursor } = await listInvitations(ctx, {
    cursor: typeof cursor === "string" ? cursor : undefined,
  });
  return (
    <>
      <Card>
        <CardHeader>
          <CardTitle>Invite somebody</CardTitle>
          <CardDescription>
            {WHO_MAY[env.SIGN_UP]} The link works once, for {INVITATION_DAYS} days.
          </CardDescription>
        </CardHeader>
        {env.SIGN_UP !== "closed" && (
          <CardContent>
            <InviteForm />
          </CardContent>
        )}
      </Card>
      <Card>
        <CardHeader>
          <CardTitle>Invitations</CardTitle>
        </CardHeader>
        {invitations.length === 0 ? (
          <EmptyState
            icon={MailPlus}
            title="Nobody was invited yet"
            description="Invitations and what became of them appear here."
          />
        ) : (
          <ul className="divide-y divide-border">
            {invitations.map((invitation) => (
              <InvitationRow key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        )}
        {nextCursor && (
          <MoreLink href={hrefWith("/admin/invitations", { cursor: nextCursor })}>Older invitations</MoreLink>
        )}
      </Card>
    </>
  );
}
