/** Kinds of files that are taken, told by their content and not by what their name says. */
export type FileType = { mediaType: string; label: string };

type Signature = { bytes: readonly number[]; endings: readonly string[]; type: FileType };

const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x25, 0x50, 0x44, 0x46, 0x2d],
    endings: ["pdf"],
    type: { mediaType: "application/pdf", label: "PDF" },
  },
  {
    bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    endings: ["png"],
    type: { mediaType: "image/png", label: "PNG" },
  },
  { bytes: [0xff, 0xd8, 0xff], endings: ["jpg", "jpeg"], type: { mediaType: "image/jpeg", label: "JPEG" } },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OFFICE: Record<string, FileType> = {
  docx: { mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", label: "Word" },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", label: "Excel" },
  pptx: { mediaType: "application/vnd.openxmlformats-officedocument.presentationml.presentation", label: "PowerPoint" },
};

/** Endings that promise something else than text. */
const NO_TEXT = new Set([
  ...SIGNATURES.flatMap(({ endings }) => endings),
  ...Object.keys(OFFICE),
  ...["doc", "xls", "ppt", "zip", "gif", "exe", "com", "bat", "cmd", "ps1", "msi", "scr", "js", "vbs", "jar", "lnk"],
]);

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

/**
 * PDF, PNG, JPEG, Office files and plain text; null for everything else, and for a name that ends as another kind does:
 * whoever opens it would be misled. A name without an ending promises nothing.
 */
export function detectFileType(content: Uint8Array, name: string): FileType | null {
  const known = SIGNATURES.find(({ bytes }) => startsWith(content, bytes));
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? "";
  if (known) return ending === "" || known.endings.includes(ending) ? known.type : null;
  // Office files are archives; which one they are only their name tells.
  if (startsWith(content, ZIP)) return OFFICE[ending] ?? null;
  if (content.length > 0 && !NO_TEXT.has(ending) && isText(content))
    return { mediaType: "text/plain; charset=utf-8", label: "Text" };
  return null;
}

/** A name that is safe in a header and in a folder: no path, no control characters. */
export function safeFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const plain = last.replaceAll(/[\p{Cc}"]/gu, "").trim();
  return plain.slice(0, 150) || "file";
}
