import { createConnection } from "node:net";
import { join } from "node:path";
import { readClaim, releaseClaim, takeClaim } from "./database/claims.ts";
import { chooseFreePort } from "./database/cluster.ts";
import { openDataFolder } from "./database/embedded.ts";
import { PlainError } from "./database/plain-error.ts";
import { pause } from "./database/processes.ts";
import { next, type Program, startProgram } from "./programs.ts";
import { dataFolder } from "./project.ts";

/** Where to listen: this machine only, unless somebody says otherwise (0.0.0.0 in a container). */
export const listenHost = () => process.env.STEWARD_HOST || "127.0.0.1";

const claimFile = () => join(openDataFolder(dataFolder()), "app.lock");

/** One app per data folder: a second one learns where the first one is. */
export function claimDataFolder(address: string): () => void {
  const outcome = takeClaim(claimFile(), address);
  if (!outcome.taken) {
    throw new PlainError(
      `Steward already runs on the data folder ${dataFolder()}, at ${outcome.holder.note} (process ${outcome.holder.pid}): stop it first, or name another folder in STEWARD_DATA.`,
    );
  }
  return () => releaseClaim(claimFile());
}

/** What a killed app left behind lets go of its port within a moment; anything else keeps it. */
export async function requireFreePort(port: number): Promise<void> {
  for (let attempt = 0; attempt < 15; attempt++) {
    if ((await chooseFreePort(port)) === port) return;
    if (readClaim(claimFile())?.pid !== process.pid) break;
    await pause(200);
  }
  throw new PlainError(`Port ${port} is in use: stop what listens there, or choose another one with PORT=${port + 1}.`);
}

/** Starts the built app and waits until it answers. */
export async function startApp(port: number, env: Record<string, string> = {}): Promise<Program> {
  const host = listenHost();
  const program = startProgram(next, ["start", "--hostname", host, "--port", String(port)], {
    env: { NODE_ENV: "production", PORT: String(port), ...env },
    output: "keep",
  });
  let ended = false;
  void program.exit.then(() => {
    ended = true;
  });
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) {
    if (ended) throw new PlainError(`The app does not start:\n${program.output().trim()}`);
    if ((await canConnect(port)) && (await answers(port))) return program;
  }
  program.child.kill("SIGKILL");
  throw new PlainError(`The app did not answer within a minute:\n${program.output().trim()}`);
}

/** From now on everybody sees what the program says. */
export function showOutput(program: Program): void {
  program.child.stdout?.pipe(process.stdout);
  program.child.stderr?.pipe(process.stderr);
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(5000) })).ok;
  } catch {
    return false;
  }
}
