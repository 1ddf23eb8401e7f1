import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { hashPassword } from "@/lib/auth/passwords";
import { confirmTwoStep, startTwoStep } from "@/lib/users/two-step";
import { createTestContext, type TestContext } from "./context";
import { codeAt } from "./totp";

export const PASSWORD = "correct horse battery";

export interface TestAccount extends TestContext {
  email: string;
}

/** A fresh person with PASSWORD. */
export async function givenAccount(patch: Partial<typeof users.$inferInsert> = {}): Promise<TestAccount> {
  const person = await createTestContext();
  passwordHash ??= hashPassword(PASSWORD);
  const [row] = await person.ctx.db
    .update(users)
    .set({ passwordHash: await passwordHash, ...patch })
    .where(eq(users.id, person.userId))
    .returning();
  return { ...person, email: row?.email ?? "" };
}

/** The same with two-step sign-in on, confirmed at `at`. */
export async function givenTwoStep(
  account: TestAccount,
  at: Date,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  account.setNow(at);
  const { secret } = await startTwoStep(account.ctx, { password: PASSWORD });
  const { recoveryCodes } = await confirmTwoStep(account.ctx, { code: codeAt(secret, at) });
  return { secret, recoveryCodes };
}

let passwordHash: Promise<string> | undefined;
