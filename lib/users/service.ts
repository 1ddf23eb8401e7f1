import "server-only";
import { countAccounts, insertUser, lockRegistration } from "@/db/queries/users";
import { hashPassword } from "@/lib/auth/passwords";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { RegisterInput } from "./schemas";
import type { Visitor } from "./visitor";

/**
 * Creates an account; the first one becomes admin. A taken address changes nothing and answers the same, in the same
 * time: whoever owns it signs in, whoever does not learns nothing.
 */
export async function registerUser(visitor: Visitor, { email, password, name }: RegisterInput): Promise<void> {
  if (env.SIGN_UP !== "open" && (await countAccounts(visitor.db)) > 0) {
    throw new AppError("forbidden", "This JOBA does not take new accounts");
  }
  const passwordHash = await hashPassword(password);
  await visitor.db.transaction(async (tx) => {
    await lockRegistration(tx);
    const role = (await countAccounts(tx)) === 0 ? "admin" : "user";
    await insertUser(tx, { email, name, passwordHash, role });
  });
}
