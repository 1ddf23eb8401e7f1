import { inngest } from "@/inngest/client";
import { toRunError } from "@/inngest/errors";
import { profileChanged } from "@/inngest/events";
import { systemContext } from "@/lib/context";
import { rescoreNext } from "@/lib/matching/service";

const FUNCTION_ID = "rescore-profile";
const BATCH = 500;

/** Scores every stored job again after facts or preferences changed, in batches that leave room for pages. */
export const rescoreProfile = inngest.createFunction(
  {
    id: FUNCTION_ID,
    triggers: [profileChanged],
    retries: 4,
    concurrency: { limit: 1, key: "event.data.userId" },
  },
  async ({ event, step }) => {
    const { userId } = event.data;
    let scored = 0;
    let afterJobId: string | undefined;
    for (let batch = 1; batch === 1 || afterJobId; batch++) {
      const from = afterJobId;
      const done = await step.run(`rescore-${batch}`, async () =>
        rescoreNext(await systemContext(userId, FUNCTION_ID), { afterJobId: from, limit: BATCH }).catch(toRunError),
      );
      scored += done.scored;
      afterJobId = done.nextJobId;
    }
    return { scored };
  },
);
