import { createHash } from "node:crypto";
import type { Client } from "pg";
import { listMigrations } from "../../lib/server/migrations.ts";
import { acquireEmbeddedDatabase, type EmbeddedDatabase, withClient } from "../../scripts/database/embedded.ts";
import { applyMigrations, migrationsFolder } from "../../scripts/database/migrate.ts";
import { isProcessAlive } from "../../scripts/database/processes.ts";
import { inProject } from "../../scripts/project.ts";

// Tests run on a real server of their own, shared by all test runs of this checkout. A template holds the migrated
// schema; a test file works on a copy of it that nobody else sees.

/** What a test process needs to make databases. */
export type TestServer = { serverUrl: string; template: string; prefix: string };

const templatePrefix = "steward_template_";
// Two runs that begin together: one makes the template, the other waits for it.
const templateLock = 7270737;

export function openTestCluster(note: string): Promise<EmbeddedDatabase> {
  const folder = process.env.STEWARD_TEST_DATA ?? inProject(".data/test");
  return acquireEmbeddedDatabase(folder, { isThrowaway: true, note });
}

/** Sees to it that the template for the present migrations exists. */
export async function prepareTestServer(cluster: EmbeddedDatabase): Promise<TestServer> {
  const serverUrl = cluster.url("postgres");
  const migrations = listMigrations(migrationsFolder);
  const content = migrations.map(({ name, checksum }) => `${name} ${checksum}`).join("\n");
  const template = `${templatePrefix}${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;
  await withClient(serverUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const names = await listDatabases(client);
    await dropLeftovers(client, names, cluster.isAlone() ? template : null);
    if (names.includes(template)) return;
    const part = `${template}_part`;
    await client.query(`drop database if exists ${part} with (force)`);
    await client.query(`create database ${part}`);
    await applyMigrations(cluster.url(part), migrations);
    await client.query(`alter database ${part} rename to ${template}`);
  });
  return { serverUrl, template, prefix: `test_${process.pid}_` };
}

async function listDatabases(client: Client): Promise<string[]> {
  return (await client.query<{ datname: string }>("select datname from pg_database")).rows.map((row) => row.datname);
}

/** Copies of runs that were killed, and old templates when nobody else can be about to copy them. */
async function dropLeftovers(client: Client, names: string[], onlyTemplate: string | null): Promise<void> {
  for (const name of names) {
    const owner = /^test_(\d+)_/.exec(name)?.[1];
    const isAbandoned = owner !== undefined && !isProcessAlive(Number(owner));
    const isOld = onlyTemplate !== null && name.startsWith(templatePrefix) && name !== onlyTemplate;
    if (isAbandoned || isOld) await client.query(`drop database if exists ${name} with (force)`);
  }
}

let made = 0;

/** A database of one's own: a copy of the migrated template, or empty. Returns its address. */
export async function createTestDatabase(
  server: TestServer,
  content: "migrated" | "empty" = "migrated",
): Promise<string> {
  made += 1;
  const name = `${server.prefix}${process.pid}_${made}`;
  const source = content === "migrated" ? `template ${server.template} strategy file_copy` : "";
  await withClient(server.serverUrl, (client) => client.query(`create database ${name} ${source}`));
  const url = new URL(server.serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export function dropTestDatabases(server: TestServer): Promise<void> {
  return withClient(server.serverUrl, async (client) => {
    const names = (await listDatabases(client)).filter((name) => name.startsWith(server.prefix));
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
  });
}
