import "server-only";
import { AppError } from "@/lib/errors";

const MAX_DEPTH = 32;

/** The JSON of a request, read no further than `maxBytes`. An empty body is `{}`. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text, (key, item) => (key === "__proto__" ? undefined : item));
  } catch (cause) {
    throw new AppError("invalid", "The body is not valid JSON", { cause });
  }
  if (depth(value) > MAX_DEPTH) throw new AppError("invalid", "The body is nested too deeply");
  return value;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return "";
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel().catch(() => {});
      throw new AppError("invalid", `The body is larger than ${Math.round(maxBytes / 1024)} KiB`);
    }
    chunks.push(value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function depth(value: unknown): number {
  let deepest = 0;
  const stack: [unknown, number][] = [[value, 1]];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const [item, level] = entry;
    if (item === null || typeof item !== "object") continue;
    deepest = Math.max(deepest, level);
    if (level > MAX_DEPTH) break;
    for (const child of Object.values(item)) stack.push([child, level + 1]);
  }
  return deepest;
}
