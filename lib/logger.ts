import "server-only";
import pino from "pino";
import { env } from "@/lib/env";

/** One JSON line per event. The message is a constant; ids go into fields; never addresses, bodies or secrets. */
export const logger = pino({
  level: env.NODE_ENV === "test" ? "silent" : env.LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      "password",
      "token",
      "cookie",
      "authorization",
      "key",
      "secret",
      "*.password",
      "*.token",
      "*.cookie",
      "*.authorization",
      "*.key",
      "*.secret",
    ],
    censor: "[redacted]",
  },
});
