import { expect, test } from "vitest";
import openapi from "@/public/openapi.json";
import { type ApiDocument, readReference } from "./reference";

const document = openapi as unknown as ApiDocument;
const groups = readReference(document);
const views = groups.flatMap(({ operations }) => operations);

test("every operation of the document is on the page once, with a request to copy and its errors", () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(views.map(({ id }) => id).sort()).toEqual(ids.sort());
  for (const { curl, problems, path } of views) {
    expect(curl).toContain("$JOBA_URL/api/v1");
    expect(curl.split("\n")[0]).not.toContain("{");
    expect(problems.length, path).toBeGreaterThan(0);
  }
});

test("fields are told with their types and bounds", () => {
  const create = views.find(({ id }) => id === "createSearch");
  expect(create).toMatchObject({ scope: "searches:write", status: "201" });
  expect(create?.body).toContainEqual({
    name: "name",
    type: "string",
    isRequired: true,
    note: "at most 120 characters",
  });
  expect(create?.body.map(({ name }) => name)).toContain("criteria.keywords");
  expect(create?.body.find(({ name }) => name === "schedule.cadence")?.type).toContain("daily | ");
  expect(create?.problems).toContainEqual({ code: "idempotency_key_reused", status: 422 });
  expect(create?.headers.map(({ name }) => name)).toEqual(["Idempotency-Key"]);
});

test("public operations need no scope, others say which", () => {
  expect(views.find(({ id }) => id === "createToken")?.scope).toBeUndefined();
  expect(views.find(({ id }) => id === "getCaller")?.scope).toBe("");
  expect(views.find(({ id }) => id === "listJobs")?.scope).toBe("jobs:read");
});
