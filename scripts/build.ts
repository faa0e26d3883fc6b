import { existsSync, rmSync } from "node:fs";
import { withClaim } from "./database/claims.ts";
import { PlainError } from "./database/plain-error.ts";
import { next, prisma, startProgram } from "./programs.ts";
import { inProject } from "./project.ts";
import { hashSources, isStamped, removeStamp, writeStamp } from "./stamps.ts";

const clientFolder = "lib/server/generated/prisma";

const buildSources = [
  ...["app", "components", "lib", "public", "prisma/schema"],
  ...["instrumentation.ts", "instrumentation-client.ts", "proxy.ts", "mdx-components.tsx"],
  ...["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
];

/** Makes Prisma's client when the schema has changed since the last time. */
export function ensureClient(): Promise<void> {
  return withClaim(inProject(".stamps/client.lock"), async () => {
    const hash = hashSources(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
    if (isStamped("client", hash) && existsSync(inProject(clientFolder))) return;
    removeStamp("client");
    await runQuietly("Prisma's client could not be generated", prisma, ["generate"]);
    writeStamp("client", hash);
  });
}

/** Whether the folder holds a build of the present sources. */
export function isBuilt(folder = ".next"): boolean {
  return (
    isStamped(`build${folder}`, hashSources(buildSources, [process.versions.node])) &&
    existsSync(inProject(folder, "BUILD_ID"))
  );
}

/** Builds the app when anything it is made of has changed. Says nothing when there is nothing to do. */
export function ensureBuild(folder = ".next"): Promise<void> {
  return withClaim(inProject(`.stamps/build${folder}.lock`), async () => {
    const stamp = `build${folder}`;
    const hash = hashSources(buildSources, [process.versions.node]);
    if (isStamped(stamp, hash) && existsSync(inProject(folder, "BUILD_ID"))) return;
    removeStamp(stamp);
    if (folder === ".next") console.log("Building the app …");
    rmSync(inProject(folder, "BUILD_ID"), { force: true });
    await runQuietly("The app could not be built", next, ["build"], {
      NODE_ENV: "production",
      STEWARD_BUILD_DIR: folder,
    });
    writeStamp(stamp, hash);
  });
}

async function runQuietly(failure: string, script: string, args: string[], env: Record<string, string> = {}) {
  const program = startProgram(script, args, { env, output: "keep" });
  if ((await program.exit) !== 0) throw new PlainError(`${failure}:\n${program.output().trimEnd()}`);
}
