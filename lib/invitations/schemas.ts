import { z } from "zod";
import { registerInput } from "@/lib/users/schemas";

export const invitationTokenSchema = z.string("Open the link from the mail").min(1).max(100);

/** The address is the invitation's; nobody registers another one with it. */
export const registerInvitedInput = registerInput.omit({ email: true }).extend({ invitation: invitationTokenSchema });

export type RegisterInvitedInput = z.output<typeof registerInvitedInput>;
