import { describe, expect, test } from "vitest";
import { preferencesSchema, profileFactsSchema } from "@/db/schema/shapes";
import { DEMO_CV } from "@/lib/demo/cv";
import { createTestContext } from "@/tests/helpers/context";
import { saveProfileInput } from "./schemas";
import { findProfile, getProfile, importCv, importPastedCv, savePreferences, saveProfile } from "./service";

const facts = profileFactsSchema.parse({ headline: "Frontend Engineer", titles: ["Frontend Engineer"] });
const preferences = preferencesSchema.parse({ workplaces: ["remote"], timeZone: "Europe/Berlin" });
const bytes = new TextEncoder().encode(DEMO_CV);

describe("a profile", () => {
  test("is empty before the first save", async () => {
    const { ctx } = await createTestContext();
    expect(await findProfile(ctx)).toBeUndefined();
    expect(await getProfile(ctx)).toMatchObject({ version: 0, cvText: "", cvFileName: null, facts: { skills: [] } });
  });

  test("is saved, counted up, and its matches are asked for anew", async () => {
    const { ctx, userId, emitted } = await createTestContext();
    expect(await saveProfile(ctx, { facts, preferences, version: 0 })).toMatchObject({
      version: 1,
      facts,
      preferences,
    });
    expect(await saveProfile(ctx, { facts: { ...facts, headline: "Staff Engineer" }, version: 1 })).toMatchObject({
      version: 2,
      preferences,
    });
    expect(emitted.map(({ data }) => data)).toEqual([
      { userId, profileVersion: 1 },
      { userId, profileVersion: 2 },
    ]);
  });

  test("is not overwritten by somebody looking at an older version", async () => {
    const { ctx, emitted } = await createTestContext();
    await saveProfile(ctx, { facts, version: 0 });
    for (const version of [0, 2, 99]) {
      await expect(saveProfile(ctx, { facts, version })).rejects.toMatchObject({ code: "conflict" });
      await expect(savePreferences(ctx, preferences, version)).rejects.toMatchObject({ code: "conflict" });
    }
    expect(await getProfile(ctx)).toMatchObject({ version: 1 });
    expect(emitted).toHaveLength(1);
  });

  test("of two saves at once, one wins and the other is told", async () => {
    const { ctx } = await createTestContext();
    await saveProfile(ctx, { facts });
    const results = await Promise.allSettled([1, 2].map(() => saveProfile(ctx, { facts, version: 1 })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("keeps facts and CV when only preferences are saved", async () => {
    const { ctx } = await createTestContext();
    await saveProfile(ctx, { facts, cvText: "Frontend Engineer", cvFileName: "cv.md" });
    expect(await savePreferences(ctx, preferences, 1)).toMatchObject({
      facts,
      preferences,
      cvText: "Frontend Engineer",
      cvFileName: "cv.md",
      version: 2,
    });
  });

  test("keeps no span that lies outside of its text", async () => {
    const { ctx } = await createTestContext();
    const skill = { skillId: "react", name: "React", confidence: 1 };
    const evidence = [
      { kind: "list" as const, where: "Skills", span: { start: 0, end: 5 } },
      { kind: "list" as const, where: "Elsewhere", span: { start: 0, end: 500 } },
    ];
    const saved = await saveProfile(ctx, { facts: { ...facts, skills: [{ ...skill, evidence }] }, cvText: "React" });
    expect(saved.facts.skills[0]?.evidence).toEqual([evidence[0], { kind: "list", where: "Elsewhere" }]);
  });

  test("is nobody else's", async () => {
    const owner = await createTestContext();
    const stranger = await createTestContext();
    await saveProfile(owner.ctx, { facts, preferences });
    expect(await findProfile(stranger.ctx)).toBeUndefined();
    await saveProfile(stranger.ctx, { facts: { ...facts, headline: "Other" } });
    expect(await getProfile(owner.ctx)).toMatchObject({ version: 1, facts: { headline: "Frontend Engineer" } });
  });

  test("can be read but not written with a read-only token", async () => {
    const { ctx, withToken } = await createTestContext();
    await saveProfile(ctx, { facts });
    const reader = withToken("profile:read");
    expect(await getProfile(reader)).toMatchObject({ version: 1 });
    await expect(saveProfile(reader, { facts })).rejects.toMatchObject({ code: "forbidden" });
    await expect(savePreferences(reader, preferences)).rejects.toMatchObject({ code: "forbidden" });
    expect(() => importPastedCv(reader, DEMO_CV)).toThrow(/scope/);
    expect(() => importCv(reader, { name: "cv.md", bytes })).toThrow(/scope/);
    await expect(findProfile(withToken("jobs:read"))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("an imported CV", () => {
  test("is a draft: it saves nothing, and can be saved as it is", async () => {
    const { ctx } = await createTestContext({ now: new Date("2026-08-15") });
    const draft = await importCv(ctx, { name: "robin.md", bytes });
    expect(draft).toMatchObject({ cvFileName: "robin.md", facts: { yearsOfExperience: 8.6 } });
    expect(await findProfile(ctx)).toBeUndefined();
    const saved = await saveProfile(ctx, saveProfileInput.parse(draft));
    expect(saved).toMatchObject({ ...draft, version: 1 });
  });

  test("pasted as text reads the same", async () => {
    const { ctx } = await createTestContext({ now: new Date("2026-08-15") });
    const { facts: read } = await importCv(ctx, { name: "cv.md", bytes });
    expect(importPastedCv(ctx, DEMO_CV)).toMatchObject({ facts: read, cvFileName: null });
  });
});
