import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrationsFolder } from "../database/migrate.ts";
import { PlainError } from "../database/plain-error.ts";
import { openEmbedded } from "../environment.ts";
import { inProject } from "../project.ts";

/** Writes a migration from the last committed schema to the current one: `npm run db:diff -- add-risk-owner`. */
export async function run([name]: string[]): Promise<number> {
  if (!name || !/^[a-z0-9][a-z0-9_-]*$/.test(name)) {
    throw new PlainError("Name the migration in small letters: npm run db:diff -- add-risk-owner");
  }
  const before = mkdtempSync(join(tmpdir(), "steward-schema-"));
  // The engine wants a server to talk to; it changes nothing there.
  const embedded = await openEmbedded("npm run db:diff");
  try {
    const from = exportCommittedSchema(before) ? ["--from-schema", before] : ["--from-empty"];
    const answer = spawnSync("prisma", ["migrate", "diff", ...from, "--to-schema", "prisma/schema", "--script"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: embedded.url("postgres") },
    });
    if (answer.status !== 0) throw new PlainError(`The difference could not be made: ${answer.stderr}`);
    if (/^\s*(-- This is an empty migration\.)?\s*$/.test(answer.stdout)) {
      console.log("The schema has not changed since the last commit.");
      return 0;
    }
    console.log(`Wrote ${writeMigration(name, answer.stdout)}: read it before you commit it.`);
  } finally {
    rmSync(before, { recursive: true, force: true });
    await embedded.release();
  }
  return 0;
}

/** False when nothing is committed yet, or no migration was ever made. */
function exportCommittedSchema(folder: string): boolean {
  if (!existsSync(migrationsFolder) || readdirSync(migrationsFolder).length === 0) return false;
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", cwd: inProject() });
  const files = git("ls-tree", "-r", "--name-only", "HEAD", "prisma/schema").split("\n").filter(Boolean);
  for (const file of files)
    writeFileSync(join(folder, file.split("/").slice(2).join("-")), git("show", `HEAD:${file}`));
  return files.length > 0;
}

function writeMigration(name: string, script: string): string {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(folder, { recursive: true });
  const lock = join(migrationsFolder, "migration_lock.toml");
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n');
  writeFileSync(join(folder, "migration.sql"), script);
  return join(folder, "migration.sql");
}
