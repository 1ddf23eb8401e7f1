import "server-only";
import * as accountDeleted from "@/emails/account-deleted";
import * as alreadyRegistered from "@/emails/already-registered";
import * as emailChanged from "@/emails/email-changed";
import * as invitation from "@/emails/invitation";
import * as passwordChanged from "@/emails/password-changed";
import * as resetPassword from "@/emails/reset-password";
import * as securityChanged from "@/emails/security-changed";
import * as signInAlert from "@/emails/sign-in-alert";
import * as verifyEmail from "@/emails/verify-email";

export const TEMPLATES = {
  "verify-email": verifyEmail,
  "already-registered": alreadyRegistered,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  "email-changed": emailChanged,
  "security-changed": securityChanged,
  "sign-in-alert": signInAlert,
  invitation,
  "account-deleted": accountDeleted,
} as const;

export type TemplateName = keyof typeof TEMPLATES;
export type TemplateProps<N extends TemplateName> = Parameters<(typeof TEMPLATES)[N]["default"]>[0];

/** Their row keeps no recipient: the person has asked to be forgotten. */
export const FAREWELLS: ReadonlySet<TemplateName> = new Set<TemplateName>(["account-deleted"]);
