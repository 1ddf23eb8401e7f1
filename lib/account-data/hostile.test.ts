import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { tablesOf } from "@/db/inventory";
import { hasPersonRows } from "@/db/queries/person-rows";
import { companies, jobs, searches, users } from "@/db/schema";
import { createSearchInput } from "@/lib/searches/schemas";
import { createSearch } from "@/lib/searches/service";
import { exportBytes, type Files, filesOf, importBytes, repack, rowsOf, zipOf } from "@/tests/helpers/archive";
import { createTestContext, type TestContext } from "@/tests/helpers/context";
import { givenJob } from "@/tests/helpers/jobs";

let owner: TestContext;
let bytes: Uint8Array;
let files: Files;

/** A small account is enough: a search, a company, two jobs. */
beforeAll(async () => {
  owner = await createTestContext();
  await createSearch(
    owner.ctx,
    createSearchInput.parse({ name: "One", criteria: {}, sources: [{ sourceId: "demo", boards: [] }] }),
  );
  await givenJob(owner.ctx.db, owner.userId, { match: {}, descriptionHtml: "<p>Hello</p>" });
  await givenJob(owner.ctx.db, owner.userId, { companyName: "Fabrikam" });
  bytes = await exportBytes(owner.ctx);
  files = filesOf(bytes);
}, 60_000);

const changed = (file: string, change: (text: string) => string): Files => ({
  ...files,
  [file]: change(files[file] ?? ""),
});
const changeRow = (file: string, patch: Record<string, unknown>): Uint8Array =>
  repack(
    changed(file, () =>
      rowsOf(files, file)
        .map((row, at) => JSON.stringify(at === 0 ? { ...row, ...patch } : row))
        .join("\n"),
    ),
  );

/** Refused with a sentence, and nothing of it is in the account. */
async function expectRefused(archive: Uint8Array, message: RegExp): Promise<void> {
  const { ctx, userId } = await createTestContext();
  await expect(importBytes(ctx, archive)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(message),
  });
  for (const entry of tablesOf("portable"))
    expect(await hasPersonRows(ctx.db, { entry, userId }), entry.name).toBe(false);
}

test("an archive packed again by somebody else's program is taken", async () => {
  const { ctx } = await createTestContext();
  await expect(importBytes(ctx, zipOf(files))).resolves.toMatchObject({ rows: expect.any(Number) });
});

