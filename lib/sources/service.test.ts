import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { sourceSettings } from "@/db/schema";
import { createTestContext } from "@/tests/helpers/context";
import { deleteSourceKey, detectBoardFromUrl, listSources, loadReadiness, setSourceKey, updateSource } from "./service";

const find = async (ctx: Parameters<typeof listSources>[0], id: string) =>
  (await listSources(ctx)).find((source) => source.id === id);

test("sources follow their default until the person chooses", async () => {
  const { ctx } = await createTestContext();
  const greenhouse = await find(ctx, "greenhouse");
  expect(greenhouse).toMatchObject({ isEnabled: true });
  expect(greenhouse).not.toHaveProperty("offReason");
  expect(await find(ctx, "linkedin")).toMatchObject({
    isEnabled: false,
    offReason: expect.stringContaining("switched off"),
  });
  expect(await updateSource(ctx, { sourceId: "linkedin", isEnabled: true })).toMatchObject({
    isEnabled: true,
  });
  expect(await updateSource(ctx, { sourceId: "greenhouse", isEnabled: false })).toMatchObject({ isEnabled: false });
});

test("a key is sealed, never echoed, opened only for its owner, and switches its source on", async () => {
  const { ctx, userId } = await createTestContext();
  await updateSource(ctx, { sourceId: "indeed", isEnabled: true });
  expect(await find(ctx, "indeed")).toMatchObject({ offReason: expect.stringContaining("needs a key") });
  const info = await setSourceKey(ctx, { sourceId: "indeed", key: "secret-operator-key" });
  expect(info).toMatchObject({ isEnabled: true, hasKey: true });
  expect(JSON.stringify([info, await listSources(ctx)])).not.toContain("secret-operator-key");
  const [row] = await ctx.db.select().from(sourceSettings).where(eq(sourceSettings.userId, userId));
  expect(row?.sealedKey).not.toContain("secret-operator-key");
  expect((await loadReadiness(ctx))("indeed").key).toBe("secret-operator-key");

  const thief = await createTestContext();
  await ctx.db
    .insert(sourceSettings)
    .values({ userId: thief.userId, sourceId: "indeed", isEnabled: true, sealedKey: row?.sealedKey });
  const readiness = await loadReadiness(thief.ctx);
  expect(() => readiness("indeed")).toThrow("could not be opened");

  expect(await deleteSourceKey(ctx, { sourceId: "indeed" })).toMatchObject({ isEnabled: false, hasKey: false });
});

test("only sources that ask for a key take one, and only sources that exist", async () => {
  const { ctx } = await createTestContext();
  await expect(setSourceKey(ctx, { sourceId: "lever", key: "12345678" })).rejects.toMatchObject({ code: "invalid" });
  await expect(updateSource(ctx, { sourceId: "monster", isEnabled: true })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await loadReadiness(ctx))("monster").offReason).toContain("no longer");
});

test("a demo has its own board and nothing else, whatever its settings say", async () => {
  const { ctx, userId } = await createTestContext({ isDemo: true });
  await expect(updateSource(ctx, { sourceId: "greenhouse", isEnabled: true })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(setSourceKey(ctx, { sourceId: "indeed", key: "12345678" })).rejects.toMatchObject({ code: "forbidden" });
  await ctx.db.insert(sourceSettings).values({ userId, sourceId: "greenhouse", isEnabled: true });
  const on = (await listSources(ctx)).filter(({ offReason }) => !offReason);
  expect(on.map(({ id, canChange }) => [id, canChange])).toEqual([["demo", false]]);
});

test("choices are the person's own and a reading token changes none", async () => {
  const { ctx, withToken } = await createTestContext();
  await updateSource(ctx, { sourceId: "linkedin", isEnabled: true });
  const stranger = await createTestContext();
  expect(await find(stranger.ctx, "linkedin")).toMatchObject({ isEnabled: false });
  await expect(
    updateSource(withToken("searches:read"), { sourceId: "linkedin", isEnabled: false }),
  ).rejects.toMatchObject({ code: "forbidden" });
});

test("a careers address names its board; another address says which systems work", async () => {
  const { ctx } = await createTestContext();
  expect(detectBoardFromUrl(ctx, { url: "https://jobs.lever.co/acme/123" })).toEqual({
    sourceId: "lever",
    sourceName: "Lever",
    board: "acme",
  });
  expect(() => detectBoardFromUrl(ctx, { url: "https://example.com/careers" })).toThrow("Greenhouse, Lever and Ashby");
});
