import { describe, expect, test } from "vitest";
import { findSkill, SKILLS } from "./taxonomy";

describe("the taxonomy", () => {
  test("knows at least 800 skills, each with an id that appears once", () => {
    expect(SKILLS.length).toBeGreaterThanOrEqual(800);
    const ids = SKILLS.map((skill) => skill.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9][a-z0-9-]*$/.test(id))).toEqual([]);
  });

  test("gives every alias to one skill only", () => {
    const owner = new Map<string, string>();
    const clashes: string[] = [];
    for (const skill of SKILLS) {
      for (const alias of skill.aliases) {
        const key = alias.text.toLowerCase();
        const other = owner.get(key);
        if (other && other !== skill.id) clashes.push(`${alias.text}: ${other}, ${skill.id}`);
        owner.set(key, skill.id);
      }
    }
    expect(clashes).toEqual([]);
  });

  test("refers only to skills that exist", () => {
    const missing = SKILLS.flatMap((skill) =>
      [...skill.implies, ...skill.related.keys()].filter((id) => !findSkill(id)).map((id) => `${skill.id} -> ${id}`),
    );
    expect(missing).toEqual([]);
  });

  test("never lets a skill imply itself, over any number of steps", () => {
    const cyclic: string[] = [];
    for (const skill of SKILLS) {
      const seen = new Set<string>();
      const queue = [...skill.implies];
      for (let id = queue.pop(); id; id = queue.pop()) {
        if (id === skill.id) cyclic.push(skill.id);
        if (seen.has(id)) continue;
        seen.add(id);
        queue.push(...(findSkill(id)?.implies ?? []));
      }
    }
    expect(cyclic).toEqual([]);
  });

  test("never gives a related skill more than 0.4", () => {
    const wrong = SKILLS.flatMap((skill) =>
      [...skill.related].filter(([, weight]) => !(weight > 0 && weight <= 0.4)).map(([id]) => `${skill.id} ~ ${id}`),
    );
    expect(wrong).toEqual([]);
  });

  test("holds aliases short enough to be read from a posting", () => {
    expect(SKILLS.flatMap((skill) => skill.aliases).filter(({ text }) => text.length < 1 || text.length > 60)).toEqual(
      [],
    );
    expect(SKILLS.filter(({ name }) => name.length > 80)).toEqual([]);
  });
});
