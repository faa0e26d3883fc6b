import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type AddEntry, type ArchiveTable, type Manifest, secretsEntry, sha256, writeArchive } from "./archive.ts";
import { withClient } from "./embedded.ts";

const PIECE_BYTES = 4 * 1024 * 1024;

// What another start makes anew, or what is only good for the moment.
const LEFT_OUT = ["_prisma_migrations", "rate_limit"];

export type BackupOptions = { sealingKey: string; secrets?: string | undefined };

/** The tables that hold rows of their own or as partitioned wholes, with the columns that are written. */
export async function listTables(client: Client): Promise<{ name: string; columns: string[] }[]> {
  const found = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.relname <> all ($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  );
  return found.rows;
}

/** Everything as it stood at one moment, under running readers and writers, into one file. Memory stays flat. */
export function backUp(url: string, file: string, options: BackupOptions): Promise<Manifest> {
  return withClient(url, (client) =>
    writeArchive(file, async (add) => {
      await client.query("begin isolation level repeatable read read only");
      const { rows } = await client.query<{ now: Date }>("select clock_timestamp() as now");
      const migrations = await client.query<{ name: string; checksum: string }>(
        `select migration_name as name, checksum from _prisma_migrations
         where finished_at is not null and rolled_back_at is null order by migration_name`,
      );
      const tables: ArchiveTable[] = [];
      for (const table of await listTables(client)) tables.push(await backUpTable(client, add, table));
      await client.query("commit");
      if (options.secrets) await add(secretsEntry, Buffer.from(options.secrets));
      return {
        format: 1,
        product: "Steward",
        takenAt: rows[0]?.now.toISOString() ?? "",
        migrations: migrations.rows,
        tables,
        sealingKey: fingerprint(options.sealingKey),
      };
    }),
  );
}

export const fingerprint = (key: string) => sha256(`Steward sealing key ${key}`).slice(0, 16);

/** Lines of PostgreSQL's text form; a piece ends with a line. */
async function backUpTable(
  client: Client,
  add: AddEntry,
  { name, columns }: { name: string; columns: string[] },
): Promise<ArchiveTable> {
  const pieces: ArchiveTable["pieces"] = [];
  const list = columns.map((column) => client.escapeIdentifier(column)).join(", ");
  const lines = client.query(copyTo(`copy (select ${list} from ${client.escapeIdentifier(name)}) to stdout`));
  let waiting: Buffer[] = [];
  let size = 0;
  let rows = 0;
  const put = async () => {
    const content = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    const entry = `tables/${name}/${String(pieces.length + 1).padStart(6, "0")}.copy`;
    pieces.push({ entry, sha256: sha256(content) });
    await add(entry, content);
  };
  for await (const chunk of lines as AsyncIterable<Buffer>) {
    // Line breaks inside of values are escaped in this form: each one ends a row.
    for (const byte of chunk) if (byte === 10) rows += 1;
    const end = chunk.lastIndexOf(10) + 1;
    if (size + end >= PIECE_BYTES && end > 0) {
      waiting.push(chunk.subarray(0, end));
      await put();
      waiting.push(chunk.subarray(end));
      size = chunk.length - end;
    } else {
      waiting.push(chunk);
      size += chunk.length;
    }
  }
  if (size > 0) await put();
  return { name, columns, rows, pieces };
}
