import "server-only";
import { problemError } from "@/lib/api/problem";
import { requireBounded } from "@/lib/bounds";
import { AppError } from "@/lib/errors";

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
/** A string, and whether it names a member. On valid JSON each string is read once. */
const STRINGS = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

/** The JSON of a request, read no further than `maxBytes`. An empty body is `{}`. @throws AppError("invalid") */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (text.trim() === "") return {};
  // A form of another site can send text/plain that reads as JSON; it cannot name this type without our leave.
  if (!JSON_TYPE.test(request.headers.get("content-type") ?? "")) {
    throw problemError("unsupported_media_type", "Send the body as `Content-Type: application/json`");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", "The body is not valid JSON", { cause });
  }
  const members = requireBounded(value);
  let named = 0;
  for (const [, colon] of text.matchAll(STRINGS)) if (colon) named++;
  // Two parsers may each believe another of them.
  if (named !== members) throw new AppError("invalid", "The body names the same member twice");
  return value;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return "";
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    // Not canceled: that would close the connection before the answer is through. What still comes is not read.
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new AppError("invalid", "The body is not valid UTF-8", { cause });
  }
}

function tooLarge(maxBytes: number): AppError {
  return problemError("payload_too_large", `The body is larger than ${Math.round(maxBytes / 1024)} KiB`);
}
