"use server";

import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions";
import { resendInvitation, revokeInvitation, sendInvitation } from "@/lib/admin/invitations";
import { changeRole, disablePerson, enablePerson, endSessionsOf, resendVerification } from "@/lib/admin/manage";
import { changeRoleInput, disablePersonInput, invitationInput, inviteInput, personInput } from "@/lib/admin/schemas";

export const disablePersonAction = defineAction({
  name: "disablePerson",
  permission: "users:manage",
  input: disablePersonInput,
  run: async (ctx, input) => {
    await disablePerson(ctx, input);
    refresh();
  },
});

export const enablePersonAction = defineAction({
  name: "enablePerson",
  permission: "users:manage",
  input: personInput,
  run: async (ctx, input) => {
    await enablePerson(ctx, input);
    refresh();
  },
});

export const changeRoleAction = defineAction({
  name: "changeRole",
  permission: "users:manage",
  input: changeRoleInput,
  run: async (ctx, input) => {
    const { role } = await changeRole(ctx, input);
    refresh();
    return { role };
  },
});

export const endSessionsOfAction = defineAction({
  name: "endSessionsOf",
  permission: "users:manage",
  input: personInput,
  run: async (ctx, input) => {
    const { ended } = await endSessionsOf(ctx, input);
    refresh();
    return { ended };
  },
});

export const resendVerificationToAction = defineAction({
  name: "resendVerificationTo",
  permission: "users:manage",
  input: personInput,
  run: async (ctx, input) => {
    await resendVerification(ctx, input);
    refresh();
  },
});

export const sendInvitationAction = defineAction({
  name: "sendInvitation",
  permission: "invitations:manage",
  input: inviteInput,
  run: async (ctx, input) => {
    const { state } = await sendInvitation(ctx, input);
    refresh();
    return { state };
  },
});

export const resendInvitationAction = defineAction({
  name: "resendInvitation",
  permission: "invitations:manage",
  input: invitationInput,
  run: async (ctx, input) => {
    const { state } = await resendInvitation(ctx, input);
    refresh();
    return { state };
  },
});

export const revokeInvitationAction = defineAction({
  name: "revokeInvitation",
  permission: "invitations:manage",
  input: invitationInput,
  run: async (ctx, input) => {
    await revokeInvitation(ctx, input);
    refresh();
  },
});
