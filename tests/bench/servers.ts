import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { Client } from "pg";
import { sealSession, sessionCookieName } from "@/lib/access/session-cookie";
import { ensureBuild, isBuilt } from "@/scripts/build";
import { chooseFreePort } from "@/scripts/database/cluster";
import { withClient } from "@/scripts/database/embedded";
import { PlainError } from "@/scripts/database/plain-error";
import { pause } from "@/scripts/database/processes";
import { next, type Program, startProgram, stopProgram } from "@/scripts/programs";
import { inProject } from "@/scripts/project";
import { startApp } from "@/scripts/serve";
import { hashSources, isStamped, writeStamp } from "@/scripts/stamps";
import { keyOf } from "./fixture/keys";

export type Server = { url: string; pid: number; stop: () => Promise<void> };

const floorFolder = "tests/bench/floor";

/** The build that `npm run up` made when it is of the present sources, else one of our own; or the one that is named. */
export async function provideBuild(): Promise<string> {
  const named = process.env.STEWARD_BENCH_BUILD;
  if (named) return named;
  if (isBuilt(".next")) return ".next";
  console.log("Building the app …");
  await ensureBuild(".next-bench");
  return ".next-bench";
}

export async function provideFloorBuild(): Promise<void> {
  const sources = ["app", "next.config.ts", "tsconfig.json"].map((name) => `${floorFolder}/${name}`);
  const hash = hashSources([...sources, "package-lock.json"], [process.versions.node]);
  if (isStamped("build-floor", hash) && existsSync(inProject(floorFolder, ".next/BUILD_ID"))) return;
  console.log("Building the bare page …");
  rmSync(inProject(floorFolder, ".next"), { recursive: true, force: true });
  const program = startProgram(next, ["build", floorFolder], { env: { NODE_ENV: "production" }, output: "keep" });
  if ((await program.exit) !== 0) throw new PlainError(`The bare page could not be built:\n${program.output()}`);
  writeStamp("build-floor", hash);
}

/** The app as it is served to people, on the fixture. */
export async function serveApp(build: string, databaseUrl: string): Promise<Server> {
  const port = await chooseFreePort(0);
  const url = `http://127.0.0.1:${port}`;
  const env = { DATABASE_URL: databaseUrl, STEWARD_URL: url, STEWARD_BUILD_DIR: build, LOG_LEVEL: "error" };
  return asServer(url, await startApp(port, env));
}

export async function serveFloor(databaseUrl: string): Promise<Server> {
  const port = await chooseFreePort(0);
  const url = `http://127.0.0.1:${port}`;
  const program = startProgram(next, ["start", floorFolder, "--hostname", "127.0.0.1", "--port", String(port)], {
    env: { NODE_ENV: "production", DATABASE_URL: databaseUrl, FLOOR_ORGANIZATION: keyOf(0, "organization", 1) },
    output: "keep",
  });
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return asServer(url, program);
    if (program.child.exitCode !== null) break;
  }
  await stopProgram(program);
  throw new PlainError(`The bare page does not start:\n${program.output()}`);
}

function asServer(url: string, program: Program): Server {
  return { url, pid: program.child.pid ?? 0, stop: () => stopProgram(program) };
}

/** A session as a sign-in makes it, and the cookie that carries it. */
export function signIn(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const id = randomUUID();
    await client.query(
      `INSERT INTO session (id, person_id, member_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')`,
      [id, keyOf(0, "person", 1), keyOf(0, "member", 1)],
    );
    return `${sessionCookieName()}=${await sealSession(id)}`;
  });
}

/** Median milliseconds of a query through `pg` on one connection. */
export async function timeQuery(client: Client, text: string, values: unknown[], times = 100): Promise<number> {
  const list: number[] = [];
  for (let at = 0; at < times; at++) {
    const start = performance.now();
    await client.query(text, values);
    list.push(performance.now() - start);
  }
  return list.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** Memory of a program and of what it started, in megabytes; null where the system does not tell. */
export function readMemory(pid: number): number | null {
  if (!existsSync("/proc/self/smaps_rollup")) return null;
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    const status = /^\d+$/.test(name) ? readOrNothing(`/proc/${name}/status`) : "";
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const family = new Set([pid]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [child, parent] of parents) {
      if (!family.has(parent) || family.has(child)) continue;
      family.add(child);
      grew = true;
    }
  }
  const kilobytes = [...family].map((member) => {
    const pss = /^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${member}/smaps_rollup`))?.[1];
    return Number(pss ?? 0);
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return ""; // the process has ended meanwhile
  }
}
