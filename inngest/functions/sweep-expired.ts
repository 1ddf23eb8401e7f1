import { cron } from "inngest";
import { inngest } from "@/inngest/client";
import { sweepExpired } from "@/lib/users/sweep";

/** Forgets what is over: demo visitors with everything they made, sessions, tokens and throttle windows. */
export const sweepExpiredAccounts = inngest.createFunction(
  { id: "sweep-expired", triggers: [cron("17 * * * *")], retries: 2 },
  async ({ step }) => step.run("sweep", () => sweepExpired()),
);
