import { serve } from "inngest/edge";
import { expect, test } from "vitest";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { fetchFunctions } from "./protocol";
import { embeddedSigningKey } from "./transport";

test("runs every function the app has", async () => {
  const served = await fetchFunctions({
    timeoutMs: 10_000,
    maxOutput: 1_000_000,
    handler: serve({ client: inngest, functions }),
    signingKey: embeddedSigningKey(),
  });
  expect(served.map(({ id }) => id)).toEqual(expect.arrayContaining(functions.map((fn) => fn.id("joba"))));
});
