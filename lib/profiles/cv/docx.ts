import { decodeHTML } from "entities";
import mammoth from "mammoth";
import { refuse } from "./refusal";
import { repackDocx } from "./zip-check";

/** The text of a Word document: headings marked, list items with "- ", table cells of a row on one line. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const safe = repackDocx(bytes);
  let html: string;
  try {
    const result = await mammoth.convertToHtml(
      { buffer: Buffer.from(safe) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
    );
    html = result.value;
  } catch (error) {
    throw refuse("This Word file is damaged and cannot be read. Save it again, or paste its text.", error);
  }
  return textOf(html);
}

/** mammoth writes plain tags without white space between them, so that tags alone decide about lines. */
function textOf(html: string): string {
  const text = html
    .replace(/\n/g, " ")
    .replace(/<h[1-6][^>]*>/g, "\n\n## ")
    .replace(/<li[^>]*>/g, "\n- ")
    .replace(/<br\s*\/?>/g, "\n")
    .replace(/<tr[^>]*>/g, "\n")
    .replace(/<\/td>\s*<td[^>]*>(?:\s*<p>)?/g, "   ")
    .replace(/<(?:p|ul|ol|table|div)[^>]*>/g, "\n")
    .replace(/<[^>]*>/g, "");
  return decodeHTML(text)
    .replace(/^## *$/gm, "")
    .replace(/^- *\n+/gm, "- ")
    .replace(/\n{2,}(?!## )/g, "\n")
    .trim();
}
