import { existsSync } from "node:fs";
import { ensureClient } from "./build.ts";
import { withClient } from "./database/embedded.ts";
import { applyMigrations, recreateDatabase } from "./database/migrate.ts";
import { PlainError } from "./database/plain-error.ts";
import { startProgram, tsx } from "./programs.ts";
import { inProject } from "./project.ts";

/** Fills a migrated database with the sample organization. */
export async function seedSample(url: string, env: Record<string, string> = {}): Promise<void> {
  if (!existsSync(inProject("prisma/seed/index.ts"))) return;
  await ensureClient();
  const program = startProgram(`${tsx} scripts/seed.ts`, [], { env: { ...env, DATABASE_URL: url }, output: "keep" });
  if ((await program.exit) !== 0) {
    throw new PlainError(`The sample organization could not be made:\n${program.output().trimEnd()}`);
  }
}

/**
 * Makes the embedded database under another name and renames it when it is complete: cut short at any moment,
 * the next start begins again instead of living with half of it.
 */
export async function createDatabaseWithSample(
  urlOf: (database: string) => string,
  name: string,
  withSample: boolean,
): Promise<void> {
  const part = `${name}_part`;
  const server = urlOf("postgres");
  await recreateDatabase(server, part);
  await applyMigrations(urlOf(part));
  if (withSample) await seedSample(urlOf(part));
  await withClient(server, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`alter database ${part} rename to ${name}`);
  });
}

export function hasOrganization(url: string): Promise<boolean> {
  return withClient(url, async (client) => (await client.query("select 1 from organization limit 1")).rowCount === 1);
}

export type SignIn = { name: string; email: string; role: string; password: string };

/** Who can sign in to the sample organization; empty when there is none. */
export async function readSignIns(): Promise<SignIn[]> {
  const path = inProject("prisma/seed/sign-ins.ts");
  if (!existsSync(path)) return [];
  return ((await import(path)) as { signIns: SignIn[] }).signIns;
}
