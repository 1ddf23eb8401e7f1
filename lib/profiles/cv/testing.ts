import { strToU8, zipSync } from "fflate";

/** A PDF of one page of A4, written by hand: text in Helvetica wherever it is put. */
export function givenPdf(draw: (put: (text: string, x: number, y: number, size?: number) => void) => void): Uint8Array {
  const operations: string[] = [];
  draw((text, x, y, size = 10) => {
    const hex = Array.from(text, (char) => winAnsi(char).toString(16).padStart(2, "0")).join("");
    operations.push(`BT /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET`);
  });
  const content = operations.join("\n");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ]);
}

/** A PDF whose password is not the empty one: its check value is made up, so no key fits. */
export function givenLockedPdf(): Uint8Array {
  const key = "41".repeat(32);
  return pdfOf(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
      `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`,
    ],
    `/Encrypt 4 0 R /ID [<${key}> <${key}>]`,
  );
}

function pdfOf(objects: readonly string[], trailer = ""): Uint8Array {
  let text = "%PDF-1.4\n";
  const rows = objects.map((object, index) => {
    const row = `${String(text.length).padStart(10, "0")} 00000 n \n`;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return row;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join("")}`;
  return strToU8(
    `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF`,
  );
}

function winAnsi(char: string): number {
  return { "•": 0x95, "–": 0x96 }[char] ?? char.charCodeAt(0);
}

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** A Word file with this body, and whatever else is put into its archive. */
export function givenDocx(body: string, extra: Record<string, Uint8Array> = {}): Uint8Array<ArrayBuffer> {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}" xmlns:a="${DRAWING}"><w:body>${body}</w:body></w:document>`,
    ),
    ...extra,
  });
}

export function paragraph(text: string, style = ""): string {
  const properties = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

/** Rows of a left cell and the paragraphs of a right one. */
export function table(rows: [string, string[]][]): string {
  const cell = (texts: string[]) => `<w:tc>${texts.map((text) => paragraph(text)).join("")}</w:tc>`;
  return `<w:tbl>${rows.map(([left, right]) => `<w:tr>${cell([left])}${cell(right)}</w:tr>`).join("")}</w:tbl>`;
}
