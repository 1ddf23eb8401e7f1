import { expect, test } from "vitest";
import { givenPosting } from "@/tests/helpers/postings";
import { type ClusterJob, chooseCluster, clusterJobOf, createClusterIndex, REPOST_AFTER_DAYS } from "./cluster";
import type { NormalizedPosting } from "./normalized";

const NOW = new Date("2026-03-01T12:00:00Z");
const days = (count: number) => new Date(NOW.getTime() - count * 86_400_000);
const TEXT = 0b1011_0110n;

function jobOf(overrides: Partial<NormalizedPosting> = {}, change: (job: ClusterJob) => void = () => {}) {
  const job = clusterJobOf(givenPosting({ sourceId: "greenhouse", board: "acme", ...overrides }), "job-1", NOW);
  change(job);
  return job;
}
const choose = (posting: Partial<NormalizedPosting>, job = jobOf()) =>
  chooseCluster(givenPosting({ sourceId: "lever", board: "acme", externalId: "x2", ...posting }), [job], NOW);

test("another board's copy with the same company, title and place joins", () => {
  expect(choose({})).toMatchObject({ kind: "join", jobId: "job-1", reason: expect.stringContaining("greenhouse") });
});

test("words in brackets keep two positions apart", () => {
  const job = jobOf({ title: "Engineer (Payments)", dedupeKey: "acme|engineer (payments)|berlin", simhash: TEXT });
  expect(
    choose({ title: "Engineer (Search)", dedupeKey: "acme|engineer (search)|berlin", simhash: TEXT }, job).kind,
  ).toBe("new");
});

test("the same address joins only under the same title", () => {
  const job = jobOf({ urlKey: "acme.example/careers", dedupeKey: "other" });
  expect(choose({ urlKey: "acme.example/careers", dedupeKey: "mine" }, job)).toMatchObject({ kind: "join" });
  expect(choose({ urlKey: "acme.example/careers", title: "Office Manager", dedupeKey: "mine" }, job).kind).toBe("new");
});

test.each([
  ["three differing bits are the same text", TEXT ^ 0b111n, "join"],
  ["four differing bits are another text", TEXT ^ 0b1111n, "new"],
  ["a text too short to compare joins nothing", null, "new"],
] as const)("%s", (_name, simhash, kind) => {
  const job = jobOf({ simhash: TEXT, dedupeKey: "theirs" });
  expect(choose({ simhash, dedupeKey: "mine" }, job).kind).toBe(kind);
});

test("the same text in another city is another position", () => {
  const job = jobOf({ simhash: TEXT, dedupeKey: "theirs" });
  const places = [{ text: "Paris", scope: "city" as const, city: "Paris", country: "FR" }];
  expect(choose({ simhash: TEXT, dedupeKey: "mine", places }, job).kind).toBe("new");
});

test("two openings of one board with one title and place stay apart unless their text agrees", () => {
  const sameBoard = { sourceId: "greenhouse", externalId: "x9" };
  const job = jobOf({ simhash: TEXT, contentHash: "a" });
  expect(choose({ ...sameBoard, simhash: TEXT ^ 0xff00n, contentHash: "b" }, job).kind).toBe("new");
  expect(choose({ ...sameBoard, simhash: TEXT, contentHash: "b" }, job).kind).toBe("join");
});

test("a repost is not a duplicate: the earlier one closed", () => {
  const job = jobOf({}, (earlier) => {
    for (const posting of earlier.postings) posting.closedAt = days(2);
  });
  expect(choose({ sourceId: "greenhouse" }, job)).toEqual({ kind: "new", note: expect.stringContaining("again") });
});

test("a repost is not a duplicate: the earlier one is from long before", () => {
  const job = jobOf({ postedAt: days(REPOST_AFTER_DAYS + 1), simhash: TEXT });
  expect(choose({ sourceId: "greenhouse", simhash: TEXT, postedAt: NOW }, job).kind).toBe("new");
});

test("postings without a company are never merged by name", () => {
  const job = jobOf({ companyKey: "", urlKey: "elsewhere.example/1" });
  expect(choose({ companyKey: "", urlKey: "here.example/1" }, job).kind).toBe("new");
});

test("of several jobs with one key the nearest text wins", () => {
  const far = jobOf({ simhash: TEXT ^ 0xff00n });
  const near = { ...jobOf({ simhash: TEXT }), jobId: "job-2" };
  const posting = givenPosting({ sourceId: "lever", externalId: "x3", simhash: TEXT });
  expect(chooseCluster(posting, [far, near], NOW)).toMatchObject({ jobId: "job-2" });
});

test("the index finds candidates by address, key and title, and forgets nobody who was added later", () => {
  const index = createClusterIndex([jobOf({ urlKey: "a", dedupeKey: "k" })]);
  expect(index.candidates(givenPosting({ urlKey: "a", dedupeKey: "?", title: "?" })).size).toBe(1);
  expect(index.candidates(givenPosting({ urlKey: "?", dedupeKey: "?", companyKey: "?" })).size).toBe(0);
  index.add({ ...jobOf({ urlKey: "later" }), jobId: "job-2" });
  expect(index.candidates(givenPosting({ urlKey: "later", dedupeKey: "?", title: "?" })).size).toBe(1);
});
