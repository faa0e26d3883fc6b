import { existsSync } from "node:fs";
import { ensureClient } from "../build.ts";
import { PlainError } from "../database/plain-error.ts";
import { openDatabase, prepareEnvironment } from "../environment.ts";
import { startProgram, stopProgram, tsx } from "../programs.ts";
import { inProject } from "../project.ts";
import { waitForEnd } from "../signals.ts";

/** Runs a script that uses the app's own code, with the database up and the configuration set. */
export async function run([script, ...args]: string[]): Promise<number> {
  if (!script || !existsSync(inProject(script))) throw new PlainError(`There is no script ${script ?? ""}.`);
  prepareEnvironment(process.env.NODE_ENV === "development" ? "development" : "production");
  await ensureClient();
  const database = await openDatabase(script);
  try {
    const program = startProgram(`${tsx} ${script}`, args, { env: { DATABASE_URL: database.url } });
    const outcome = await Promise.race([waitForEnd().then(() => "asked" as const), program.exit]);
    if (outcome !== "asked") return outcome;
    await stopProgram(program);
    return 0;
  } finally {
    await database.close();
  }
}
