import { readdir } from "node:fs/promises";

export interface AppRoute {
  /** As in the matrix: "/jobs/[jobId]". */
  pattern: string;
  kind: "page" | "handler";
}

/** Every page and handler under app, outside /api/v1. */
export async function listAppRoutes(): Promise<AppRoute[]> {
  const entries = await readdir("app", { recursive: true });
  return entries
    .map((entry) => entry.replaceAll("\\", "/"))
    .filter((entry) => /(^|\/)(page\.tsx|route\.tsx?)$/.test(entry) && !entry.startsWith("api/v1/"))
    .map((entry) => ({
      pattern: `/${entry.replace(/\/?(page\.tsx|route\.tsx?)$/, "")}`.replaceAll(/\/\([^)]+\)/g, "") || "/",
      kind: entry.endsWith("page.tsx") ? ("page" as const) : ("handler" as const),
    }))
    .sort((one, other) => one.pattern.localeCompare(other.pattern));
}

const COLLECTIONS: Record<string, string> = {
  jobId: "jobs",
  searchId: "searches",
  runId: "runs",
  messageId: "outbox",
  userId: "users",
  personId: "users",
};

/** The path with ids of what `ids` holds. @throws Error for a parameter nobody has an example of. */
export function fillPage(pattern: string, ids: Record<string, string>): string {
  return pattern.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    if (name === "nextauth") return "session";
    if (name === "path") return "no/such/thing";
    const id = ids[COLLECTIONS[name] ?? name];
    if (!id) throw new Error(`no example for [${name}] of ${pattern}: add it to tests/security/world.ts`);
    return id;
  });
}

/** The same for "/api/v1/searches/{id}": the collection is the segment before. */
export function fillOperation(path: string, ids: Record<string, string>): string {
  return path.replaceAll(/([\w-]+)\/\{(\w+)\}/g, (_, collection: string, name: string) => {
    const id = ids[collection] ?? ids[COLLECTIONS[name] ?? name];
    if (!id) throw new Error(`no example for ${collection}/{${name}}: add it to tests/security/world.ts`);
    return `${collection}/${id}`;
  });
}
