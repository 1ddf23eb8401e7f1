/** Windows-1252 from 0x80 on. Node's own decoder reads these as Latin-1 control characters in some releases. */
const CP1252 = Array.from("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ", (char) => char.charCodeAt(0));

const SAMPLE = 20_000;

/** The bytes as text: UTF-8, UTF-16 by its mark, else Windows-1252. Undefined for what is no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return plain(new TextDecoder("utf-16le").decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return plain(new TextDecoder("utf-16be").decode(bytes));
  try {
    return plain(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return plain(windows1252(bytes.subarray(0, SAMPLE))) && windows1252(bytes);
  }
}

function plain(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const odd = sample.match(/(?![\t\n\r\f])\p{Cc}|\ufffd/gu)?.length ?? 0;
  return sample.includes("\u0000") || odd > Math.max(3, sample.length / 200) ? undefined : text;
}

function windows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(CP1252[byte - 0x80] ?? byte)).join("");
}
