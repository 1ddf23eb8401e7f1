import { expect, test } from "vitest";
import { ACCESS } from "./matrix";
import { listAppRoutes } from "./routes";

test("every page and handler says who may see it, and nothing that is gone is listed", async () => {
  const patterns = (await listAppRoutes()).map(({ pattern }) => pattern);
  expect(Object.keys(ACCESS).sort()).toEqual([...new Set(patterns)].sort());
});
