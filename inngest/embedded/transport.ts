/** How the Inngest client reaches the embedded executor: a function left on `globalThis`, so every bundle finds the same one. */
type Receiver = (request: Request) => Promise<Response>;

const KEY = Symbol.for("joba.inngest.receiver");
const holder = globalThis as { [key: symbol]: Receiver | undefined };

/** Called once by the executor at boot; tests call it to install their own. */
export function setEventReceiver(receiver: Receiver | undefined): void {
  holder[KEY] = receiver;
}

export const embeddedFetch: typeof fetch = async (input, init) => {
  const receiver = holder[KEY];
  if (!receiver) throw new Error("The embedded Inngest executor has not been started in this process");
  return receiver(new Request(input, init));
};
