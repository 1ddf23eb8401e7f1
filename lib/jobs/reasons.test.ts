import { expect, test } from "vitest";
import type { Component } from "@/db/schema/shapes";
import { topReasons } from "./reasons";

const part = (id: Component["id"], weight: number, value: number, reason: string = id): Component => ({
  id,
  weight,
  value,
  points: weight * value,
  reason,
});

test("the three parts that brought most points are named", () => {
  const reasons = topReasons([
    part("must", 50, 0.9),
    part("title", 20, 1),
    part("pay", 10, 1),
    part("seniority", 20, 0.9),
  ]);
  expect(reasons).toEqual([
    { text: "must", tone: "plus" },
    { text: "title", tone: "plus" },
    { text: "seniority", tone: "plus" },
  ]);
});

test("a large loss takes the third place as the catch", () => {
  const reasons = topReasons([
    part("must", 50, 0.9),
    part("title", 20, 1),
    part("pay", 10, 1),
    part("seniority", 20, 0.2),
  ]);
  expect(reasons).toEqual([
    { text: "must", tone: "plus" },
    { text: "title", tone: "plus" },
    { text: "seniority", tone: "minus" },
  ]);
});

test("parts without a reason, words in common and parts that say nothing good are not named", () => {
  expect(topReasons([part("text", 60, 0.9), part("text", 60, 0.1)])).toEqual([]);
  expect(topReasons([part("must", 50, 0.9, ""), part("pay", 4, 0.1)])).toEqual([]);
});
