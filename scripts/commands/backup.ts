import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { backUp } from "../database/backup.ts";
import { PlainError } from "../database/plain-error.ts";
import { openDatabase, prepareEnvironment, usesOwnDatabase } from "../environment.ts";
import { dataFolder } from "../project.ts";

/** `npm run backup -- [file] [--with-secrets]`: everything in the database, at one moment, in one checked file. */
export async function run(args: string[]): Promise<number> {
  const environment = prepareEnvironment(process.env.NODE_ENV === "development" ? "development" : "production");
  const withSecrets = args.includes("--with-secrets");
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  const file = resolve(args.find((each) => !each.startsWith("--")) ?? `steward-${stamp}.tar.gz`);
  if (existsSync(file)) throw new PlainError(`${file} is there already: a backup does not overwrite another one.`);
  const database = await openDatabase("npm run backup");
  try {
    const secrets = withSecrets ? readSecrets() : undefined;
    const manifest = await backUp(database.url, file, { sealingKey: environment.STEWARD_SEALING_KEY, secrets });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(`${file}: ${rows} rows of ${manifest.tables.length} tables as of ${manifest.takenAt}.`);
    console.log(
      withSecrets
        ? "It holds the secrets too: whoever has the file can open sealed bids. Keep it as you keep a key."
        : `The secrets are not in it. Keep STEWARD_SEALING_KEY apart${usesOwnDatabase() ? "" : ` (${secretsFile()})`}: without it no sealed bid can be opened.`,
    );
  } finally {
    await database.close();
  }
  return 0;
}

const secretsFile = () => join(dataFolder(), "secrets.json");

function readSecrets(): string {
  if (usesOwnDatabase() || !existsSync(secretsFile()))
    throw new PlainError("The secrets come from the environment here: keep them where you keep its other secrets.");
  return readFileSync(secretsFile(), "utf8");
}
