import { z } from "zod";
import { emailSchema } from "@/lib/users/schemas";

export const deleteAccountInput = z.object({
  /** Absent for people whom a provider signs in. */
  password: z.string().max(256, "That password is too long").optional(),
  /** With two-step sign-in. */
  code: z.string().trim().max(40, "That code is too long").optional(),
  /** The account's own address, typed. */
  confirmation: emailSchema,
});

export type DeleteAccountInput = z.output<typeof deleteAccountInput>;
