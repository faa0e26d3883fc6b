import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { PlainError } from "./plain-error.ts";

// One file that any tar can open: pieces of tables in PostgreSQL's own text form, and as its last entry the list of all
// of them with their hashes. Pieces are small, so that neither way holds more than one of them.

export type ArchiveTable = {
  name: string;
  columns: string[];
  rows: number;
  /** Entries of the archive that follow each other, each with the SHA-256 of its bytes. */
  pieces: { entry: string; sha256: string }[];
};

export type Manifest = {
  format: 1;
  product: "Steward";
  takenAt: string;
  /** What the database had been migrated by, in order. */
  migrations: { name: string; checksum: string }[];
  tables: ArchiveTable[];
  /** Tells which sealing key belongs to it, without telling the key. */
  sealingKey: string;
};

const manifestEntry = "manifest.json";
export const secretsEntry = "secrets.json";

export const sha256 = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");

/** Adds one entry; resolves when there is room for the next. */
export type AddEntry = (name: string, content: Buffer) => Promise<void>;

/** Writes the archive beside its place and moves it there when it is whole: a file of that name is never half a backup. */
export async function writeArchive(file: string, fill: (add: AddEntry) => Promise<Manifest>): Promise<Manifest> {
  const part = `${file}.part`;
  const tar = pack();
  const written = pipeline(tar, createGzip(), createWriteStream(part, { mode: 0o600 }));
  const add: AddEntry = (name, content) =>
    new Promise((resolve, reject) => {
      tar.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
    });
  try {
    const manifest = await Promise.race([fill(add), written.then(() => Promise.reject(new Error("The file ended.")))]);
    await add(manifestEntry, Buffer.from(JSON.stringify(manifest, null, 2)));
    tar.finalize();
    await written;
    renameSync(part, file);
    return manifest;
  } catch (error) {
    tar.destroy();
    await written.catch(() => undefined);
    rmSync(part, { force: true });
    throw error;
  }
}

/** Hands out the entries one after the other, each whole. */
async function* readEntries(file: string): AsyncGenerator<{ name: string; content: Buffer }> {
  if (!existsSync(file)) throw new PlainError(`There is no file ${file}.`);
  const tar = extract();
  const read = pipeline(createReadStream(file), createGunzip(), tar);
  read.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      yield { name: entry.header.name, content: Buffer.concat(chunks) };
      entry.resume();
    }
    await read;
  } catch (error) {
    throw new PlainError(
      `${file} is damaged or no backup of Steward: ${(error as Error).message}. Nothing was restored.`,
      {
        cause: error,
      },
    );
  }
}

/** Reads all of it once before anything is written anywhere: every piece is there and is what was put in. */
export async function checkArchive(file: string): Promise<{ manifest: Manifest; secrets: Buffer | null }> {
  const found = new Map<string, string>();
  let last: Buffer | null = null;
  let secrets: Buffer | null = null;
  for await (const { name, content } of readEntries(file)) {
    if (name === manifestEntry) last = content;
    else if (name === secretsEntry) secrets = content;
    else found.set(name, sha256(content));
  }
  if (!last) throw new PlainError(`${file} has no list of its contents: it was cut short, or is no backup of Steward.`);
  const manifest = JSON.parse(last.toString("utf8")) as Manifest;
  if (manifest.product !== "Steward" || manifest.format !== 1)
    throw new PlainError(`${file} is of a format that this version does not know: update the program.`);
  const pieces = manifest.tables.flatMap((table) => table.pieces);
  const wrong = pieces.find(({ entry, sha256: expected }) => found.get(entry) !== expected);
  if (wrong) throw new PlainError(`${file} is damaged at ${wrong.entry}. Nothing was restored.`);
  if (found.size !== pieces.length)
    throw new PlainError(`${file} holds more than its list says. Nothing was restored.`);
  return { manifest, secrets };
}

/** The pieces in the order in which they were put in. */
export async function* readPieces(file: string): AsyncGenerator<{ entry: string; content: Buffer }> {
  for await (const { name, content } of readEntries(file))
    if (name !== manifestEntry && name !== secretsEntry) yield { entry: name, content };
}
