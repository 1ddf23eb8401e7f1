import { describe, expect, test } from "vitest";
import { readWorkplace } from "./workplace";

const read = (facts: Partial<Parameters<typeof readWorkplace>[0]>) =>
  readWorkplace({ locations: [], title: "Engineer", descriptionText: "", ...facts });

test("the board's own field outweighs every word", () => {
  expect(read({ explicit: "hybrid", locations: ["Remote"] })).toEqual({
    workplace: "hybrid",
    evidence: "Board field: hybrid",
  });
});

describe("words in location and title", () => {
  test.each([
    ["Remote - US", "remote"],
    ["London (Remote)", "remote"],
    ["Hybrid - London", "hybrid"],
    ["Berlin (On-site)", "onsite"],
    ["In-Office", "onsite"],
    ["Remote or Hybrid, Paris", "hybrid"],
    ["Berlin (no remote)", "unknown"],
    ["Berlin, not remote", "unknown"],
    ["Non-remote, Austin", "unknown"],
    ["Distributed Systems Lab, Zurich", "unknown"],
    ["Berlin", "unknown"],
  ] as const)("%s → %s", (location, workplace) => {
    expect(read({ locations: [location] }).workplace).toBe(workplace);
  });

  test.each([
    ["Remote Sensing Engineer", "unknown"],
    ["Hybrid Cloud Engineer", "unknown"],
    ["Distributed Systems Engineer", "unknown"],
    ["Engineer (100% remote)", "remote"],
    ["Engineer - Hybrid", "hybrid"],
  ] as const)("title %s → %s", (title, workplace) => {
    expect(read({ title }).workplace).toBe(workplace);
  });
});

describe("sentences of the description", () => {
  test.each([
    ["This is a fully remote position.", "remote"],
    ["This role is remote within the EU.", "remote"],
    ["Workplace type: Hybrid", "hybrid"],
    ["We work hybrid 3 days in the office in Berlin.", "hybrid"],
    ["You will join a remote role with 2 days a week in our Munich office.", "hybrid"],
    ["This role is fully onsite.", "onsite"],
    ["Five days a week in the office.", "onsite"],
    ["Experience leading remote teams is a plus.", "unknown"],
    ["You enjoy distributed systems and remote procedure calls.", "unknown"],
    ["This position is not remote.", "unknown"],
    ["Remote work is not available for this role.", "unknown"],
    ["Remote: no", "unknown"],
    ["Our customers run hybrid cloud environments.", "unknown"],
    ["We are a remote-friendly company.", "unknown"],
    ["", "unknown"],
  ] as const)("%s → %s", (descriptionText, workplace) => {
    expect(read({ descriptionText }).workplace).toBe(workplace);
  });

  test("the deciding sentence is quoted, a refusal too", () => {
    const text = "About us.\nThis role is remote. Benefits follow.";
    expect(read({ descriptionText: text }).evidence).toBe("This role is remote.");
    expect(read({ descriptionText: "We are sorry. This position is not remote." }).evidence).toBe(
      "This position is not remote.",
    );
  });
});
