import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { developmentSecret, type Environment, parseEnvironment } from "../lib/server/environment.ts";
import { acquireEmbeddedDatabase, type EmbeddedDatabase, openDataFolder } from "./database/embedded.ts";
import { applyMigrations, hasDatabase } from "./database/migrate.ts";
import { PlainError } from "./database/plain-error.ts";
import { dataFolder } from "./project.ts";
import { createDatabaseWithSample, hasOrganization, seedSample } from "./sample.ts";

export const databaseName = "steward";

/** Values in `.env` count where the environment itself says nothing. */
export function loadEnvironmentFile(): void {
  if (existsSync(".env")) process.loadEnvFile(".env");
}

export function usesOwnDatabase(): boolean {
  return Boolean(process.env.DATABASE_URL);
}

/** The embedded database of this checkout, joined or started. */
export function openEmbedded(note: string): Promise<EmbeddedDatabase> {
  return acquireEmbeddedDatabase(dataFolder(), { note });
}

/** On one's own machine nobody should have to invent secrets: made once, kept in the data folder, readable by us only. */
export function provideSecrets(): void {
  const path = join(openDataFolder(dataFolder()), "secrets.json");
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {};
  const names = ["STEWARD_SECRET", "STEWARD_SEALING_KEY"];
  const missing = names.filter((name) => !known[name]);
  if (missing.length > 0) {
    for (const name of missing) known[name] = randomBytes(36).toString("base64url");
    writeFileSync(`${path}.part`, JSON.stringify(known, null, 2), { mode: 0o600 });
    renameSync(`${path}.part`, path);
  }
  for (const name of names) process.env[name] ||= known[name];
}

/** With a database of one's own the secrets come with it, except while developing. */
export function provideDevelopmentSecrets(): void {
  process.env.STEWARD_SECRET ||= developmentSecret;
  process.env.STEWARD_SEALING_KEY ||= `${developmentSecret}-for-sealing`;
}

/**
 * Stops with the name of each wrong variable and what was expected. Where a database of ours is going to be
 * started, its address is the one thing that is not known yet.
 */
export function requireEnvironment(): Environment {
  const assumed = usesOwnDatabase() ? {} : { DATABASE_URL: "postgresql://127.0.0.1/steward" };
  const outcome = parseEnvironment({ ...process.env, ...assumed });
  if (!outcome.ok) throw new PlainError(`The configuration is not usable.\n${outcome.problems.join("\n")}`);
  return outcome.environment;
}

export type OpenDatabase = { url: string; embedded: EmbeddedDatabase | null; close: () => Promise<void> };

/** What a command needs to know before anything is started: secrets, and a checked configuration. */
export function prepareEnvironment(mode: "development" | "production"): Environment {
  loadEnvironmentFile();
  const own = usesOwnDatabase();
  // One's own machine runs the production build too; only with a server of one's own is it taken for production.
  Reflect.set(process.env, "NODE_ENV", mode);
  if (!own) provideSecrets();
  else if (mode === "development") provideDevelopmentSecrets();
  return requireEnvironment();
}

/**
 * The database to work on: the one in DATABASE_URL, else the embedded one; complete and up to date.
 * A new embedded one gets the sample organization unless STEWARD_SAMPLE=no; one's own only with STEWARD_SAMPLE=yes.
 */
export async function openDatabase(note: string): Promise<OpenDatabase> {
  if (usesOwnDatabase()) {
    const url = String(process.env.DATABASE_URL);
    await applyMigrations(url);
    if (process.env.STEWARD_SAMPLE === "yes" && !(await hasOrganization(url))) await seedSample(url);
    return { url, embedded: null, close: async () => {} };
  }
  const embedded = await openEmbedded(note);
  try {
    const url = embedded.url(databaseName);
    if (await hasDatabase(embedded.url("postgres"), databaseName)) await applyMigrations(url);
    else await createDatabaseWithSample(embedded.url, databaseName, process.env.STEWARD_SAMPLE !== "no");
    return { url, embedded, close: embedded.release };
  } catch (error) {
    await embedded.release();
    throw error;
  }
}
