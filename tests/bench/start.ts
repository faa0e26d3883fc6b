import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseFreePort } from "@/scripts/database/cluster";
import { pause } from "@/scripts/database/processes";
import { inProject } from "@/scripts/project";
import { type Line, missing, note } from "./report";

const patience = 10 * 60_000;

/** What somebody waits who has just cloned the project: from the first command to the first page, and the next time. */
export async function measureStart(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "steward-start-"));
  try {
    execFileSync("git", ["clone", "--quiet", "--no-hardlinks", inProject(), folder]);
    const first = await timeToFirstPage(folder);
    if (first === null) return [missing("fresh clone to first page", "no page within ten minutes")];
    const second = await timeToFirstPage(folder);
    return [
      note("fresh clone to first page (packages, build, database, sample)", `${first.toFixed(1)} s`),
      note("second start to first page", second === null ? "no page" : `${second.toFixed(1)} s`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeToFirstPage(folder: string): Promise<number | null> {
  const port = await chooseFreePort(0);
  const inherited = ["PATH", "HOME", "LANG", "npm_config_cache", "npm_config_registry"];
  const kept = Object.fromEntries(inherited.map((name) => [name, process.env[name]]));
  // Nothing else of this run's configuration, not even NODE_ENV: the command decides it.
  const env = { ...kept, PORT: String(port) } as unknown as NodeJS.ProcessEnv;
  const start = performance.now();
  const child = spawn("npm", ["run", "up"], { cwd: folder, env, stdio: "ignore" });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  let seconds: number | null = null;
  for (const end = Date.now() + patience; Date.now() < end && child.exitCode === null; await pause(50)) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null);
    if (!answer?.ok) continue;
    await answer.text();
    seconds = (performance.now() - start) / 1000;
    break;
  }
  child.kill("SIGTERM");
  await Promise.race([ended, pause(20_000)]);
  child.kill("SIGKILL");
  return seconds;
}
