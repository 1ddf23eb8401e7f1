import type { FileHandle } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import { MAX_IMPORT_BYTES } from "./limits";
import { openScratchFile } from "./scratch-file";

/** Writes a request's body into a nameless file, chunk by chunk. The caller closes it. */
export async function receiveUpload(body: ReadableStream<Uint8Array> | null): Promise<FileHandle> {
  if (!body) throw new AppError("invalid", "Choose an archive first");
  const file = await openScratchFile();
  try {
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > MAX_IMPORT_BYTES) {
        throw new AppError("invalid", `This file is larger than ${MAX_IMPORT_BYTES / 1024 ** 2} MB`);
      }
      await file.write(chunk);
    }
    if (size === 0) throw new AppError("invalid", "This file is empty");
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
