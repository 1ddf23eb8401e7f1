import { getDocumentProxy } from "unpdf";
import { MAX_CV_CHARS } from "./lines";
import { layoutPage, type TextItem } from "./pdf-layout";
import { refuse } from "./refusal";

const MAX_PAGES = 30;
const MAX_ITEMS = 20_000;
const MAX_MILLISECONDS = 10_000;

const SCANNED =
  "This PDF holds pictures of text, not text. Export it again from the program it was written in, or paste its text.";

/** The text of a PDF, lines and columns in reading order. Scripts, links and attachments in it are never touched. */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const deadline = performance.now() + MAX_MILLISECONDS;
  const document = await openPdf(bytes);
  try {
    const pages: string[] = [];
    let length = 0;
    const count = Math.min(document.numPages, MAX_PAGES);
    for (let number = 1; number <= count && length < MAX_CV_CHARS; number++) {
      if (performance.now() > deadline) throw refuse("Reading this PDF takes too long. Paste its text instead.");
      const text = await pageText(document, number);
      pages.push(text);
      length += text.length;
    }
    const text = pages.join("\n\n").trim();
    if ((text.match(/\p{L}/gu)?.length ?? 0) < 40) throw refuse(SCANNED);
    return text;
  } finally {
    await document.destroy();
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // The reader takes the buffer over, so it gets a copy.
    return await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw refuse("This PDF is locked with a password. Save a copy without one, or paste its text.", error);
    }
    throw refuse("This PDF is damaged and cannot be opened. Export it again, or paste its text.", error);
  }
}

async function pageText(document: PdfDocument, number: number): Promise<string> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    const texts: TextItem[] = [];
    for (const item of items.slice(0, MAX_ITEMS)) {
      if (!("str" in item) || item.str.trim() === "") continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      // Text set on its side is decoration.
      if (Math.abs(b) > Math.abs(a)) continue;
      texts.push({ text: item.str, x, y, width: item.width, size: Math.max(1, Math.abs(a) || item.height) });
    }
    return layoutPage(texts);
  } catch (error) {
    throw refuse("This PDF is damaged and cannot be read. Export it again, or paste its text.", error);
  }
}
