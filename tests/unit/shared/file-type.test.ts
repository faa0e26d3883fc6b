import { expect, test } from "vitest";
import { detectFileType } from "@/lib/shared/file-type";

const bytes = (text: string) => new TextEncoder().encode(text);
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
const ARCHIVE = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0]);

test.each([
  ["a PDF", bytes("%PDF-1.7"), "Contract.PDF", "PDF"],
  ["a PDF without an ending", bytes("%PDF-1.7"), "contract", "PDF"],
  ["a PNG", PNG, "site.png", "PNG"],
  ["a JPEG by either ending", JPEG, "site.jpeg", "JPEG"],
  ["a Word file", ARCHIVE, "annex.v2.docx", "Word"],
  ["text", bytes("a,b\n1,2"), "prices.csv", "Text"],
])("takes %s", (_, content, name, label) => {
  expect(detectFileType(content, name)?.label).toBe(label);
});

test.each([
  ["text that says it is a PDF", bytes("MZ a program"), "contract.pdf"],
  ["a PDF that says it is a picture", bytes("%PDF-1.7"), "site.png"],
  ["a picture that says it is a program", PNG, "site.exe"],
  ["an archive that says it is a PDF", ARCHIVE, "contract.pdf"],
  ["an archive of no Office kind", ARCHIVE, "all.zip"],
  ["a script", bytes("echo hello"), "start.bat"],
  ["nothing", bytes(""), "empty.txt"],
  ["bytes of no known kind", new Uint8Array([0, 1, 2]), "notes.txt"],
])("refuses %s", (_, content, name) => {
  expect(detectFileType(content, name)).toBeNull();
});
