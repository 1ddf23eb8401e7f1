/** The bytes as text: UTF-8, UTF-16 by its mark, else Windows-1252. Undefined for what is no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain(new TextDecoder("utf-16le").decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain(new TextDecoder("utf-16be").decode(bytes));
  try {
    return plain(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return plain(new TextDecoder("windows-1252").decode(bytes));
  }
}

function plain(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  const odd = sample.match(/(?![\t\n\r\f])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return sample.includes("\u0000") || odd > Math.max(3, sample.length / 200) ? undefined : text;
}
