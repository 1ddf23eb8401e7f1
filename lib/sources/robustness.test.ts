import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { givenPage, givenQuery } from "@/tests/helpers/sources";
import { type PageRequest, SourceError } from "./adapter";
import { getSource, SOURCE_IDS } from "./registry";

const NETWORKED = SOURCE_IDS.filter((id) => id !== "demo");
const STATES: Record<string, NonNullable<PageRequest["state"]>[]> = {
  glassdoor: [{ step: "place" }, { step: "token" }, { step: "search" }],
  hackernews: [{ step: "threads" }, { step: "thread" }],
};
const HOSTILE = [
  "\u0000\u0000",
  "\uFEFF",
  "[]",
  "{}",
  "null",
  "42",
  '"text"',
  `${"[".repeat(5_000)}`,
  "<div>".repeat(100_000),
  `<li><div data-entity-urn="urn:li:jobPosting:1">${"<div>".repeat(50_000)}</li>`,
  `<!doctype html>${"<form ".repeat(100_000)}`,
  "<!--".repeat(200_000),
  `<rss><channel>${"<item>".repeat(20_000)}</channel></rss>`,
  `{"id":1,"jobs":[],"children":[{"id":1,"text":"${"<a ".repeat(300_000)}"}]}`,
  JSON.stringify({
    jobs: [{ id: 1, url: "https://x.example", title: "T", company_name: "C", description: "<img ".repeat(300_000) }],
  }),
  `x${" ".repeat(1_000_000)}x`,
];

/** Reads a body in every step of a source's protocol; anything but a page or a SourceError fails the test. */
function read(id: (typeof SOURCE_IDS)[number], body: string): void {
  const source = getSource(id);
  const query = givenQuery(source, { board: source.scope === "companies" ? "acme" : "", key: "key" });
  const first = source.first(query);
  for (const state of STATES[id] ?? [first.state ?? {}]) {
    try {
      const page = source.parse(givenPage(body, { request: { ...first, state } }), query);
      expect(page.rows).toBe(page.jobs.length + page.invalid.length);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
    }
  }
}

describe.each(NETWORKED)("%s", (id) => {
  test("answers hostile bodies with a page or a SourceError, each within two seconds", () => {
    for (const body of HOSTILE) {
      const started = performance.now();
      read(id, body);
      expect(performance.now() - started, body.slice(0, 40)).toBeLessThan(2_000);
    }
  });

  test("survives any cut and any replaced part of its recorded pages", () => {
    const folder = new URL(`${id}/fixtures/`, import.meta.url);
    const bodies = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
    const part = fc.constantFrom("", "null", '"', "{}", "[]", "<", "&amp;", "\u0000", "-1e999", "😀", '"id":{}');
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.nat(), fc.nat(60), part, (body, at, length, replacement) => {
        const from = at % (body.length + 1);
        read(id, body.slice(0, from) + replacement + body.slice(from + length));
        read(id, body.slice(0, from));
      }),
      { numRuns: 300, seed: 20_261_124 },
    );
  });
});
