/** Kinds of files that are taken, told by their content and not by what their name says. */
export type FileType = { mediaType: string; label: string };

const SIGNATURES: readonly { bytes: readonly number[]; type: FileType }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], type: { mediaType: "application/pdf", label: "PDF" } },
  { bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], type: { mediaType: "image/png", label: "PNG" } },
  { bytes: [0xff, 0xd8, 0xff], type: { mediaType: "image/jpeg", label: "JPEG" } },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OFFICE: Record<string, FileType> = {
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", label: "Word" },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", label: "Excel" },
  pptx: { mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation", label: "PowerPoint" },
};

function startsWith(content: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[index] === byte);
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false; // The decoder's only way of saying that this is not text.
  }
}

/** PDF, PNG, JPEG, Office files and plain text; null for everything else. */
export function detectFileType(content: Uint8Array, name: string): FileType | null {
  const known = SIGNATURES.find(({ bytes }) => startsWith(content, bytes));
  if (known) return known.type;
  // Office files are archives; which one they are only their name tells.
  if (startsWith(content, ZIP)) return OFFICE[name.toLowerCase().split(".").at(-1) ?? ""] ?? null;
  if (content.length > 0 && isText(content)) return { mediaType: "text/plain; charset=utf-8", label: "Text" };
  return null;
}

/** A name that is safe in a header and in a folder: no path, no control characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replaceAll(/[\p{Cc}"]/gu, "").trim();
  return plain.slice(0, 150) || "file";
}
