import { describe, expect, test } from "vitest";
import { givenPage, givenQuery, readFixture } from "@/tests/helpers/sources";
import { remoteok } from ".";
import { repairMojibake } from "./parse";

const query = givenQuery(remoteok);
const fixture = (name: string) => remoteok.parse(givenPage(readFixture(import.meta.url, name)), query);

describe("the Remote OK feed", () => {
  const { jobs, rows } = fixture("feed.json");
  const [engineer, designer, annotator] = jobs;

  test("does not take the legal text for a job", () => {
    expect({ rows, ids: jobs.map(({ externalId }) => externalId) }).toEqual({
      rows: 3,
      ids: ["900001", "900002", "900003"],
    });
    expect(fixture("legal-only.json")).toEqual({ jobs: [], invalid: [], rows: 0 });
  });

  test("stores that every job of a remote board is remote", () => {
    expect(jobs.every(({ workplace }) => workplace === "remote")).toBe(true);
    expect(engineer?.locations).toEqual([]);
  });

  test("repairs text that was decoded twice and leaves sound text alone", () => {
    expect(engineer?.descriptionHtml).toBe("<p>You’ll build offline-first tools — for real.</p>");
    expect(designer?.company.name).toBe("Café Média");
    expect(designer?.descriptionHtml).toBe("<p>Plain “quotes” stay.</p>");
  });

  test("takes 0 as unknown pay and does not call a small amount yearly", () => {
    expect(engineer?.salary).toEqual({ min: 90_000, max: 130_000, currency: "USD", interval: "year" });
    expect(designer?.salary).toBeUndefined();
    expect(annotator?.salary).toEqual({ min: 20, max: 30, currency: "USD" });
  });

  test("keeps an apply address only when it leads elsewhere, and no logo", () => {
    expect(engineer?.applyUrl).toBeUndefined();
    expect(designer?.applyUrl).toBe("https://careers.cafe-media.example/designer");
    expect(engineer?.company).toEqual({ name: "Outpost Collective" });
  });

  test("falls back to the epoch when the date is blank", () => {
    expect(designer?.postedAt?.toISOString()).toBe("2026-11-21T22:26:40.000Z");
  });
});

test("a bad row is reported and the rest is kept", () => {
  const { jobs, invalid } = fixture("broken-row.json");
  expect(jobs).toHaveLength(1);
  expect(invalid).toEqual([{ externalId: "900009", reason: "position: is empty" }]);
});

test.each([
  ["MÃ¼nchen", "München"],
  ["München", "München"],
  ["â\u0080\u0099", "’"],
  ["mixed — â\u0080\u0099s", "mixed — ’s"],
  ["Âge tendre", "Âge tendre"],
  ["€ 50", "€ 50"],
])("%j is read as %j", (broken, sound) => {
  expect(repairMojibake(broken)).toBe(sound);
});
