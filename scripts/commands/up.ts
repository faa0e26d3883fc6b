import { ensureBuild, ensureClient } from "../build.ts";
import { openDatabase, prepareEnvironment, usesOwnDatabase } from "../environment.ts";
import { stopProgram } from "../programs.ts";
import { readSignIns } from "../sample.ts";
import { claimDataFolder, requireFreePort, showOutput, startApp } from "../serve.ts";
import { waitForEnd } from "../signals.ts";
import { keepRunning } from "../watch.ts";

/** Builds what has changed, brings the database up to date and serves the app until it is told to stop. */
export async function run(): Promise<number> {
  const asked = waitForEnd();
  const configuration = prepareEnvironment("production");
  const port = configuration.PORT;
  const leave = usesOwnDatabase() ? () => {} : claimDataFolder(`http://localhost:${port}`);
  try {
    await requireFreePort(port);
    const hasEnded = asked.then(() => "asked" as const);
    const work = serve(port, hasEnded);
    return await work;
  } finally {
    leave();
  }
}

async function serve(port: number, asked: Promise<"asked">): Promise<number> {
  await ensureClient();
  const [database] = await together(openDatabase("npm run up"), ensureBuild());
  try {
    const app = await startApp(port, { DATABASE_URL: database.url });
    const stopWatching = keepRunning(database);
    await announce(port);
    showOutput(app);
    const outcome = await Promise.race([asked, app.exit]);
    stopWatching();
    await stopProgram(app);
    if (outcome === "asked") return 0;
    console.error(`The app ended unexpectedly (code ${outcome}). Start it again: nothing that was saved is lost.`);
    return 1;
  } finally {
    await database.close();
  }
}

/** Both, side by side; when one fails the other is waited for, so that nothing is left running. */
async function together<First extends { close: () => Promise<void> }>(
  first: Promise<First>,
  second: Promise<void>,
): Promise<[First]> {
  const [opened, done] = await Promise.allSettled([first, second]);
  if (opened.status === "rejected") throw opened.reason;
  if (done.status === "rejected") {
    await opened.value.close();
    throw done.reason;
  }
  return [opened.value];
}

async function announce(port: number): Promise<void> {
  console.log(`Steward is ready: http://localhost:${port}   (Ctrl-C stops it)`);
  const hasSample = process.env.STEWARD_SAMPLE ? process.env.STEWARD_SAMPLE === "yes" : !usesOwnDatabase();
  const signIns = hasSample ? await readSignIns() : [];
  if (signIns.length === 0) return;
  const widths = (["role", "name", "email"] as const).map((key) => Math.max(...signIns.map((row) => row[key].length)));
  console.log("\nSign in to the sample organization as");
  for (const { role, name, email, password } of signIns) {
    const cells = [role, name, email].map((text, at) => text.padEnd(widths[at] ?? 0));
    console.log(`  ${cells.join("   ")}   password: ${password}`);
  }
}
