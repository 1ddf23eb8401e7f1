import { cron, eventType, type Inngest, NonRetriableError, RetryAfterError } from "inngest";
import { z } from "zod";

/** What the functions did, in order: the only thing the scenarios look at. */
export interface Effect {
  key: string;
  what: string;
  at: number;
  [field: string]: unknown;
}

export class EffectLog {
  readonly effects: Effect[] = [];
  add(key: string, what: string, fields: Record<string, unknown> = {}): void {
    this.effects.push({ ...fields, key, what, at: Date.now() });
  }
  of(key: string, what?: string): Effect[] {
    return this.effects.filter((effect) => effect.key === key && (!what || effect.what === what));
  }
  names(key: string): string[] {
    return this.of(key).map(({ what }) => what);
  }
  /** Most effects `start` without their `end` at one time. */
  overlap(key: string): number {
    let now = 0;
    return Math.max(0, ...this.of(key).map(({ what }) => (now += what === "start" ? 1 : what === "end" ? -1 : 0)));
  }
}

const schema = z.object({
  key: z.string().max(100),
  n: z.number().optional(),
  order: z.number().optional(),
  board: z.string().max(100).optional(),
  failFirst: z.number().optional(),
  failBetween: z.number().optional(),
  failSecond: z.number().optional(),
  big: z.boolean().optional(),
});
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The functions under test. `everySecond` is a cron that comes often enough to wait for. */
export function scenarioFunctions(client: Inngest, log: EffectLog, everySecond: string) {
  const on = <Name extends string>(name: Name) => eventType(`scenario/${name}` as const, { schema });
  const busy = async (key: string, ms = 250) => {
    log.add(key, "start");
    await pause(ms);
    log.add(key, "end");
  };
  const failures: string[] = [];

  return [
    client.createFunction({ id: "steps", triggers: on("steps") }, async ({ event, step, runId }) => {
      const key = event.data.key;
      const a = await step.run("a", () => {
        log.add(key, "a", { runId });
        return { n: 1, text: "nul \u0000 and 💙", nothing: null };
      });
      const b = await step.run("b", () => {
        log.add(key, "b", { a });
        return a.n + 1;
      });
      await step.run("c", () => log.add(key, "c", { b }));
      return { done: true };
    }),
    client.createFunction({ id: "same-event", triggers: on("steps") }, async ({ event, step }) => {
      await step.run("also", () => log.add(`${event.data.key} also`, "also"));
    }),
    client.createFunction({ id: "parallel", triggers: on("parallel") }, async ({ event, step }) => {
      const key = event.data.key;
      const results = await Promise.all([
        ...["x", "y", "z"].map((id) =>
          step.run(id, async () => {
            await busy(key);
            return id;
          }),
        ),
        step.sleep("nap", "1s"),
        (async () => {
          await step.run("chain-1", () => log.add(key, "chain-1"));
          return step.run("chain-2", () => {
            log.add(key, "chain-2");
            return "chain";
          });
        })(),
      ]);
      await step.run("join", () => log.add(key, "join", { results }));
    }),
    client.createFunction({ id: "sleep", triggers: on("sleep") }, async ({ event, step }) => {
      const key = event.data.key;
      await step.run("before", () => log.add(key, "before"));
      await step.sleep("a-second", "1s");
      await step.sleepUntil("another", new Date(Date.now() + 500));
      await step.run("after", () => log.add(key, "after"));
    }),
    client.createFunction({ id: "fan-out", triggers: on("fan-out") }, async ({ event, step }) => {
      const key = event.data.key;
      const events = [1, 2, 3].map((n) => ({ name: "scenario/child", id: `${key} ${n}`, data: { key, n } }));
      const { ids } = await step.sendEvent("send", events);
      await step.run("sent", () => log.add(key, "sent", { ids }));
    }),
    client.createFunction({ id: "child", triggers: on("child") }, async ({ event, step }) => {
      await step.run("child", () => log.add(event.data.key, "child", { n: event.data.n }));
    }),
    client.createFunction(
      {
        id: "retry",
        triggers: on("retry"),
        retries: 2,
        onFailure: async ({ event, error, step }) => {
          const key = String(event.data.event.data.key);
          await step.run("note", () => log.add(key, "failure", { data: event.data, message: error.message }));
        },
      },
      async ({ event, step, attempt }) => {
        const key = event.data.key;
        await step.run("first", () => {
          log.add(key, "first", { attempt });
          if (attempt < (event.data.failFirst ?? 0)) throw new Error("not yet");
        });
        if (attempt < (event.data.failBetween ?? 0)) {
          log.add(key, "between", { attempt });
          throw new Error("between steps");
        }
        await step.run("second", () => {
          log.add(key, "second", { attempt });
          if (attempt < (event.data.failSecond ?? 0)) throw new TypeError("never well");
        });
      },
    ),
    client.createFunction({ id: "no-retries", triggers: on("no-retries"), retries: 0 }, async ({ event, step }) => {
      const key = event.data.key;
      const result = await step
        .run("fragile", () => {
          log.add(key, "fragile");
          throw new Error("broken");
        })
        .catch((error: Error) => error.message);
      await step.run("instead", () => log.add(key, "instead", { result }));
    }),
    client.createFunction(
      { id: "retry-after", triggers: on("retry-after"), retries: 3 },
      async ({ event, step, attempt }) => {
        await step.run("wait", () => {
          log.add(event.data.key, "try", { attempt });
          if (attempt === 0) throw new RetryAfterError("come back later", 2_000);
        });
      },
    ),
    client.createFunction(
      {
        id: "hopeless",
        triggers: on("hopeless"),
        retries: 5,
        onFailure: ({ event, error }) => {
          log.add(String(event.data.event.data.key), "failure", { message: error.message });
        },
      },
      async ({ event, step }) => {
        await step.run("hopeless", () => {
          log.add(event.data.key, "try");
          throw new NonRetriableError("no use");
        });
      },
    ),
    client.createFunction(
      { id: "lane", triggers: on("lane"), concurrency: { limit: 1, key: 'event.data.key + "/" + event.data.board' } },
      async ({ event, step }) => {
        await step.run("work", async () => {
          log.add(event.data.key, "start", { board: event.data.board });
          await pause(250);
          log.add(event.data.key, "end", { board: event.data.board });
        });
      },
    ),
    client.createFunction(
      {
        id: "two-lanes",
        triggers: on("two-lanes"),
        concurrency: [
          { limit: 2, scope: "fn" },
          { limit: 1, key: "event.data.board" },
        ],
      },
      async ({ event, step }) => {
        await step.run("work", async () => {
          const { key, board } = event.data;
          log.add(`${key} ${board}`, "start");
          await busy(key);
          log.add(`${key} ${board}`, "end");
        });
      },
    ),
    client.createFunction(
      { id: "throttled", triggers: on("throttled"), throttle: { limit: 1, period: "2s", key: "event.data.key" } },
      async ({ event, step }) => {
        await step.run("start", () => log.add(event.data.key, "start"));
      },
    ),
    client.createFunction(
      { id: "single", triggers: on("single"), singleton: { key: "event.data.key", mode: "skip" } },
      async ({ event, step }) => {
        await step.run("start", () => log.add(event.data.key, "start", { n: event.data.n }));
        await step.sleep("hold", "1s");
        await step.run("end", () => log.add(event.data.key, "end", { n: event.data.n }));
      },
    ),
    client.createFunction(
      { id: "latest", triggers: on("latest"), singleton: { key: "event.data.key", mode: "cancel" } },
      async ({ event, step }) => {
        await step.run("start", () => log.add(event.data.key, "start", { n: event.data.n }));
        await step.sleep("hold", "1s");
        await step.run("end", () => log.add(event.data.key, "end", { n: event.data.n }));
      },
    ),
    client.createFunction(
      { id: "once", triggers: on("once"), idempotency: "event.data.key + event.data.order" },
      async ({ event, step }) => {
        await step.run("once", () => log.add(event.data.key, "once", { order: event.data.order }));
      },
    ),
    client.createFunction({ id: "cron", triggers: [cron(everySecond)] }, async ({ event, step }) => {
      await step.run("tick", () => log.add("cron", "tick", { ts: event.ts, name: event.name }));
    }),
    client.createFunction(
      {
        id: "unsupported",
        triggers: on("unsupported"),
        onFailure: ({ event, error }) => {
          failures.push(error.message);
          log.add(String(event.data.event.data.key), "failure", { message: error.message });
        },
      },
      async ({ event, step }) => {
        if (event.data.big) await step.run("big", () => "x".repeat(2_000_000));
        else await step.waitForEvent("wait-for-it", { event: "scenario/other", timeout: "1h" });
      },
    ),
  ];
}
