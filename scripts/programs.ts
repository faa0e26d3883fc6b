import { type ChildProcess, spawn } from "node:child_process";
import { inProject } from "./project.ts";

type Options = { env?: Record<string, string>; output?: "show" | "keep" | "hide" };

export type Program = { child: ChildProcess; exit: Promise<number>; output: () => string };

/** Starts a program of node_modules (or one of our scripts) that ends with us. */
export function startProgram(script: string, args: string[], { env = {}, output = "show" }: Options = {}): Program {
  const stdio = { show: "inherit", keep: "pipe", hide: "ignore" } as const;
  const follow = `--import=${new URL("follow-parent.mjs", import.meta.url).href}`;
  const child = spawn(process.execPath, [follow, ...script.split(" "), ...args], {
    cwd: inProject(),
    stdio: [output === "show" ? "inherit" : "ignore", stdio[output], stdio[output], "ipc"],
    env: { ...process.env, STEWARD_COMMAND: String(process.pid), ...env },
  });
  let kept = "";
  const keep = (chunk: Buffer) => {
    kept += chunk.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  const exit = new Promise<number>((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { child, exit, output: () => kept };
}

/** Asks the program to end; after ten seconds it has to. */
export async function stopProgram(program: Program): Promise<void> {
  if (program.child.exitCode === null && program.child.signalCode === null) program.child.kill("SIGTERM");
  const force = setTimeout(() => program.child.kill("SIGKILL"), 10_000);
  await program.exit;
  clearTimeout(force);
}

export const next = "node_modules/next/dist/bin/next";
export const prisma = "node_modules/prisma/build/index.js";
export const tsx = "--conditions=react-server --import=tsx";
