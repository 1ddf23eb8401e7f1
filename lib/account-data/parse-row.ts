import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Archive } from "./archive-reader";
import type { Manifest } from "./manifest";

export interface Line {
  file: string;
  number: number;
  text: string;
}

/** @throws AppError("invalid") that names the file, the line and the field. */
export function parseRow<S extends z.ZodType>(schema: S, { file, number, text }: Line): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", `${file} line ${number}: is not JSON`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join(".").slice(0, 100);
  throw new AppError("invalid", `${file} line ${number}: ${path ? `${path}: ` : ""}${issue?.message.slice(0, 200)}`);
}

const nameRow = z.object({ name: z.string().trim().max(100) });

/** What the person was called where the archive comes from. */
export async function readName(archive: Archive, { tables }: Manifest): Promise<string | undefined> {
  const users = tables.find(({ name }) => name === "users");
  if (!users) return undefined;
  let name: string | undefined;
  for await (const line of archive.lines(users.file, users.sha256)) {
    name ??= parseRow(nameRow, { file: users.file, ...line }).name;
  }
  return name;
}
