import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A file only its handle can reach: its name is gone before anything is written, so that nothing of a person stays
 * behind, whatever ends this process. Close the handle to give the space back.
 */
export async function openScratchFile(): Promise<FileHandle> {
  const path = join(tmpdir(), `joba-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  try {
    await unlink(path);
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}
