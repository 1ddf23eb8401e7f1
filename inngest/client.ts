import { Inngest } from "inngest";
import { env, hasInngestServer } from "@/lib/env";
import { embeddedFetch, embeddedSigningKey } from "./embedded/transport";

/**
 * With an Inngest server configured, events and functions live there.
 * Without one, the client talks to the executor inside this very process, and only that executor knows
 * the key with which calls of `/api/inngest` must be signed.
 */
export const inngest = new Inngest({
  id: "joba",
  checkpointing: false,
  ...(hasInngestServer
    ? { isDev: env.INNGEST_DEV !== undefined, baseUrl: env.INNGEST_BASE_URL }
    : {
        isDev: false,
        signingKey: embeddedSigningKey(),
        eventKey: "embedded",
        baseUrl: "http://embedded.invalid",
        fetch: embeddedFetch,
      }),
});
