import "server-only";
import { parseEnvironment } from "./environment";
import { rememberPeers } from "./peer-address";

/** A process with a wrong configuration ends at once and says why; a right one starts its worker. */
export async function startProcess(): Promise<void> {
  const outcome = parseEnvironment(process.env);
  if (!outcome.ok) {
    process.stderr.write(`The configuration is not usable.\n${outcome.problems.join("\n")}\n`);
    process.exit(1);
  }
  rememberPeers();
  if (outcome.environment.STEWARD_WORKER === "inline") await startInlineWorker();
}

async function startInlineWorker(): Promise<void> {
  const { startWorker } = await import("./jobs");
  const stop = await startWorker();
  // The server ends by itself on these signals; a job that is cut short is done again by the next worker.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop());
}
