"use client";

import { toast } from "sonner";
import { resendInvitationAction, revokeInvitationAction } from "@/app/admin/actions";
import { ActionForm } from "@/components/form/action-form";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import type { Role } from "@/db/schema/vocabulary";
import { announceMail } from "./announce-mail";

type State = "open" | "accepted" | "revoked" | "expired";

export interface ListedInvitation {
  id: string;
  email: string;
  role: Role;
  state: State;
  inviterEmail: string | null;
  createdAt: Date;
  expiresAt: Date;
}

const TONES: Record<State, BadgeTone> = { open: "info", accepted: "positive", revoked: "neutral", expired: "warning" };

export function InvitationRow({ invitation }: { invitation: ListedInvitation }) {
  const { id, email, role, state, inviterEmail, createdAt, expiresAt } = invitation;
  const isAlive = state === "open" || state === "expired";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 font-medium">
          <span className="wrap-anywhere">{email}</span>
          <Badge tone={TONES[state]}>{state}</Badge>
          {role === "admin" && <Badge tone="accent">admin</Badge>}
        </p>
        <p className="wrap-anywhere text-muted text-sm">
          by {inviterEmail ?? "a deleted account"} <Time at={createdAt} />
          {state === "open" && (
            <>
              , ends <Time at={expiresAt} />
            </>
          )}
        </p>
      </div>
      {isAlive && (
        <div className="flex gap-2">
          <ActionForm action={resendInvitationAction} onSuccess={({ state }) => announceMail(state)}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="secondary" size="sm" aria-label={`Send again to ${email}`} busyLabel="Sending…">
              Send again
            </SubmitButton>
          </ActionForm>
          <ActionForm action={revokeInvitationAction} onSuccess={() => toast.success("The invitation is revoked")}>
            <input type="hidden" name="id" value={id} />
            <SubmitButton variant="ghost" size="sm" aria-label={`Revoke ${email}`} busyLabel="Revoking…">
              Revoke
            </SubmitButton>
          </ActionForm>
        </div>
      )}
    </li>
  );
}
