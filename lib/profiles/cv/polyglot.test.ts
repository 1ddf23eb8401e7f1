import { strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { readCv } from "./read-file";
import { givenDocx, givenPdf, paragraph } from "./testing";

const now = new Date("2026-11-24T12:00:00Z");
const read = (bytes: Uint8Array, name = "cv.pdf") => readCv({ name, bytes }, now);
const join = (...parts: (Uint8Array | string)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? strToU8(part) : part))));
const words = Array.from({ length: 15 }, (_, at) => paragraph(`Built service number${at} in Rust and Kotlin`)).join("");
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>';
const EICAR = String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*`;

/** S31: what a file is says its first byte alone, and only text ever comes out of it. The file itself is not kept. */
describe("a file that is two things at once", () => {
  test.each<[string, Uint8Array]>([
    ["a picture that is also a Word file", join("GIF89a", givenDocx(words))],
    ["a JPEG that is also a web page", join(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "<script>alert(1)</script>")],
    ["a drawing with a script", strToU8(SVG)],
    ["a drawing behind a byte order mark and blanks", strToU8(`\ufeff\n  ${SVG}`)],
    ["a drawing behind an XML declaration", strToU8(`<?xml version="1.0"?>${SVG}`)],
    ["a web page", strToU8(`<!DOCTYPE html><title>x</title><script>alert(1)</script>${"word ".repeat(40)}`)],
    ["a Windows program", join("MZ\u0090\u0000\u0003", new Uint8Array(400))],
    ["a Java archive", join(new Uint8Array([0xca, 0xfe, 0xba, 0xbe]), new Uint8Array(400))],
    ["the test virus", strToU8(EICAR)],
  ])("%s is refused under its field, whatever it is called", async (_name, bytes) => {
    for (const name of ["cv.pdf", "cv.docx", "cv.txt", "cv.svg.pdf"]) {
      const error = await read(bytes, name).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).code).toBe("invalid");
      expect((error as AppError).fields?.file).toHaveLength(1);
    }
  });

  test("a PDF with an archive behind it is read as the PDF it begins as", async () => {
    const pdf = givenPdf((put) => {
      for (let at = 0; at < 15; at++) put(`Built service number${at} in Rust and Kotlin`, 50, 700 - at * 20);
    });
    const outcome = await read(join(pdf, givenDocx(paragraph("hidden archive")))).catch((reason: unknown) => reason);
    expect(JSON.stringify(outcome)).not.toContain("hidden archive");
  });

  test("markup in a text stays text, and a name that steers is tidied", async () => {
    const text = `${"Software Engineer at Northwind, 2019 - 2024. ".repeat(6)}\n<img src=x onerror=alert(1)> ${SVG}`;
    const { cvText, cvFileName } = await read(strToU8(`Ada\n${text}`), '../../"><svg onload=alert(1)>.md');
    expect(cvText).toContain("<img src=x onerror=alert(1)>");
    expect(cvFileName).not.toMatch(/[<>"/\\]/);
  });
});
