import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDirectory } from "./lock";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "joba-lock-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a second holder is told which file and process hold the folder", async () => {
  const release = await lockDirectory(folder);
  await expect(lockDirectory(folder)).rejects.toThrow(new RegExp(`process ${process.pid}.*${join(folder, "lock")}`));
  await release();
  await (await lockDirectory(folder))();
});

test("the lock of a process that is gone is taken over", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((done) => child.once("exit", done));
  await writeFile(join(folder, "lock"), JSON.stringify({ pid: child.pid, startedAt: "1" }));
  await (await lockDirectory(folder))();
});

test("a pid that was given to another process since does not keep the lock", async () => {
  await writeFile(join(folder, "lock"), JSON.stringify({ pid: process.pid, startedAt: "not this one" }));
  const release = await lockDirectory(folder);
  expect(JSON.parse(await readFile(join(folder, "lock"), "utf8")).pid).toBe(process.pid);
  await release();
});
