import "server-only";
import { format, stripVTControlCharacters } from "node:util";
import pino from "pino";
import { env } from "@/lib/env";
import { redact, redactText } from "@/lib/redact";

/** One JSON line per event. The message is a constant; ids go into fields; `redact` sees to what must not be there. */
export function createLogger(level: string, destination?: pino.DestinationStream) {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (value: unknown) => value },
      formatters: { log: (fields) => redact(fields) as Record<string, unknown> },
      hooks: {
        logMethod(args, method) {
          const [first, ...rest] = args.map((arg) => (typeof arg === "string" ? redactText(arg) : arg));
          method.apply(this, [first, ...rest] as Parameters<typeof method>);
        },
      },
    },
    destination,
  );
}

export const logger = createLogger(env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL);

/** What frameworks print becomes lines like all others. For a server's start; a developer's terminal stays readable. */
export function captureConsole(): void {
  for (const name of ["debug", "log", "info", "warn", "error"] as const) {
    const level = name === "log" ? "info" : name;
    console[name] = (...args: unknown[]) => {
      const err = args.find((arg) => arg instanceof Error);
      const said = args
        .filter((arg) => arg !== err)
        .map((arg) => (typeof arg === "string" ? stripVTControlCharacters(arg) : format("%o", redact(arg))));
      logger[level]({ said: said.join(" ").trim(), ...(err && { err }) }, "console");
    };
  }
}
