// Every path a document cites exists, every `npm run x` it names is a script, and ADR numbers are unique.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ROOT } from "./setup.mjs";

const documents = [
  "README.md",
  "AGENTS.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"), { recursive: true })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const scripts = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts;
const FOLDERS =
  /^(app|components|lib|db|emails|inngest|public|tests|bench|docs|deploy|scripts|\.github|\.ci|\.githooks)(\/|$)/;
const problems = [];

for (const document of documents.filter((name) => existsSync(join(ROOT, name)))) {
  const text = readFileSync(join(ROOT, document), "utf8");
  for (const [, target] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)) {
    if (!existsSync(join(ROOT, normalize(join(dirname(document), target)))))
      problems.push(`${document}: link to ${target}`);
  }
  for (const [, cited] of text.matchAll(/`([\w./()[\]-]+)`/g)) {
    const path = cited.replace(/\/$/, "");
    if (FOLDERS.test(path) && path.includes("/") && !/[<>*…]/.test(path) && !existsSync(join(ROOT, path)))
      problems.push(`${document}: cites ${cited}`);
  }
  for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g)) {
    if (!scripts[name]) problems.push(`${document}: names the script ${name}`);
  }
}

const numbers = readdirSync(join(ROOT, "docs", "adr")).map((name) => name.slice(0, 4));
for (const number of numbers) {
  if (numbers.filter((other) => other === number).length > 1) problems.push(`docs/adr: ${number} is used twice`);
}

for (const problem of [...new Set(problems)]) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);
