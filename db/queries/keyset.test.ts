import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { searches } from "@/db/schema";
import { encodeCursor } from "@/lib/cursor";
import { createSearchInput } from "@/lib/searches/schemas";
import { listSearches } from "@/lib/searches/service";
import { createTestContext } from "@/tests/helpers/context";

test("rows written by one statement, all in the same instant, page to the end, each once", async () => {
  const { ctx, userId } = await createTestContext();
  const input = createSearchInput.parse({ name: "x", criteria: {}, sources: [{ sourceId: "demo" }] });
  await ctx.db.insert(searches).values(Array.from({ length: 7 }, (_, i) => ({ ...input, userId, name: `s${i}` })));
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSearches(ctx, { limit: 2, cursor });
    seen.push(...page.searches.map(({ name }) => name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(seen.sort()).toEqual(["s0", "s1", "s2", "s3", "s4", "s5", "s6"]);
});

test("a page goes on after its last row was deleted; a cursor of another kind of list is refused", async () => {
  const { ctx, userId } = await createTestContext();
  const input = createSearchInput.parse({ name: "x", criteria: {}, sources: [{ sourceId: "demo" }] });
  const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
  await ctx.db.insert(searches).values([1, 2, 3].map((i) => ({ ...input, userId, name: `s${i}`, createdAt: at(i) })));
  const first = await listSearches(ctx, { limit: 2 });
  await ctx.db.delete(searches).where(eq(searches.userId, userId));
  await ctx.db.insert(searches).values({ ...input, userId, name: "s1", createdAt: at(1) });
  const second = await listSearches(ctx, { limit: 2, cursor: first.nextCursor });
  expect(second.searches.map(({ name }) => name)).toEqual(["s1"]);
  for (const values of [
    [1, "7"],
    ["x", "y"],
    [1, null],
  ]) {
    await expect(listSearches(ctx, { cursor: encodeCursor(values) })).rejects.toMatchObject({ code: "invalid" });
  }
});
