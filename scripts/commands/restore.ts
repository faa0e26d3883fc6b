import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { checkArchive } from "../database/archive.ts";
import { fingerprint } from "../database/backup.ts";
import { openDataFolder, withClient } from "../database/embedded.ts";
import { hasDatabase, recreateDatabase } from "../database/migrate.ts";
import { PlainError } from "../database/plain-error.ts";
import { restore } from "../database/restore.ts";
import { databaseName, openEmbedded, prepareEnvironment, usesOwnDatabase } from "../environment.ts";
import { dataFolder } from "../project.ts";
import { hasOrganization } from "../sample.ts";

/** `npm run restore -- <file>`: into an empty database, whole or not at all. */
export async function run([given]: string[]): Promise<number> {
  if (!given) throw new PlainError("Which backup? Write: npm run restore -- <file>");
  const file = resolve(given);
  const { manifest, secrets } = await checkArchive(file);
  if (secrets && !usesOwnDatabase()) takeSecrets(secrets.toString("utf8"));
  const environment = prepareEnvironment(process.env.NODE_ENV === "development" ? "development" : "production");
  if (usesOwnDatabase()) await restore(String(process.env.DATABASE_URL), file);
  else await restoreEmbedded(file);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`Restored ${rows} rows of ${manifest.tables.length} tables as of ${manifest.takenAt}.`);
  if (fingerprint(environment.STEWARD_SEALING_KEY) !== manifest.sealingKey)
    console.log(
      "Careful: STEWARD_SEALING_KEY is not the one of the backup. Bids that are still sealed cannot be opened with it.",
    );
  return 0;
}

/** Made under another name and renamed when it is whole, like every new embedded database. */
async function restoreEmbedded(file: string): Promise<void> {
  const embedded = await openEmbedded("npm run restore");
  try {
    const server = embedded.url("postgres");
    if ((await hasDatabase(server, databaseName)) && (await hasOrganization(embedded.url(databaseName))))
      throw new PlainError(
        `The data folder ${dataFolder()} holds an organization already: restore into another one (STEWARD_DATA), or move it away.`,
      );
    const part = `${databaseName}_part`;
    await recreateDatabase(server, part);
    await restore(embedded.url(part), file);
    await withClient(server, async (client) => {
      await client.query(`drop database if exists ${databaseName} with (force)`);
      await client.query(`alter database ${part} rename to ${databaseName}`);
    });
  } finally {
    await embedded.release();
  }
}

function takeSecrets(content: string): void {
  const path = join(openDataFolder(dataFolder()), "secrets.json");
  if (existsSync(path)) return; // The fingerprint tells whether they fit.
  writeFileSync(path, content, { mode: 0o600 });
}
