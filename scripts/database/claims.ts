import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isProcessAlive, pause, readProcessStart } from "./processes.ts";

// A claim is a file that names a process and when it started. It ends with the process,
// also after kill -9: then nobody with that number and that start is left.
export type Claim = { pid: number; start: string; note: string };

function writeOwnClaim(path: string, note: string): void {
  const claim: Claim = { pid: process.pid, start: readProcessStart(process.pid) ?? "", note };
  writeFileSync(path, JSON.stringify(claim), { mode: 0o600 });
}

export function readClaim(path: string): Claim | null {
  try {
    const claim = JSON.parse(readFileSync(path, "utf8")) as Claim;
    return isProcessAlive(claim.pid) && readProcessStart(claim.pid) === claim.start ? claim : null;
  } catch {
    return null;
  }
}

/** Takes the claim, or returns the living process that holds it. */
export function takeClaim(path: string, note: string): { taken: true } | { taken: false; holder: Claim } {
  mkdirSync(dirname(path), { recursive: true });
  const own = `${path}.${process.pid}`;
  writeOwnClaim(own, note);
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, and fails when the name is taken.
        linkSync(own, path);
        return { taken: true };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      const holder = readClaim(path);
      if (holder) return { taken: false, holder };
      removeStaleClaim(path);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Two processes may find the same dead claim: whoever moves a living one by mistake puts it back. */
function removeStaleClaim(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readClaim(aside)) {
    try {
      linkSync(aside, path);
    } catch {
      // Somebody took the name meanwhile; theirs stands.
    }
  }
  rmSync(aside, { force: true });
}

export function releaseClaim(path: string): void {
  if (readClaim(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** Runs the work while no other process runs its own under the same claim. */
export async function withClaim<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  while (!takeClaim(path, "lock").taken) await pause(25);
  try {
    return await work();
  } finally {
    releaseClaim(path);
  }
}

export function addUser(folder: string, note: string): void {
  mkdirSync(folder, { recursive: true });
  writeOwnClaim(join(folder, String(process.pid)), note);
}

export function removeUser(folder: string): void {
  rmSync(join(folder, String(process.pid)), { force: true });
}

/** The living processes that use the folder; what the dead left behind is swept away. */
export function listUsers(folder: string): Claim[] {
  const users: Claim[] = [];
  for (const name of readdirSync(folder)) {
    const claim = readClaim(join(folder, name));
    if (claim) users.push(claim);
    else rmSync(join(folder, name), { force: true });
  }
  return users;
}
