import { expect, test } from "vitest";
import { refusalOf } from "./server";

const own = { host: "localhost:3000", origin: "http://localhost:3000" };

test.each<[string, string, Record<string, string>, number | undefined]>([
  ["GET", "/jobs?x=http://evil.example", {}, undefined],
  ["TRACE", "/", {}, 405],
  ["PROPFIND", "/", {}, 405],
  ["GET", "http://evil.example/jobs", {}, 400],
  ["GET", "//evil.example/jobs", {}, 400],
  ["GET", "/\\evil.example", {}, 400],
  ["GET", "/jobs/%E0%A4%A", {}, 400],
  ["OPTIONS", "*", {}, 400],
  ["POST", "/jobs", own, undefined],
  ["POST", "/jobs", { host: own.host }, 403],
  ["POST", "/jobs", { ...own, origin: "null" }, 403],
  ["POST", "/api/auth/signout", { ...own, origin: "http://evil.example" }, 403],
  ["POST", "/api/%61uth/signout", { host: own.host }, 403],
  ["POST", "/api/v1x", { host: own.host }, 403],
  ["POST", "/api/v1/searches", { host: own.host }, undefined],
  ["PUT", "/api/inngest", { host: own.host }, undefined],
])("%s %s with %j is refused with %s", (method, url, headers, status) => {
  expect(refusalOf({ method, url, headers })).toBe(status);
});
