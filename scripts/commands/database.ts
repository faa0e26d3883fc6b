import { openDatabase, prepareEnvironment } from "../environment.ts";
import { waitForEnd } from "../signals.ts";
import { keepRunning } from "../watch.ts";

/** Keeps the embedded database up until it is told to stop, for work on the side. */
export async function run(): Promise<number> {
  prepareEnvironment("development");
  const database = await openDatabase("npm run database");
  console.log(`DATABASE_URL=${database.url}`);
  const stopWatching = keepRunning(database);
  await waitForEnd();
  stopWatching();
  await database.close();
  return 0;
}
