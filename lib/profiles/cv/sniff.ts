import { decodeText } from "./decode";

export type CvFormat = "pdf" | "docx" | "json" | "text";

/** What a file is by its first bytes, whatever its name says. A sentence instead of a format: why it cannot be read. */
export function sniffFormat(bytes: Uint8Array): { format: CvFormat } | { refusal: string } {
  const head = latin(bytes.subarray(0, 1024));
  if (bytes.length === 0) return { refusal: "This file is empty." };
  if (/^\s*%PDF-/.test(head.replace(/^ï»¿/, ""))) return { format: "pdf" };
  if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) return { format: "docx" };
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
    return {
      refusal: "This is an old Word file (.doc), or one with a password. Save it as .docx or PDF and try again.",
    };
  }
  if (head.startsWith("{\\rtf")) return { refusal: "This is an RTF file. Save it as .docx or PDF and try again." };
  if (isPicture(head)) {
    return { refusal: "This is a picture. JOBA reads text: export your CV as PDF or DOCX, or paste its text." };
  }
  if (/^(?:ï»¿)?\s*<(?:!doctype html|html|svg|\?xml)/i.test(head)) {
    return { refusal: "This is a web page or drawing. Export your CV as PDF or DOCX, or paste its text." };
  }
  const text = decodeText(bytes);
  if (text === undefined) return { refusal: UNKNOWN };
  return { format: /^\s*[{[]/.test(text) ? "json" : "text" };
}

export const UNKNOWN = "JOBA cannot read this kind of file. It reads PDF, DOCX, Markdown, plain text and JSON Resume.";

function isPicture(head: string): boolean {
  return (
    head.startsWith("\u0089PNG") ||
    head.startsWith("\u00ff\u00d8\u00ff") ||
    head.startsWith("GIF8") ||
    head.startsWith("II*\u0000") ||
    head.startsWith("MM\u0000*") ||
    (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") ||
    /^....ftyp(?:hei|avif|mif)/s.test(head)
  );
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
