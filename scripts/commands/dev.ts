import { ensureClient } from "../build.ts";
import { openDatabase, prepareEnvironment, usesOwnDatabase } from "../environment.ts";
import { next, startProgram, stopProgram } from "../programs.ts";
import { claimDataFolder, listenHost, requireFreePort } from "../serve.ts";
import { waitForEnd } from "../signals.ts";
import { keepRunning } from "../watch.ts";

/** The development server, on the embedded database or the one in DATABASE_URL. */
export async function run(args: string[]): Promise<number> {
  const asked = waitForEnd().then(() => "asked" as const);
  const port = prepareEnvironment("development").PORT;
  const leave = usesOwnDatabase() ? () => {} : claimDataFolder(`http://localhost:${port}`);
  try {
    await requireFreePort(port);
    await ensureClient();
    const database = await openDatabase("npm run dev");
    const stopWatching = keepRunning(database);
    try {
      const options = ["dev", "--hostname", listenHost(), "--port", String(port), ...args];
      const app = startProgram(next, options, { env: { DATABASE_URL: database.url } });
      const outcome = await Promise.race([asked, app.exit]);
      await stopProgram(app);
      return outcome === "asked" ? 0 : outcome;
    } finally {
      stopWatching();
      await database.close();
    }
  } finally {
    leave();
  }
}
