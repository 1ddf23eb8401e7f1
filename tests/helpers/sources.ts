import { existsSync, readFileSync } from "node:fs";
import { searchCriteriaSchema } from "@/db/schema/shapes";
import type { PageRequest, PageResponse, SourceAdapter, SourceQuery } from "@/lib/sources/adapter";

const SAMPLES = new URL("../../../shared/samples/sources/", import.meta.url);

/** A fixed clock, so that "3 days ago" is a date. */
export const NOW = new Date("2026-11-24T12:00:00.000Z");

export function givenQuery(
  adapter: Pick<SourceAdapter, "origin">,
  { criteria, ...overrides }: Partial<Omit<SourceQuery, "criteria">> & { criteria?: object } = {},
): SourceQuery {
  return {
    criteria: searchCriteriaSchema.parse(criteria ?? {}),
    board: "",
    origin: adapter.origin,
    now: NOW,
    ...overrides,
  };
}

export function givenPage(body: string, { request, ...overrides }: Partial<PageResponse> = {}): PageResponse {
  const asked: PageRequest = request ?? { url: "https://board.example/jobs" };
  return { status: 200, headers: {}, body, request: asked, ...overrides };
}

/** `readFixture(import.meta.url, "board.json")` reads the file in `fixtures/` beside the test. */
export function readFixture(testUrl: string, name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, testUrl), "utf8");
}

/** A recorded answer of a real board, or undefined when the samples are not on this machine. */
export function readSample(path: string): string | undefined {
  const file = new URL(path, SAMPLES);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** The test name says when the sample was not there. */
export function sampleTitle(title: string, sample: string | undefined): string {
  return sample === undefined ? `${title} (not run: the samples folder is absent)` : title;
}