describe("a hostile ZIP is refused before it is unpacked", () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ["nothing", () => new Uint8Array(), /not a ZIP/],
    ["no ZIP", () => Buffer.from("%PDF-1.7 not a zip at all, but long enough to look"), /not a ZIP/],
    ["half of one", () => bytes.subarray(0, bytes.length / 2), /not a ZIP/],
    ["all but the last byte", () => bytes.subarray(0, -1), /not a ZIP/],
    ["bytes behind the end", () => Buffer.concat([bytes, Buffer.from("trailer")]), /not a ZIP/],
    ["a way out", () => zipOf({ ...files, "../../etc/cron.d/x": "x" }), /not JOBA's: "\.\.\/\.\.\/etc/],
    ["an absolute name", () => zipOf({ ...files, "/etc/passwd": "x" }), /not JOBA's/],
    ["a backslash", () => zipOf({ ...files, "data\\..\\x.jsonl": "x" }), /not JOBA's/],
    ["a program", () => zipOf({ ...files, "data/run.sh": "x" }), /not JOBA's/],
    [
      "too many files",
      () =>
        zipOf({
          ...files,
          ...Object.fromEntries(
            Array.from({ length: 300 }, (_, at) => [
              `data/${"x".repeat(at % 50)}${String.fromCharCode(97 + (at % 26))}.jsonl${at}`,
              "",
            ]),
          ),
        }),
      /holds \d+ files/,
    ],
    ["one name twice", () => twice(), /holds data\/jobs\.jsonl twice/],
    ["files that overlap", () => overlapping(), /overlap|not a ZIP/],
    ["a bomb", () => zipSync({ "manifest.json": new Uint8Array(20 * 1024 * 1024) }), /unpacks to far more/],
    ["a bomb that lies about its size", () => understated(), /damaged/],
    ["an encrypted file", () => flagged(), /encrypted/],
    ["a flipped bit", () => flipped(), /damaged|checksum|not a ZIP|not UTF-8|is not JSON/],
  ])(
    "%s",
    async (_name, archive, message) => {
      await expectRefused(archive(), message);
    },
    60_000,
  );
});

describe("an archive that contradicts itself is refused, with its place", () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ["no manifest", () => zipOf({ "README.txt": "hello" }), /no manifest\.json/],
    ["a manifest of something else", () => zipOf({ "manifest.json": '{"format":"zotero"}' }), /not an export of JOBA/],
    ["a broken manifest", () => zipOf({ "manifest.json": "{" }), /manifest\.json is not JSON/],
    [
      "a newer format",
      () =>
        withManifest((text) =>
          text.replace('"version": 1', '"version": 2').replace(/"app": "[^"]+"/, '"app": "9.9.9"'),
        ),
      /JOBA 9\.9\.9/,
    ],
    [
      "a table nobody knows",
      () => withManifest((text) => text.replace('"name": "searches"', '"name": "wishes"')),
      /cannot read/,
    ],
    [
      "a table listed twice",
      () => withManifest((text) => text.replace('"name": "companies"', '"name": "searches"')),
      /twice/,
    ],
    [
      "a million rows claimed",
      () => withManifest((text) => text.replace(/"rows": \d+/, '"rows": 99000000')),
      /claims 990000\d\d rows/,
    ],
    [
      "fewer rows stated than there are",
      () => withManifest((text) => text.replace(/("file": "data\/jobs\.jsonl",[^}]*?"rows": )2/, "$11")),
      /more rows than manifest/,
    ],
    [
      "more rows stated than there are",
      () => withManifest((text) => text.replace(/("file": "data\/jobs\.jsonl",[^}]*?"rows": )2/, "$13")),
      /holds 2 rows; manifest\.json states 3/,
    ],
    [
      "a changed file",
      () => zipOf(changed("data/jobs.jsonl", (text) => text.replace("Northwind", "Northwynd"))),
      /jobs\.jsonl was changed/,
    ],
    [
      "a missing file",
      () => {
        const { "data/jobs.jsonl": _, ...rest } = files;
        return zipOf(rest);
      },
      /no data\/jobs\.jsonl/,
    ],
    [
      "no JSON",
      () => repack(changed("data/jobs.jsonl", (text) => `${text}{"id":\n`)),
      /jobs\.jsonl line 3: is not JSON/,
    ],
    ["a wrong value", () => changeRow("data/jobs.jsonl", { salaryMin: "a lot" }), /jobs\.jsonl line 1: salaryMin/],
    ["a missing value", () => changeRow("data/jobs.jsonl", { title: undefined }), /jobs\.jsonl line 1: title/],
    ["a column nobody knows", () => changeRow("data/jobs.jsonl", { isAdmin: true }), /jobs\.jsonl line 1: .*isAdmin/],
    ["a user id", () => changeRow("data/jobs.jsonl", { userId: owner.userId }), /jobs\.jsonl line 1: .*userId/],
    ["a search vector of its own", () => changeRow("data/jobs.jsonl", { search: "'@x':1" }), /search/],
    [
      "a level there is none of",
      () => changeRow("data/jobs.jsonl", { seniority: "wizard" }),
      /jobs\.jsonl line 1: seniority/,
    ],
    [
      "a time zone there is none of",
      () =>
        changeRow("data/searches.jsonl", {
          schedule: { cadence: "daily", time: "08:00", weekday: 1, timeZone: "Mars/Olympus" },
        }),
      /searches\.jsonl line 1: schedule\.timeZone/,
    ],
    [
      "a source this JOBA lacks",
      () => changeRow("data/searches.jsonl", { sources: [{ sourceId: "monster", boards: [] }] }),
      /searches\.jsonl line 1: sources/,
    ],
    [
      "an instant of another age",
      () => changeRow("data/jobs.jsonl", { createdAt: "0000-01-01T00:00:00.000Z" }),
      /createdAt/,
    ],
    ["a key too long for an index", () => changeRow("data/jobs.jsonl", { dedupeKey: "k".repeat(5000) }), /dedupeKey/],
    [
      "a link that is a program",
      () => changeRow("data/jobs.jsonl", { url: "javascript:alert(1)" }),
      /jobs\.jsonl line 1: url: is not a web address/,
    ],
    [
      "a job of no company",
      () => changeRow("data/jobs.jsonl", { companyId: randomUUID() }),
      /jobs\.jsonl line 1: points to something that is not in this archive/,
    ],
    [
      "the same job twice",
      () => repack(changed("data/jobs.jsonl", (text) => text + text.split("\n")[0])),
      /jobs\.jsonl line 3: is in this archive twice/,
    ],
    [
      "__proto__",
      () => repack(changed("data/jobs.jsonl", (text) => text.replace("{", '{"__proto__":{"a":1},'))),
      /jobs\.jsonl line 1|other columns/,
    ],
  ])("%s", async (_name, archive, message) => {
    await expectRefused(archive(), message);
  });
});

