/** Writes public/openapi.json from the handlers under app/api/v1; `--check` fails when the committed one differs. */
import { readFile, writeFile } from "node:fs/promises";
import { buildDocument } from "./openapi-document";

const PATH = "public/openapi.json";

const text = `${JSON.stringify(await buildDocument(), null, 2)}\n`;
if (process.argv.includes("--check")) {
  const committed = await readFile(PATH, "utf8").catch(() => "");
  if (committed !== text) {
    console.error(`${PATH} is not what the handlers say. Run \`npm run openapi\` and commit the result.`);
    process.exit(1);
  }
} else {
  await writeFile(PATH, text);
  console.log(`Wrote ${PATH}`);
}
process.exit(0);
