import type { Manifest } from "./manifest";

/** For whoever opens the archive without JOBA. */
export function readmeOf({ exportedAt, app, tables, leftOut }: Manifest): string {
  const line = (file: string, rows: number) => `  ${file.padEnd(28)} ${rows} ${rows === 1 ? "row" : "rows"}`;
  const files = (isPortable: boolean) =>
    tables.filter(({ canBeImported }) => canBeImported === isPortable).map(({ file, rows }) => line(file, rows));
  return `Everything JOBA holds about you, as of ${exportedAt} (JOBA ${app}).

csv/    opens in any spreadsheet. A text that a spreadsheet would take for a formula begins with an apostrophe.
data/   the same as JSON, one row a line, for programs. Instants are UTC, ids are random.
manifest.json   which file holds what, with counts and checksums.

To move to another JOBA: make a new account there, open Settings, then Data, and import this file as it is. Unpacking and
packing it again is fine; changing a file in data/ is not, because its checksum must match.

What an import brings back:
${files(true).join("\n")}

What is here for you to read only:
${files(false).join("\n")}

What is in no file, and why:
${leftOut.tables.map(({ name, because }) => `  ${name}: ${because}`).join("\n")}
${leftOut.columns.map(({ table, name, because }) => `  ${table}.${name}: ${because}`).join("\n")}

This archive holds your CV, your notes and the addresses you signed in from. Keep it as you would keep those.
`;
}
