import type { CsvEncoding } from "./types";

/** Bytes at the beginning that say how the file is written, and how many they are. */
function readMark(bytes: Uint8Array): { encoding: CsvEncoding; length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", length: 2 };
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A stream: a character cut at the end of the sample is no error.
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false; // The decoder's only way to say that these bytes are something else.
  }
}

/** The encoding of a file by its beginning: its byte-order mark, else UTF-8 where that is possible, else Latin-1. */
export function detectEncoding(sample: Uint8Array): { encoding: CsvEncoding; markLength: number } {
  const mark = readMark(sample);
  if (mark) return { encoding: mark.encoding, markLength: mark.length };
  return { encoding: isUtf8(sample) ? "utf-8" : "windows-1252", markLength: 0 };
}

export type CsvDecoder = {
  /** Null: these bytes are not in the encoding. */
  decode(bytes: Uint8Array): string | null;
  finish(): string | null;
};

/** Decodes piece by piece. A byte that does not belong is refused, never turned into a replacement character. */
export function openDecoder(encoding: CsvEncoding): CsvDecoder {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const attempt = (work: () => string): string | null => {
    try {
      return work();
    } catch {
      return null; // A wrong byte; the caller names the line.
    }
  };
  return {
    decode: (bytes) => attempt(() => decoder.decode(bytes, { stream: true })),
    finish: () => attempt(() => decoder.decode()),
  };
}

/** How many complete lines stand before the first byte that is not UTF-8. */
export function linesBeforeBadByte(piece: Uint8Array): number {
  // A piece may begin inside a character whose first bytes came with the piece before.
  let start = 0;
  while (start < 3 && ((piece[start] ?? 0) & 0xc0) === 0x80) start += 1;
  const bytes = piece.subarray(start);
  let good = 0;
  let bad = bytes.length;
  // Halving finds the place in a few tries; each prefix of a valid text is valid as a stream.
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  let lines = 0;
  for (let index = 0; index < good; index++) if (bytes[index] === 10) lines += 1;
  return lines;
}
