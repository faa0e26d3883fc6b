import { join } from "node:path";
import { PlainError } from "./database/plain-error.ts";
import { inProject } from "./project.ts";

const commands = {
  up: () => import("./commands/up.ts"),
  dev: () => import("./commands/dev.ts"),
  test: () => import("./commands/test.ts"),
  run: () => import("./commands/run.ts"),
  "e2e-server": () => import("./commands/e2e-server.ts"),
  database: () => import("./commands/database.ts"),
  deploy: () => import("./commands/deploy.ts"),
  diff: () => import("./commands/diff.ts"),
  reset: () => import("./commands/reset.ts"),
  backup: () => import("./commands/backup.ts"),
  restore: () => import("./commands/restore.ts"),
};

/** Runs one command of package.json; returns the exit code. */
export async function runCommand([name, ...args]: string[]): Promise<number> {
  process.chdir(inProject());
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  process.env.PATH = `${join(inProject(), "node_modules/.bin")}:${process.env.PATH}`;
  const load = commands[name as keyof typeof commands];
  if (!load) {
    console.error(`There is no command "${name}". Known: ${Object.keys(commands).join(", ")}.`);
    return 1;
  }
  try {
    return await (await load()).run(args);
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    console.error(error.message);
    return 1;
  }
}
