import { z } from "zod";
import { AUDIT_ACTIONS, ROLES } from "@/db/schema/vocabulary";
import { emailSchema } from "@/lib/users/schemas";

export const PEOPLE_FILTERS = ["all", "admins", "unverified", "disabled"] as const;

const cursor = z.string().max(500).optional();
const id = z.uuid();

export const listPeopleInput = z.object({
  q: z.string().trim().max(200).default(""),
  filter: z.enum(PEOPLE_FILTERS).default("all"),
  cursor,
});

export const personInput = z.object({ id });

export const disablePersonInput = z.object({
  id,
  reason: z
    .string("Say why; it is kept in the audit log")
    .trim()
    .min(3, "Say why; it is kept in the audit log")
    .max(300, "Use at most 300 characters"),
});

export const changeRoleInput = z.object({ id, role: z.enum(ROLES, "Choose a role") });

export const inviteInput = z.object({
  email: emailSchema,
  role: z.enum(ROLES, "Choose a role").default("user"),
});

export const invitationInput = z.object({ id });

/** A day as people type it; a day that does not exist is refused. */
const day = z.iso.date("Enter a date").optional();

export const listAuditInput = z.object({
  actions: z.array(z.enum(AUDIT_ACTIONS)).max(AUDIT_ACTIONS.length).optional(),
  /** An id, or an address as people type it. */
  person: z.string().trim().max(254).optional(),
  /** Both days are included, in UTC. */
  from: day,
  until: day,
  limit: z.int().min(1).max(100).default(50),
  cursor,
});

export type ListPeopleInput = z.input<typeof listPeopleInput>;
export type DisablePersonInput = z.output<typeof disablePersonInput>;
export type ChangeRoleInput = z.output<typeof changeRoleInput>;
export type InviteInput = z.output<typeof inviteInput>;
export type ListAuditInput = z.input<typeof listAuditInput>;
