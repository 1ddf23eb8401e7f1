/** The rules of docs/architecture.md as data and pure functions, so that a test can prove each one bites. */

export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  text: string;
}

export interface Violation {
  path: string;
  rule: string;
}

interface Zone {
  name: string;
  applies: (path: string) => boolean;
  /** Specifiers this zone may not import. */
  forbids: (specifier: string, path: string) => boolean;
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith("tests/") || path.includes("/testing/");
const below =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`)) && !isTest(path);
const reaches = (specifier: string, ...folders: string[]) =>
  folders.some((folder) => specifier === `@/${folder}` || specifier.startsWith(`@/${folder}/`));

const NEXT_IN_LIB = new Set([
  "lib/auth/session.ts",
  "lib/auth/provider-session.ts",
  "lib/actions.ts",
  "lib/api/route.ts",
]);
const FETCHERS = /^(lib\/http\/|lib\/walls\/server\.ts$|inngest\/embedded\/)/;
const isFramework = (specifier: string) => /^(next|react|react-dom)(\/|$)/.test(specifier);

export const ZONES: Zone[] = [
  {
    name: "lib does not import screens or functions",
    applies: below("lib"),
    forbids: (specifier, path) =>
      reaches(specifier, "app", "components", "inngest/functions") ||
      (reaches(specifier, "inngest/embedded") && path !== "lib/boot.ts"),
  },
  {
    name: "lib knows no framework outside its three edges",
    applies: (path) => below("lib")(path) && !NEXT_IN_LIB.has(path),
    forbids: isFramework,
  },
  {
    name: "only lib/auth and the auth route know next-auth",
    applies: (path) =>
      below("app", "components", "lib", "db", "inngest", "emails")(path) &&
      !path.startsWith("lib/auth/") &&
      !path.startsWith("app/api/auth/"),
    forbids: (specifier) => /^next-auth(\/|$)/.test(specifier),
  },
  {
    name: "SQL lives under db",
    applies: below("app", "components", "lib", "inngest", "emails"),
    forbids: (specifier) => /^(drizzle-orm|postgres|@electric-sql)(\/|$)/.test(specifier),
  },
  {
    name: "db imports nothing above it but the environment",
    applies: below("db"),
    forbids: (specifier) =>
      (reaches(specifier, "lib") && specifier !== "@/lib/env") || reaches(specifier, "app", "components", "inngest"),
  },
  {
    name: "components reach services only through actions",
    applies: below("components"),
    forbids: (specifier) =>
      reaches(specifier, "db", "inngest", "lib") &&
      !/^@\/db\/schema\/(vocabulary|shapes)$/.test(specifier) &&
      !/^@\/lib\/(utils|dates|actions|errors|auth\/session)$/.test(specifier) &&
      (/\/(service|ingest|settings)$/.test(specifier) ||
        reaches(specifier, "db", "inngest", "lib/http", "lib/secrets")),
  },
  {
    name: "functions call services, not tables",
    applies: below("inngest/functions"),
    forbids: (specifier) => reaches(specifier, "db/queries", "db/client", "app", "components"),
  },
  {
    name: "the inngest client and events stay at the bottom",
    applies: (path) => path === "inngest/client.ts" || path === "inngest/events.ts",
    forbids: (specifier) =>
      specifier.startsWith("@/") &&
      !/^@\/(lib\/env|db\/schema\/vocabulary|inngest\/embedded\/transport)$/.test(specifier),
  },
  {
    name: "pages and routes hold no queries",
    applies: (path) => below("app")(path) && path !== "app/api/health/route.ts",
    forbids: (specifier) => reaches(specifier, "db/queries", "db/client"),
  },
  {
    name: "outbound HTTP goes through lib/http",
    applies: (path) => below("app", "components", "lib", "db", "inngest")(path) && !FETCHERS.test(path),
    forbids: (specifier) => /^(undici|node:https?|http|https)$/.test(specifier),
  },
];

export function importViolations({ path, text }: SourceFile): Violation[] {
  const specifiers = importedFrom(text).map((specifier) => toAlias(specifier, path));
  return ZONES.filter((zone) => zone.applies(path)).flatMap((zone) =>
    specifiers
      .filter((specifier) => zone.forbids(specifier, path))
      .map((specifier) => ({ path, rule: `${zone.name}: ${specifier}` })),
  );
}

/** A bare `fetch(` anywhere but where requests are guarded. */
export function fetchViolations({ path, text }: SourceFile): Violation[] {
  if (!below("app", "components", "lib", "db", "inngest")(path) || FETCHERS.test(path)) return [];
  return /(?<![\w.])fetch\(/.test(text) ? [{ path, rule: "outbound HTTP goes through lib/http: fetch()" }] : [];
}

export function sizeViolations({ path, text }: SourceFile): Violation[] {
  if (/(^|\/)(migrations|fixtures|taxonomy)\//.test(path)) return [];
  const lines = text.split("\n").length - 1;
  const cap = isTest(path) ? 500 : 300;
  return lines > cap
    ? [{ path, rule: `a file that needs a table of contents is two files: ${lines} lines, cap ${cap}` }]
    : [];
}

/** Every export of a "use server" file is made by defineAction or definePublicAction. */
export function actionViolations({ path, text }: SourceFile): Violation[] {
  if (!/^\s*["']use server["']/.test(text)) return [];
  const names = [...text.matchAll(/^export (?:async function|function|const|let) (\w+)([^\n]*)/gm)];
  return names
    .filter(([, , rest = ""]) => !/= define(Public)?Action\(/.test(rest))
    .map(([, name]) => ({ path, rule: `an exported action without defineAction: ${name}` }));
}

/** Admin pages, actions and verbs each name the permission they need; hiding a link is no wall. */
export function permissionViolations({ path, text }: SourceFile): Violation[] {
  if (isTest(path)) return [];
  const missing = (what: string) => [{ path, rule: `admin ${what} names its permission` }];
  if (/^app\/admin\/.*(page|layout)\.tsx$/.test(path) && path !== "app/admin/page.tsx") {
    return text.includes("getPermittedContext(") ? [] : missing("page");
  }
  if (path.startsWith("app/admin/") && /^\s*["']use server["']/.test(text)) {
    const actions = text.split(/^export const /m).slice(1);
    return actions.every((action) => /\bpermission: "[a-z_]+:[a-z_]+"/.test(action)) ? [] : missing("action");
  }
  if (!path.startsWith("lib/admin/")) return [];
  const verbs = text.split(/^export async function /m).slice(1);
  const isGuarded = (verb: string) => /^\w+\([^{]*\bctx: [\s\S]*?\{\n {2}requirePermission\(ctx, "/.test(verb);
  return verbs.every(isGuarded) ? [] : missing("verb");
}

export function serverOnlyViolations({ path, text }: SourceFile): Violation[] {
  const mustBe =
    /^lib\/.*\/service\.ts$/.test(path) ||
    /^lib\/(actions|env|secrets)\.ts$/.test(path) ||
    (/^lib\/(auth|mail)\//.test(path) && !isTest(path)) ||
    path === "db/client.ts";
  return mustBe && !text.includes('import "server-only"') ? [{ path, rule: 'starts with import "server-only"' }] : [];
}

/** One place renders HTML we did not write. */
export function htmlViolations({ path, text }: SourceFile): Violation[] {
  if (isTest(path) || !/\.tsx$/.test(path)) return [];
  return text.includes("dangerouslySetInnerHTML=") && path !== "components/jobs/posting-body.tsx"
    ? [{ path, rule: "only posting-body renders HTML" }]
    : [];
}

function importedFrom(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(([, specifier = ""]) => specifier);
}

function toAlias(specifier: string, path: string): string {
  if (!specifier.startsWith(".")) return specifier;
  const parts = path.split("/").slice(0, -1);
  for (const step of specifier.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return `@/${parts.join("/")}`;
}
