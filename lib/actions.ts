import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { recordDenial } from "@/lib/audit/denials";
import { addressKey } from "@/lib/auth/address";
import { requireOwnOrigin } from "@/lib/auth/origin";
import { type Permission, requirePermission } from "@/lib/auth/permissions";
import { getContext, getPublicContext, type PublicContext } from "@/lib/auth/session";
import { requireBounded } from "@/lib/bounds";
import type { Context } from "@/lib/context";
import { AppError, type ErrorCode, type FieldErrors } from "@/lib/errors";
import { fieldErrors } from "@/lib/field-errors";
import { formDataToObject } from "@/lib/form-data";
import { logger } from "@/lib/logger";
import { hitRateLimit, type RateLimit } from "@/lib/rate-limit";

export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code: ErrorCode; message: string; fields?: FieldErrors } };

/** Callable as `action(input)`, `action(formData)` and, for `useActionState`, `action(previous, formData)`. */
export type Action<T> = (first: unknown, second?: unknown) => Promise<ActionResult<T>>;

interface ActionDefinition<S extends z.ZodType, C, T> {
  name: string;
  input: S;
  run: (ctx: C, input: z.output<S>) => Promise<T>;
}

/** What each action takes, by its name, for the test that looks for inputs without an end. */
export const actionInputs = new Map<string, z.ZodType>();

/**
 * A server action for a signed-in person: authenticates, parses, calls one service verb, answers with fields not
 * exceptions. With a `permission`, whoever lacks it is told nothing about the input either.
 */
export function defineAction<S extends z.ZodType, T>(
  definition: ActionDefinition<S, Context, T> & { permission?: Permission },
): Action<T> {
  const { permission } = definition;
  actionInputs.set(definition.name, definition.input);
  return (first, second) =>
    settle(definition.name, async () => {
      requireOwnOrigin(await headers());
      const ctx = await getContext();
      try {
        if (permission) requirePermission(ctx, permission);
        return await definition.run(ctx, parseInput(definition.input, second ?? first));
      } catch (error) {
        await recordDenial(ctx, error);
        throw error;
      }
    });
}

/** A server action for strangers. The key decides what is counted together; too many tries are refused. */
export function definePublicAction<S extends z.ZodType, T>(
  definition: ActionDefinition<S, PublicContext, T> & {
    rateLimit: {
      limit: number;
      windowSeconds: number;
      key: (input: z.output<S>, address: string, visitor: PublicContext) => string;
      whenDown?: RateLimit["whenDown"];
    };
  },
): Action<T> {
  actionInputs.set(definition.name, definition.input);
  return (first, second) =>
    settle(definition.name, async () => {
      requireOwnOrigin(await headers());
      const ctx = await getPublicContext();
      const input = parseInput(definition.input, second ?? first);
      const { key, ...limit } = definition.rateLimit;
      await hitRateLimit(ctx, {
        key: `${definition.name}:${key(input, addressKey(ctx.address), ctx)}`,
        ...limit,
      });
      return definition.run(ctx, input);
    });
}

/** Worth a line each: failed authentication, failed authorization, and whoever tries too often. */
const REFUSALS = new Set<ErrorCode>(["unauthenticated", "forbidden", "limit_exceeded"]);

async function settle<T>(name: string, run: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, data: await run() };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) {
      if (error.code === "internal") logger.error({ err: error, action: name }, "action failed");
      if (REFUSALS.has(error.code)) logger.warn({ action: name, code: error.code }, "refused");
      return { ok: false, error: { code: error.code, message: error.message, fields: error.fields } };
    }
    logger.error({ err: error, action: name }, "action failed");
    return {
      ok: false,
      error: { code: "internal", message: "Something went wrong on our side. Nothing was changed." },
    };
  }
}

function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const value = raw instanceof FormData ? formDataToObject(raw) : raw;
  requireBounded(value);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "Some fields need attention", { fields: fieldErrors(parsed.error) });
}
