import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { sql } from "./database";

// Large enough that the database is not asked for every page of a file, small enough to hold a few in memory.
const CHUNK = 256 * 1024;
// The driver takes bytes as text, two characters each. Pieces this small are cleared away with young garbage; larger
// ones pile up until the next full collection.
const PIECE = 48 * 1024;

export type StoredFile = { id: string; size: number; sha256: string };

/** A file that is longer than was allowed: nothing of it is kept. */
export class FileTooLong extends Error {}

/**
 * Stores a stream of any length in constant memory. Nothing refers to the file before its id is answered, so a stream
 * that breaks leaves nothing that anybody sees; what it left is taken away again.
 */
export async function putFile(
  stream: AsyncIterable<Uint8Array>,
  options: { longest?: number } = {},
): Promise<StoredFile> {
  const id = randomUUID();
  const hash = createHash("sha256");
  let pending: Uint8Array[] = [];
  let pendingSize = 0;
  let size = 0;
  let number = 0;
  const store = async () => {
    if (pendingSize === 0) return;
    const content = Buffer.concat(pending);
    pending = [];
    pendingSize = 0;
    await sql.rows("INSERT INTO file_chunk (file_id, number, content) VALUES ($1, $2, $3)", [id, number, content]);
    number += 1;
  };
  try {
    for await (const piece of stream) {
      size += piece.byteLength;
      if (options.longest !== undefined && size > options.longest)
        throw new FileTooLong(`More than ${options.longest}`);
      hash.update(piece);
      for (let start = 0; start < piece.byteLength; start += CHUNK) {
        const part = piece.subarray(start, start + CHUNK);
        pending.push(part);
        pendingSize += part.byteLength;
        if (pendingSize >= CHUNK) await store();
      }
    }
    await store();
  } catch (error) {
    await dropFile(id);
    throw error;
  }
  return { id, size, sha256: hash.digest("hex") };
}

/** The file's content, a piece at a time; the next piece is fetched while the caller works on this one. */
export async function* readFile(id: string): AsyncGenerator<Buffer> {
  const fetch = async (number: number) => {
    const rows = await sql.rows<{ piece: Buffer }>(
      `SELECT substring(content FROM n * $3::int + 1 FOR $3::int) AS piece
       FROM file_chunk, generate_series(0, (octet_length(content) - 1) / $3::int) n
       WHERE file_id = $1 AND number = $2 ORDER BY n`,
      [id, number, PIECE],
    );
    return rows.map((row) => row.piece);
  };
  let next = fetch(0);
  for (let number = 1; ; number++) {
    const pieces = await next;
    if (pieces.length === 0) return;
    next = fetch(number);
    // Whoever stops reading early does not wait for it; a failure is told at the next turn.
    next.catch(() => undefined);
    yield* pieces;
  }
}

export async function dropFile(id: string): Promise<void> {
  await sql.rows("DELETE FROM file_chunk WHERE file_id = $1", [id]);
}
