import "server-only";
import type { Context } from "@/lib/context";
import { requireAccount } from "./reauthenticate";

export interface Credentials {
  email: string;
  isEmailVerified: boolean;
  hasPassword: boolean;
  passwordChangedAt: Date | null;
}

/** What the person signs in with, without the secrets. */
export async function getCredentials(ctx: Context): Promise<Credentials> {
  const { email, emailVerifiedAt, passwordHash, passwordChangedAt } = await requireAccount(ctx);
  return { email, isEmailVerified: Boolean(emailVerifiedAt), hasPassword: Boolean(passwordHash), passwordChangedAt };
}
