import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Where this checkout keeps its embedded database and secrets. */
export function dataFolder(): string {
  const given = process.env.STEWARD_DATA;
  if (!given) return join(projectFolder, ".data");
  return isAbsolute(given) ? given : resolve(projectFolder, given);
}

export const inProject = (...parts: string[]) => join(projectFolder, ...parts);
