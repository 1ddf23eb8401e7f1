import { inngest } from "@/inngest/client";
import { toRunError } from "@/inngest/errors";
import { accountMailDue } from "@/inngest/events";
import { systemContext } from "@/lib/context";
import { sendAccountMail } from "@/lib/users/account-mail";

const FUNCTION_ID = "send-account-mail";

/**
 * Writes one mail about an account. It waits a second first: rendering takes this process long enough to be felt in the
 * answer to whoever asked, and only addresses with an account have anything to render.
 */
export const sendAccountMailFunction = inngest.createFunction(
  { id: FUNCTION_ID, triggers: [accountMailDue], retries: 4, concurrency: { limit: 10 } },
  async ({ event, step }) => {
    const { userId, ...mail } = event.data;
    await step.sleep("let-the-answer-leave", "1s");
    return step.run("send", async () =>
      sendAccountMail(await systemContext(userId, FUNCTION_ID), mail).catch(toRunError),
    );
  },
);
