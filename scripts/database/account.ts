import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlainError } from "./plain-error.ts";

// PostgreSQL refuses to run as root. Started by root it runs under another account, which often reaches
// neither the checkout nor its data folder; then both live in a folder of their own.
export type Account = { uid: number; gid: number };

export function chooseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const wanted = process.env.STEWARD_DATABASE_ACCOUNT;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = wanted
    ? accounts.find(([name]) => name === wanted)
    : (accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody"));
  if (!found || found[2] === "0") {
    throw new PlainError(
      `PostgreSQL cannot run as root and there is no account ${wanted ?? '"postgres" or "nobody"'} to run it under: name one in STEWARD_DATABASE_ACCOUNT, or set DATABASE_URL.`,
    );
  }
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function canRun(account: Account, program: string, args: string[]): boolean {
  return spawnSync(program, args, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** A folder that only root can change and every account can pass through. */
function makeOpenFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const state = lstatSync(path);
  if (!state.isDirectory() || state.uid !== 0) throw new PlainError(`${path} belongs to somebody else: remove it.`);
  chmodSync(path, 0o755);
}

function findOutsideFolder(): string {
  for (const base of ["/var/lib", tmpdir()]) {
    const folder = join(base, "steward");
    try {
      makeOpenFolder(folder);
      return folder;
    } catch (error) {
      if (error instanceof PlainError) throw error;
    }
  }
  throw new PlainError("Neither /var/lib nor the folder for temporary files can be written: set DATABASE_URL.");
}

/** The binaries where the account can run them: in place, or copied once per version. */
export function placeBinaries(native: string, version: string, account: Account | null): string {
  if (!account) return native;
  if (canRun(account, join(native, "bin/postgres"), ["--version"])) return native;
  const size = statSync(join(native, "bin/postgres")).size;
  const place = join(findOutsideFolder(), `postgres-${version}-${size}`);
  if (existsSync(place)) return place;
  // Copied beside and renamed, so that a copy cut short is never taken for a whole one.
  const part = `${place}.part-${process.pid}`;
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  spawnSync("chmod", ["-R", "a+rX", part]);
  try {
    renameSync(part, place);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(place)) throw error;
  }
  return place;
}

/**
 * Where the database's own files live: inside the data folder when the account can get there, else outside,
 * under a name made from the folder's place and its random id (so a new checkout at an old place starts empty).
 */
export function placeCluster(dataFolder: string, id: string, account: Account | null): string {
  const inside = join(dataFolder, "database");
  if (!account) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    return inside;
  }
  chmodSync(dataFolder, 0o711);
  if (canRun(account, "/bin/sh", ["-c", 'cd "$0"', dataFolder])) return ownFolder(inside, account);
  const key = createHash("sha256").update(`${dataFolder}\0${id}`).digest("hex").slice(0, 16);
  const outside = ownFolder(join(findOutsideFolder(), key), account);
  // For the person who wonders whose this is; when that folder is gone for good, this one can go too.
  writeFileSync(join(outside, "belongs-to"), `${dataFolder}\n`);
  return outside;
}

function ownFolder(path: string, account: Account): string {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = statSync(path).uid;
  if (owner === account.uid) return path;
  if (owner === 0) chownSync(path, account.uid, account.gid);
  else spawnSync("chown", ["-R", `${account.uid}:${account.gid}`, path]);
  return path;
}
