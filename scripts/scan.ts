/** The work of scripts/scan.sh: a world of its own, then the scanners at it, one finding a line. Exits 1 with findings. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { listOperations, type Operation } from "@/tests/security/operations";
import { fillOperation } from "@/tests/security/routes";
import { openWorld, type World } from "@/tests/security/world";

/** Of wapiti's modules, those that need nothing outside this machine. */
const WAPITI_MODULES =
  "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss,xxe";
/** Reported and answered otherwise: by Origin and SameSite (row S9), by a header browsers have dropped, by https. */
const ANSWERED_OTHERWISE = /^Cross Site Request Forgery|X-XSS-Protection|Strict-Transport-Security/;

const [only, part] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "joba-scan-"));
const { world, stop } = await openWorld();
// Scanners ask faster than a person may; that limits hold is row S23, and not what is scanned for.
const sql = postgres(world.databaseUrl, { max: 1 });
const reset = setInterval(() => void sql`delete from rate_limits`.catch(() => {}), 300);
let findings: string[] = [];
try {
  if (!only || only === "sqlmap") findings = findings.concat(await runSqlmap());
  if (!only || only === "wapiti") findings = findings.concat(runWapiti());
} finally {
  clearInterval(reset);
  await sql.end();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? "No finding." : `${findings.length} findings.`);
process.exit(findings.length === 0 ? 0 : 1);

async function runSqlmap(): Promise<string[]> {
  const operations = (await listOperations()).filter(
    ({ path, id }) => (!part || path.includes(part)) && !/sign-out|signOut|refresh|deleteAccount/.test(`${path}${id}`),
  );
  const found: string[] = [];
  for (const operation of operations) {
    const file = join(folder, `${operation.id}.txt`);
    writeFileSync(file, rawRequest(world, operation));
    const { stdout } = spawnSync(
      "sqlmap",
      [
        "-r",
        file,
        "--batch",
        "--ignore-stdin",
        "--level",
        process.env.LEVEL ?? "3",
        "--risk",
        process.env.RISK ?? "2",
        "--dbms=PostgreSQL",
        "--flush-session",
        "--disable-coloring",
        "--threads=4",
        "--timeout=10",
        "--retries=1",
        "--ignore-code=401,403,404,409,422,429",
        "--output-dir",
        folder,
      ],
      { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
    );
    const isClean = /do not appear to be injectable|no parameter\(s\) found/.test(stdout);
    const hits = stdout.match(/is vulnerable|Parameter: .+ \((GET|POST|JSON|URI|Header|Cookie)/g) ?? [];
    if (!isClean && hits.length === 0) {
      console.error(stdout.slice(-1500));
      found.push(`sqlmap did not get through ${operation.method} ${operation.path}`);
    }
    if (hits.length > 0) found.push(`sqlmap ${operation.method} ${operation.path}: ${hits[0]}`);
    console.log(
      `sqlmap  ${hits.length > 0 ? "FOUND" : isClean ? "clean" : "ended"}  ${operation.method} ${operation.path}  ${requestsOf(stdout)}`,
    );
  }
  return found;
}

function requestsOf(log: string): string {
  return `${(log.match(/\[INFO\] testing/g) ?? []).length} techniques`;
}

/** The request as a client would send it, with a star at each place sqlmap may write. */
function rawRequest({ base, ids, ada }: World, operation: Operation): string {
  const { host } = new URL(base);
  const path = fillOperation(operation.path, ids).replaceAll(/([0-9a-f-]{36}|greenhouse)/g, "$1*");
  const query = operation.query || (operation.method === "GET" ? "?limit=5*&q=engineer*&sort=score*&cursor=abc*" : "");
  const body = operation.example === undefined ? "" : JSON.stringify(operation.example);
  const lines = [
    `${operation.method} ${path}${query} HTTP/1.1`,
    `Host: ${host}`,
    `Authorization: Bearer ${ada.token}`,
    "Accept: application/json",
    ...(body ? ["Content-Type: application/json", `Content-Length: ${Buffer.byteLength(body)}`] : []),
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

function runWapiti(): string[] {
  const cookies = join(folder, "cookies.json");
  const out = join(folder, "wapiti.json");
  const [name = "", value = ""] = world.ada.cookie.split(/=(.*)/s);
  const cookie = { [name]: { value, expires: null, secure: false, port: null, version: 0 } };
  writeFileSync(cookies, JSON.stringify({ localhost: { "/": cookie }, "localhost.local": { "/": cookie } }));
  const limits = [
    "--max-scan-time",
    process.env.SCAN_SECONDS ?? "300",
    "--max-attack-time",
    "120",
    "--max-links-per-page",
    "40",
  ];
  const ran = spawnSync(
    "wapiti",
    [
      "-u",
      `${world.base}/`,
      "--scope",
      "folder",
      "-m",
      WAPITI_MODULES,
      "-c",
      cookies,
      "--flush-session",
      "--no-bugreport",
      ...limits,
      "-v",
      "1",
      "-f",
      "json",
      "-o",
      out,
    ],
    { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  if (!existsSync(out)) return [`wapiti wrote no report: ${(ran.stderr || ran.stdout).slice(-600)}`];
  const report = JSON.parse(readFileSync(out, "utf8")) as {
    vulnerabilities: Record<string, { path: string; info: string }[]>;
  };
  const seen = new Set(ran.stdout.match(/http:\/\/localhost:\d+[^\s"]*/g) ?? []);
  console.log(`wapiti  ${seen.size} addresses, modules ${WAPITI_MODULES}`);
  return Object.entries(report.vulnerabilities)
    .flatMap(([kind, hits]) => hits.map(({ path, info }) => `${kind}: ${path} ${info}`))
    .filter((finding) => !ANSWERED_OTHERWISE.test(finding))
    .map((finding) => `wapiti ${finding}`);
}
