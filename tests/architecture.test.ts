import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { envSchema } from "@/lib/env";
import { listRoutes, loadSpecs } from "@/scripts/openapi-document";
import {
  actionViolations,
  fetchViolations,
  htmlViolations,
  importViolations,
  permissionViolations,
  type SourceFile,
  serverOnlyViolations,
  sizeViolations,
} from "./architecture-rules";

const files: SourceFile[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"],
  { encoding: "utf8" },
)
  .split("\n")
  .filter(Boolean)
  .flatMap((path) => {
    try {
      return [{ path, text: readFileSync(path, "utf8") }];
    } catch {
      return [];
    }
  });

const RULES = {
  importViolations,
  fetchViolations,
  sizeViolations,
  actionViolations,
  permissionViolations,
  serverOnlyViolations,
  htmlViolations,
};

describe("the tree keeps the rules", () => {
  test.each(Object.entries(RULES))("%s finds nothing", (_name, rule) => {
    expect(files.flatMap(rule)).toEqual([]);
  });

  test("every operation under app/api/v1 carries its spec", async () => {
    const routes = await listRoutes();
    expect(routes.length).toBeGreaterThan(3);
    for (const { file, path } of routes.filter(({ file }) => !file.includes("openapi.json"))) {
      const operations = await loadSpecs(file);
      expect(operations.length, file).toBeGreaterThan(0);
      for (const { method, spec } of operations) expect(spec?.operationId, `${method} ${path}`).toBeTruthy();
    }
  });

  test("operation ids are unique", async () => {
    const ids = (await Promise.all((await listRoutes()).map(({ file }) => loadSpecs(file))))
      .flat()
      .flatMap(({ spec }) => spec?.operationId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test(".env.example lists exactly the variables the schema reads", () => {
    const internal = new Set(["NODE_ENV", "NEXT_PHASE", "VERCEL"]);
    const documented = [...readFileSync(".env.example", "utf8").matchAll(/^# ?([A-Z][A-Z0-9_]+)=/gm)].map(
      ([, name]) => name,
    );
    expect(documented.sort()).toEqual(
      Object.keys(envSchema.shape)
        .filter((name) => !internal.has(name))
        .sort(),
    );
  });
});

describe("each guard bites", () => {
  const violates = (path: string, text: string) =>
    Object.values(RULES)
      .flatMap((rule) => rule({ path, text }))
      .map(({ rule }) => rule.split(":")[0]);

  test.each([
    ["lib/jobs/x.ts", 'import { Row } from "@/components/jobs/row";', "lib does not import screens or functions"],
    [
      "lib/jobs/x.ts",
      'import { f } from "../../inngest/functions/run-search";',
      "lib does not import screens or functions",
    ],
    ["lib/jobs/x.ts", 'import { headers } from "next/headers";', "lib knows no framework outside its three edges"],
    [
      "app/(app)/jobs/page.tsx",
      'import { getToken } from "next-auth/jwt";',
      "only lib/auth and the auth route know next-auth",
    ],
    ["lib/jobs/x.ts", 'import { eq } from "drizzle-orm";', "SQL lives under db"],
    [
      "db/queries/jobs.ts",
      'import { AppError } from "@/lib/errors";',
      "db imports nothing above it but the environment",
    ],
    [
      "components/jobs/row.tsx",
      'import { listJobs } from "@/lib/jobs/service";',
      "components reach services only through actions",
    ],
    [
      "components/jobs/row.tsx",
      'import { listJobs } from "@/db/queries/jobs";',
      "components reach services only through actions",
    ],
    ["inngest/functions/x.ts", 'import { listJobs } from "@/db/queries/jobs";', "functions call services, not tables"],
    [
      "inngest/events.ts",
      'import { getJob } from "@/lib/jobs/service";',
      "the inngest client and events stay at the bottom",
    ],
    ["app/(app)/jobs/page.tsx", 'import { listJobs } from "@/db/queries/jobs";', "pages and routes hold no queries"],
    ["lib/jobs/x.ts", 'import { request } from "undici";', "outbound HTTP goes through lib/http"],
    ["lib/jobs/x.ts", 'const page = await fetch("https://example.com");', "outbound HTTP goes through lib/http"],
    ["lib/jobs/x.ts", "line\n".repeat(301), "a file that needs a table of contents is two files"],
    [
      "app/(app)/jobs/actions.ts",
      '"use server";\nexport async function saveJob() {}',
      "an exported action without defineAction",
    ],
    [
      "app/(app)/jobs/actions.ts",
      '"use server";\nexport const saveJob = async () => {};',
      "an exported action without defineAction",
    ],
    ["app/admin/people/page.tsx", "export default function PeoplePage() {}", "admin page names its permission"],
    [
      "app/admin/actions.ts",
      '"use server";\nexport const a = defineAction({ permission: "users:manage" });\nexport const b = defineAction({});',
      "admin action names its permission",
    ],
    [
      "lib/admin/x.ts",
      "export async function list(ctx: Context, { id }: { id: string }): Promise<void> {\n  await ctx.db;\n}",
      "admin verb names its permission",
    ],
    ["lib/jobs/service.ts", "export {};", 'starts with import "server-only"'],
    ["components/jobs/row.tsx", "<p dangerouslySetInnerHTML={{ __html: x }} />", "only posting-body renders HTML"],
  ])("a breach in %s is caught", (path, text, rule) => {
    expect(violates(path, text)).toContain(rule);
  });

  test("clean files pass every rule", () => {
    expect(
      violates("lib/jobs/service.ts", 'import "server-only";\nimport { findJob } from "@/db/queries/jobs";\n'),
    ).toEqual([]);
    expect(
      violates("app/(app)/jobs/actions.ts", '"use server";\nexport const saveJobAction = defineAction({});'),
    ).toEqual([]);
  });
});
