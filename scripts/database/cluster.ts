import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Account } from "./account.ts";
import { PlainError } from "./plain-error.ts";
import { isProcessAlive, pause, readCommandLine, sendSignal, waitForExit } from "./processes.ts";

/** One PostgreSQL data directory and what is needed to run a server on it. */
export type Cluster = {
  binaries: string;
  /** Holds `cluster` (PostgreSQL's own files) and `server.log`. */
  folder: string;
  account: Account | null;
  /** Trades safety against a crash of the machine for speed: for tests only. */
  isThrowaway: boolean;
};

const files = (cluster: Cluster) => join(cluster.folder, "cluster");

// The binaries find their libraries beside themselves; a mixed-in LC_* or PG* would change how they behave.
const environment = { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;

/** Creates the data directory; nothing happens when it is there. */
export function initialiseCluster(cluster: Cluster, superuserPassword: string): void {
  if (existsSync(join(files(cluster), "PG_VERSION"))) return;
  const part = join(cluster.folder, "cluster.part");
  const passwordFile = join(cluster.folder, "password.part");
  rmSync(part, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (cluster.account) spawnSync("chown", [`${cluster.account.uid}:${cluster.account.gid}`, passwordFile]);
  const answer = spawnSync(
    join(cluster.binaries, "bin/initdb"),
    [
      ...["--pgdata", part, "--username", "postgres", "--pwfile", passwordFile],
      ...["--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"],
      ...["--auth", "scram-sha-256", ...(cluster.isThrowaway ? ["--no-sync"] : [])],
    ],
    { ...cluster.account, cwd: cluster.folder, env: environment, encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (answer.status !== 0) {
    throw new PlainError(
      `The embedded database could not be created: ${lastLine(answer.stderr ?? "") || answer.error?.message}`,
    );
  }
  renameSync(part, files(cluster));
}

export function removeCluster(cluster: Cluster): void {
  rmSync(cluster.folder, { recursive: true, force: true });
}

const settings = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=120",
  "shared_buffers=256MB",
  "effective_cache_size=2GB",
  "work_mem=16MB",
  "maintenance_work_mem=256MB",
  "max_wal_size=4GB",
  "wal_compression=on",
  "random_page_cost=1.1",
  "max_worker_processes=8",
  "max_parallel_workers_per_gather=2",
  "jit=off",
  "timezone=UTC",
  "log_timezone=UTC",
  "log_min_messages=warning",
  "log_connections=",
  "cluster_name=steward",
];
const throwawaySettings = ["fsync=off", "full_page_writes=off", "autovacuum_naptime=5min", "max_connections=300"];

export type RunningServer = { pid: number; port: number };

/** The server on this data directory, whoever started it. */
export function findRunningServer(cluster: Cluster): RunningServer | null {
  const lines = readPidFile(cluster);
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !isProcessAlive(pid) || !isServerOn(cluster, pid)) return null;
  return { pid, port };
}

function isServerOn(cluster: Cluster, pid: number): boolean {
  return readCommandLine(pid).includes(files(cluster));
}

function readPidFile(cluster: Cluster): string[] {
  try {
    return readFileSync(join(files(cluster), "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** Starts the server and waits until it answers. */
export async function startServer(cluster: Cluster, wantedPort: number): Promise<RunningServer> {
  removeStalePidFile(cluster);
  for (let attempt = 1; ; attempt++) {
    const port = await chooseFreePort(attempt === 1 ? wantedPort : 0);
    const server = launch(cluster, port);
    const outcome = await waitUntilReady(cluster, server.pid, server.hasEnded);
    if (outcome === "ready") return { pid: server.pid, port };
    const reason = readLogTail(cluster);
    // After a kill -9 the old server's children need a moment to notice and let go of its memory.
    const isTransient = /shared memory block|Address already in use|could not bind/i.test(reason);
    if (!isTransient || attempt >= 40) {
      throw new PlainError(`The embedded database does not start: ${reason || outcome} (see ${logFile(cluster)})`);
    }
    await pause(250);
  }
}

function launch(cluster: Cluster, port: number): { pid: number; hasEnded: () => boolean } {
  const log = openLog(cluster);
  const chosen = cluster.isThrowaway ? [...settings, ...throwawaySettings] : settings;
  const child = spawn(
    join(cluster.binaries, "bin/postgres"),
    ["-D", files(cluster), "-p", String(port), ...chosen.flatMap((setting) => ["-c", setting])],
    // Detached: Ctrl-C in a terminal reaches the whole group, and the app must end before its database does.
    { ...cluster.account, cwd: cluster.folder, env: environment, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  let ended = false;
  child.on("exit", () => {
    ended = true;
  });
  child.on("error", () => {
    ended = true;
  });
  child.unref();
  return { pid: child.pid ?? 0, hasEnded: () => ended };
}

async function waitUntilReady(cluster: Cluster, pid: number, hasEnded: () => boolean): Promise<"ready" | string> {
  const end = Date.now() + 120_000; // replaying a long log after a crash takes its time
  while (Date.now() < end) {
    if (hasEnded()) return "it ended at once";
    const lines = readPidFile(cluster);
    if (Number(lines[0]) === pid && lines[7]?.trim() === "ready") return "ready";
    await pause(10);
  }
  sendSignal(pid, "SIGINT");
  return "no answer within two minutes";
}

/** A pid file whose process is gone or is something else now (numbers are used again) would stop the start. */
function removeStalePidFile(cluster: Cluster): void {
  if (readPidFile(cluster).length === 0 || findRunningServer(cluster)) return;
  rmSync(join(files(cluster), "postmaster.pid"), { force: true });
}

export async function stopServer(pid: number): Promise<void> {
  sendSignal(pid, "SIGINT");
  if (await waitForExit(pid, 30_000)) return;
  sendSignal(pid, "SIGQUIT");
  await waitForExit(pid, 10_000);
}

const logFile = (cluster: Cluster) => join(cluster.folder, "server.log");

function openLog(cluster: Cluster): number {
  mkdirSync(cluster.folder, { recursive: true });
  const path = logFile(cluster);
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.old`);
  return openSync(path, "a", 0o600);
}

function readLogTail(cluster: Cluster): string {
  const lines = readFileSync(logFile(cluster), "utf8").trimEnd().split("\n").slice(-6);
  return lines.findLast((line) => /FATAL|ERROR|PANIC/.test(line)) ?? lines.at(-1) ?? "";
}

function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

/** The wanted port when it is free on loopback, else one that the system chooses. */
export function chooseFreePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () => (wanted === 0 ? reject(new Error("No free port.")) : resolve(chooseFreePort(0))));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : wanted));
    });
  });
}