describe("ids in an archive have no power", () => {
  test("another person's company cannot be joined, nor a row of theirs replaced", async () => {
    const stranger = await createTestContext();
    const theirs = await givenJob(stranger.ctx.db, stranger.userId);
    const { db } = stranger.ctx;
    const before = await db.select().from(jobs).where(eq(jobs.userId, stranger.userId));
    await expectRefused(
      changeRow("data/jobs.jsonl", { companyId: theirs.companyId }),
      /points to something that is not in this archive/,
    );
    // The very id of a stranger's company, as an own id: it comes in under another.
    const { ctx, userId } = await createTestContext();
    const archive = repack(
      Object.fromEntries(
        Object.entries(files).map(([name, text]) => [
          name,
          text.replaceAll(String(rowsOf(files, "data/companies.jsonl")[0]?.id), theirs.companyId),
        ]),
      ),
    );
    await importBytes(ctx, archive);
    expect(await db.select().from(jobs).where(eq(jobs.userId, stranger.userId))).toEqual(before);
    const mine = await db.select().from(companies).where(eq(companies.userId, userId));
    expect(mine.map(({ id }) => id)).not.toContain(theirs.companyId);
  });

  test("the account itself stays what it was: address, role and password are not in a file's hands", async () => {
    const { ctx, userId } = await createTestContext();
    // A name the person chose here is theirs as well.
    const [before] = await ctx.db.select().from(users).where(eq(users.id, userId));
    await importBytes(
      ctx,
      changeRow("data/users.jsonl", { id: owner.userId, role: "admin", email: "evil@example.test", name: "New Name" }),
    );
    const [after] = await ctx.db.select().from(users).where(eq(users.id, userId));
    expect(after).toEqual(before);
  });

  test("markup of a posting is cleaned on this way in as well", async () => {
    const { ctx, userId } = await createTestContext();
    await importBytes(
      ctx,
      changeRow("data/jobs.jsonl", {
        descriptionHtml: '<p onclick="x()">Hi<script>alert(1)</script></p><img src=x onerror=y>',
      }),
    );
    const rows = await ctx.db.select({ html: jobs.descriptionHtml }).from(jobs).where(eq(jobs.userId, userId));
    expect(rows.map(({ html }) => html).join()).not.toMatch(/script|onclick|onerror|img/);
  });
});

describe("an import needs an empty account", () => {
  test("one with a search of its own is left alone", async () => {
    const { ctx, userId } = await createTestContext();
    await createSearch(
      ctx,
      createSearchInput.parse({ name: "Mine", criteria: {}, sources: [{ sourceId: "demo", boards: [] }] }),
    );
    await expect(importBytes(ctx, bytes)).rejects.toMatchObject({ code: "conflict" });
    expect(await ctx.db.$count(searches, eq(searches.userId, userId))).toBe(1);
    expect(await ctx.db.$count(jobs, eq(jobs.userId, userId))).toBe(0);
  });

  test("of two at once, one goes in", async () => {
    const { ctx, userId } = await createTestContext();
    const results = await Promise.allSettled([importBytes(ctx, bytes), importBytes(ctx, bytes)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await ctx.db.$count(jobs, eq(jobs.userId, userId))).toBe(2);
  });

  test("a demo visitor and a token cannot", async () => {
    const demo = await createTestContext({ isDemo: true });
    await expect(importBytes(demo.ctx, bytes)).rejects.toMatchObject({ code: "forbidden" });
    const { withToken } = await createTestContext();
    await expect(importBytes(withToken("jobs:write", "searches:write", "profile:write"), bytes)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

test("an export is the person's own, and needs every scope to read", async () => {
  const { ctx, withToken } = await createTestContext();
  const theirs = filesOf(await exportBytes(ctx));
  for (const name of ["jobs", "postings", "searches", "companies"]) expect(theirs[`data/${name}.jsonl`]).toBe("");
  await expect(exportBytes(withToken("jobs:read", "searches:read"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(exportBytes(withToken("jobs:read", "searches:read", "profile:read"))).resolves.toBeInstanceOf(
    Uint8Array,
  );
});

const withManifest = (change: (text: string) => string): Uint8Array => zipOf(changed("manifest.json", change));

/** Same length of name, so that the directory can be pointed at it. */
function twice(): Uint8Array {
  const archive = Buffer.from(zipOf({ ...files, "data/jobz.jsonl": "" }));
  const needle = Buffer.from("data/jobz.jsonl");
  for (let at = archive.indexOf(needle); at >= 0; at = archive.indexOf(needle, at + 1))
    archive.write("data/jobs.jsonl", at);
  return archive;
}

const directoryOf = (archive: Buffer): number => archive.readUInt32LE(archive.length - 22 + 16);

function eachEntry(archive: Buffer, visit: (at: number, name: string) => void): Buffer {
  for (let at = directoryOf(archive); archive.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, note] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    visit(at, archive.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + note;
  }
  return archive;
}

/** Every entry points at the first one's data: how a small ZIP becomes a large one. */
function overlapping(): Uint8Array {
  const archive = Buffer.from(zipOf(files));
  return eachEntry(archive, (at) => archive.writeUInt32LE(0, at + 42));
}

/** Ten megabytes that the directory calls one hundred bytes. */
function understated(): Uint8Array {
  const archive = Buffer.from(zipSync({ "manifest.json": new Uint8Array(10 * 1024 * 1024) }));
  return eachEntry(archive, (at) => archive.writeUInt32LE(100, at + 24));
}

function flagged(): Uint8Array {
  const archive = Buffer.from(bytes);
  return eachEntry(archive, (at) => archive.writeUInt16LE(1, at + 8));
}

function flipped(): Uint8Array {
  const archive = Buffer.from(bytes);
  let start = 0;
  eachEntry(archive, (at, name) => {
    if (name === "data/jobs.jsonl") start = archive.readUInt32LE(at + 42);
  });
  const at = start + 30 + "data/jobs.jsonl".length + 40;
  archive[at] = (archive[at] ?? 0) ^ 0x40;
  return archive;
}
