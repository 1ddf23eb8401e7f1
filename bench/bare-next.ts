import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { type Served, startNext } from "./bundle-server";

const FOLDER = join("coverage", "bare-next");

const FILES = {
  "next.config.mjs": `export default { poweredByHeader: false, compress: true, turbopack: { root: ${JSON.stringify(resolve("."))} } };\n`,
  // Without one of its own it would take the one of the folder above.
  "instrumentation.js": "export function register() {}\n",
  "app/layout.jsx":
    "export default function Layout({ children }) {\n  return <html lang='en'><body>{children}</body></html>;\n}\n",
  "app/page.jsx": "export default function Page() {\n  return <p>bare</p>;\n}\n",
  "app/list/route.js": `import postgres from "postgres";
const sql = postgres(process.env.DATABASE_URL, { max: 10 });
export const dynamic = "force-dynamic";
export async function GET() {
  return Response.json({ data: await sql.unsafe(process.env.LIST_SQL, [process.env.LIST_USER], { prepare: true }) });
}
`,
};

/** The least Next can be: one route that sends the rows of one query, built and served like JOBA. */
export async function startBareNext(env: {
  DATABASE_URL: string;
  LIST_SQL: string;
  LIST_USER: string;
}): Promise<Served> {
  await mkdir(join(FOLDER, "app", "list"), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(join(FOLDER, name), text);
  const { DATABASE_URL: _url, NODE_OPTIONS: _options, ...rest } = process.env;
  await promisify(execFile)(process.execPath, [resolve("node_modules/next/dist/bin/next"), "build"], {
    cwd: FOLDER,
    env: { ...rest, NODE_ENV: "production" },
  });
  return startNext(FOLDER, "/", env);
}
