import { describe, expect, test } from "vitest";
import { createBreaker } from "./breaker";
import { createTestClock } from "./testing/client";

function given() {
  const clock = createTestClock();
  const breaker = createBreaker(clock, { threshold: 3, coolDownMs: 10_000 });
  const failTimes = (times: number) => {
    for (let n = 0; n < times; n++) breaker.fail("s a.test", 503);
  };
  return { clock, breaker, failTimes };
}

describe("a circuit", () => {
  test("opens after failures in a row, for its own key only", () => {
    const { clock, breaker, failTimes } = given();
    failTimes(2);
    breaker.enter("s a.test");
    failTimes(1);
    expect(() => breaker.gate("s a.test")).toThrow("a.test failed too often");
    expect(() => breaker.enter("s b.test")).not.toThrow();
    expect(() => breaker.enter("t a.test")).not.toThrow();
    expect(breaker.snapshot()).toEqual([
      { key: "s a.test", state: "open", failures: 3, lastStatus: 503, retryAt: clock.now() + 10_000 },
    ]);
  });

  test("one success in between starts the count again", () => {
    const { breaker, failTimes } = given();
    failTimes(2);
    breaker.succeed("s a.test");
    failTimes(2);
    expect(() => breaker.enter("s a.test")).not.toThrow();
    expect(breaker.snapshot()[0]).toMatchObject({ state: "closed", failures: 2 });
  });

  test("lets one trial through after the cool-down, and closes when it succeeds", () => {
    const { clock, breaker, failTimes } = given();
    failTimes(3);
    clock.advance(10_000);
    expect(breaker.snapshot()[0]).toMatchObject({ state: "half_open" });
    breaker.enter("s a.test");
    expect(() => breaker.enter("s a.test")).toThrow();
    breaker.succeed("s a.test");
    expect(breaker.snapshot()).toEqual([]);
  });

  test("waits twice as long after a failed trial", () => {
    const { clock, breaker, failTimes } = given();
    failTimes(3);
    clock.advance(10_000);
    breaker.enter("s a.test");
    failTimes(1);
    clock.advance(19_999);
    expect(() => breaker.gate("s a.test")).toThrow(
      expect.objectContaining({ kind: "breaker_open", retryAfterSeconds: 1 }),
    );
    clock.advance(1);
    expect(() => breaker.enter("s a.test")).not.toThrow();
  });

  test("an abandoned trial leaves the place to the next", () => {
    const { clock, breaker, failTimes } = given();
    failTimes(3);
    clock.advance(10_000);
    breaker.enter("s a.test");
    breaker.abandon("s a.test");
    expect(() => breaker.enter("s a.test")).not.toThrow();
  });

  test("does not remember more hosts than it needs", () => {
    const { breaker } = given();
    for (let n = 0; n < 1_500; n++) breaker.fail(`s host-${n}.test`);
    expect(breaker.snapshot().length).toBe(1_000);
  });
});
