import "server-only";
import { Readable } from "node:stream";
import { readFile } from "./storage";

/** A stored file as an attachment: never shown inside our own origin, whatever it claims to be. */
export function downloadOf(file: { id: string; name: string; mediaType: string; size: number }): Response {
  const plain = file.name.replaceAll(/[^\x20-\x7e]|["\\]/g, "_");
  return new Response(Readable.toWeb(Readable.from(readFile(file.id), { objectMode: false })) as ReadableStream, {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Length": String(file.size),
      "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
