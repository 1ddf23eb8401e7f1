import { randomBytes } from "node:crypto";

/** How the Inngest client reaches the embedded executor: a function left on `globalThis`, so every bundle finds the same one. */
type Receiver = (request: Request) => Promise<Response>;

const RECEIVER = Symbol.for("joba.inngest.receiver");
const SIGNING_KEY = Symbol.for("joba.inngest.signingKey");
const holder = globalThis as { [RECEIVER]?: Receiver | undefined; [SIGNING_KEY]?: string };

/** Called once by the executor at boot; tests call it to install their own. Returns what takes it out again. */
export function setEventReceiver(receiver: Receiver | undefined): () => void {
  holder[RECEIVER] = receiver;
  return () => {
    if (holder[RECEIVER] === receiver) holder[RECEIVER] = undefined;
  };
}

/** A secret of this process, so that only its own executor can call the functions over `/api/inngest`. */
export function embeddedSigningKey(): string {
  holder[SIGNING_KEY] ??= `signkey-embedded-${randomBytes(32).toString("hex")}`;
  return holder[SIGNING_KEY];
}

export const embeddedFetch: typeof fetch = async (input, init) => {
  const receiver = holder[RECEIVER];
  if (!receiver) throw new Error("The embedded Inngest executor has not been started in this process");
  return receiver(new Request(input, init));
};
