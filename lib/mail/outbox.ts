import "server-only";
import type { Delivery, OutgoingMail, Transport } from "./transport";

/** Keeps the mail in its row. */
export function outboxTransport(print = printToTerminal): Transport {
  return {
    kind: "outbox",
    deliver: async (mail): Promise<Delivery> => {
      print(terminalNotice(mail));
      return { outcome: "waiting" };
    },
  };
}

/** For demo visitors: the row, and not a word on the terminal. */
export const silentOutbox = (): Transport => outboxTransport(() => {});

/** The first link of a mail: what it asks to be opened. */
export function firstLink(text: string): string | undefined {
  return /https?:\/\/[^\s<>"')\]]+/.exec(text)?.[0];
}

function terminalNotice({ subject, text }: OutgoingMail): string {
  const link = firstLink(text);
  return `\n  No mail provider is configured; this mail waits in the outbox: ${subject}\n${link ? `  ${link}\n` : ""}\n`;
}

/** Collected output is a log, and links that open accounts are no log entries: only a person at a terminal sees them. */
function printToTerminal(notice: string): void {
  if (process.stderr.isTTY) process.stderr.write(notice);
}
