import { z } from "zod";
import { API_SCOPES, ROLES } from "@/db/schema/vocabulary";
import { isoDate } from "@/lib/api/pagination";

/**
 * An address as JOBA keys accounts by: NFKC first, so that a look-alike @ cannot pass, then lower case.
 * The local part's case is given up on purpose; no provider people use tells two cases apart.
 */
export const emailSchema = z
  .string("Enter an e-mail address")
  .max(254, "Enter a shorter e-mail address")
  .transform((value) => value.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("Enter an e-mail address, like you@example.com"));

const passwordSchema = z
  .string("Enter a password")
  .min(8, "Use at least 8 characters")
  .max(256, "Use at most 256 characters");

export const registerInput = z.object({
  email: emailSchema,
  password: passwordSchema,
  name: z.string().trim().max(100, "Use at most 100 characters").default(""),
});

/** Signing in never says which rule a password breaks. */
export const signInInput = z.object({
  email: emailSchema,
  password: z.string("Enter your password").min(1, "Enter your password").max(256, "That password is too long"),
});

export const emailInput = z.object({ email: emailSchema });

const tokenSchema = z.string("Open the link from the mail").min(1, "Open the link from the mail").max(100);
export const tokenInput = z.object({ token: tokenSchema });
export const resetPasswordInput = z.object({ token: tokenSchema, password: passwordSchema });

/** Six digits of an authenticator app or a recovery code; which of the two is seen by its form. */
const codeSchema = z.string("Enter the code").trim().min(1, "Enter the code").max(40, "That code is too long");

/** For API clients, which send both factors at once. */
export const authenticateInput = signInInput.extend({
  code: codeSchema.optional().describe("Of the authenticator app, or a recovery code. Needed with two-step sign-in."),
});

export const completeSignInInput = z.object({ challenge: z.string().min(1).max(100), code: codeSchema });

/** Absent for people whom a provider signs in and who never chose one. */
const ownPassword = z.string().max(256, "That password is too long").optional();

export const startTwoStepInput = z.object({ password: ownPassword });
export const confirmTwoStepInput = z.object({ code: codeSchema });
export const changeTwoStepInput = z.object({ password: ownPassword, code: codeSchema });

const providerId = z.enum(["github", "google", "oidc"]);
export const startProviderInput = z.object({ provider: providerId, next: z.string().max(2000).optional() });
export const connectProviderInput = z.object({ provider: providerId, password: ownPassword });
export const disconnectProviderInput = z.object({ id: z.uuid(), password: ownPassword });

/** `password` is the present one. */
export const changePasswordInput = z.object({ password: ownPassword, newPassword: passwordSchema });
export const changeEmailInput = z.object({ password: ownPassword, email: emailSchema });

export const updateAccountInput = z.object({
  name: z.string().trim().max(100, "Use at most 100 characters"),
});

/** What a person sees of their own account. */
export const accountSchema = z
  .object({
    id: z.uuid(),
    /** Absent in the demo. */
    email: z.string().max(254).nullable(),
    name: z.string().max(100),
    role: z.enum(ROLES),
    isDemo: z.boolean(),
    isEmailVerified: z.boolean(),
    createdAt: isoDate,
  })
  .meta({ id: "Account" });

export const callerSchema = accountSchema.pick({ id: true, name: true, isDemo: true }).extend({
  via: z.enum(["browser", "session", "token"]),
  scopes: z.array(z.enum(API_SCOPES)).max(API_SCOPES.length),
});

export type AccountView = z.output<typeof accountSchema>;
export type CallerView = z.output<typeof callerSchema>;
export type RegisterInput = z.output<typeof registerInput>;
export type SignInInput = z.output<typeof signInInput>;
export type AuthenticateInput = z.output<typeof authenticateInput>;
export type CompleteSignInInput = z.output<typeof completeSignInInput>;
export type StartTwoStepInput = z.output<typeof startTwoStepInput>;
export type ConfirmTwoStepInput = z.output<typeof confirmTwoStepInput>;
export type ChangeTwoStepInput = z.output<typeof changeTwoStepInput>;
export type ConnectProviderInput = z.output<typeof connectProviderInput>;
export type DisconnectProviderInput = z.output<typeof disconnectProviderInput>;
export type UpdateAccountInput = z.output<typeof updateAccountInput>;
export type EmailInput = z.output<typeof emailInput>;
export type TokenInput = z.output<typeof tokenInput>;
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
export type ChangeEmailInput = z.output<typeof changeEmailInput>;
