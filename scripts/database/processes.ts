import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What tells a process from a later one with the same number. Null when there is no such process, or only its remains. */
export function readProcessStart(pid: number): string | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (process.platform === "linux") return readStartFromProc(pid);
  const answer = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], { encoding: "utf8" });
  const line = answer.stdout?.trim() ?? "";
  if (line === "" || line.startsWith("Z")) return null;
  return line.replace(/^\S+\s+/, "");
}

function readStartFromProc(pid: number): string | null {
  try {
    // The name in brackets may hold spaces: count the fields from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const [state, start] = [fields[0], fields[19]];
    return state === "Z" || state === "X" ? null : (start ?? null);
  } catch {
    return null;
  }
}

export function isProcessAlive(pid: number): boolean {
  return readProcessStart(pid) !== null;
}

/** The command line of a process, empty when it is gone or hidden from us. */
export function readCommandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits until the process is gone; says whether it is. */
export async function waitForExit(pid: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (isProcessAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(20);
  }
  return true;
}

export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone in the meantime is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
