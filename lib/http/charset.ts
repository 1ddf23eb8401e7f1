const BOMS: [label: string, bytes: number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
];
const HEADER = /charset\s*=\s*["']?([^\s"';]+)/i;
const META = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i;
const XML = /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;
const PRESCAN_BYTES = 1_024;

/** Text of a body: by its byte-order mark, else the header, else what the page declares of itself, else UTF-8. Bad sequences become U+FFFD. */
export function decodeText(bytes: Buffer, contentType = ""): string {
  const label = bomOf(bytes) ?? knownLabel(HEADER.exec(contentType)?.[1]) ?? declaredLabel(bytes) ?? "utf-8";
  return new TextDecoder(label).decode(bytes);
}

function bomOf(bytes: Buffer): string | undefined {
  return BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
}

function declaredLabel(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, PRESCAN_BYTES).toString("latin1");
  if (!start.trimStart().startsWith("<")) return undefined;
  const label = knownLabel((XML.exec(start) ?? META.exec(start))?.[1]);
  // The declaration was readable byte by byte, so it cannot be UTF-16 (WHATWG prescan rule).
  return label?.startsWith("utf-16") ? "utf-8" : label;
}

function knownLabel(label: string | undefined): string | undefined {
  if (!label) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
