/** `npm run admin -- <command> [address]`: for whoever runs this JOBA and cannot get in any more. */
import { openDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type Desk, disableTwoStepByHand, enableByHand, resetPasswordByHand, setRoleByHand } from "@/lib/users/rescue";

const USAGE = `npm run admin -- <command> <address>

  promote            make this person an admin
  demote             make this person an ordinary user; never the last admin
  enable             open a disabled account again
  reset-password     set a new password and print it; ends every session and token
  disable-two-step   switch two-step sign-in off, for a lost authenticator

With the built-in database (no DATABASE_URL) stop JOBA first: only one process may hold its folder.`;

const COMMANDS: Record<string, (desk: Desk, email: string) => Promise<string>> = {
  promote: async (desk, email) => {
    await setRoleByHand(desk, { email, role: "admin" });
    return `${email} is an admin from the next request on.`;
  },
  demote: async (desk, email) => {
    await setRoleByHand(desk, { email, role: "user" });
    return `${email} is an ordinary user from the next request on.`;
  },
  enable: async (desk, email) => {
    await enableByHand(desk, { email });
    return `${email} can sign in again.`;
  },
  "reset-password": async (desk, email) => {
    const { password } = await resetPasswordByHand(desk, { email });
    return `The new password of ${email}, shown this once:\n\n  ${password}\n\nSign in with it and choose another under Settings.`;
  },
  "disable-two-step": async (desk, email) => {
    await disableTwoStepByHand(desk, { email });
    return `${email} signs in with the password alone.`;
  },
};

const [name = "", email] = process.argv.slice(2);
process.exitCode = await main();
process.exit();

async function main(): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command || !email) {
    console.error(USAGE);
    return 2;
  }
  const connection = await openDatabase(env.DATABASE_URL, env.DATA_DIR).catch(readable);
  if (!connection) return 1;
  try {
    console.log(await command({ db: connection.db, now: () => new Date() }, email));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await connection.close();
  }
}

/** A held folder is the likeliest failure, and its message says what to do. */
function readable(error: unknown): undefined {
  console.error(error instanceof Error ? error.message : error);
  if (!env.DATABASE_URL) console.error("Stop JOBA, run this again, then start it.");
}
