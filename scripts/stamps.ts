import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.ts";

// A stamp remembers the content that a step was last done for.

/** One hash over the content of files and folders. */
export function hashSources(paths: string[], extra: string[] = []): string {
  const hash = createHash("sha256");
  for (const value of extra) hash.update(`${value}\0`);
  for (const path of paths) addPath(hash, path);
  return hash.digest("hex");
}

const skipped = new Set(["node_modules", "generated"]);

function addPath(hash: ReturnType<typeof createHash>, path: string): void {
  const full = inProject(path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(full));
    return;
  }
  for (const name of readdirSync(full).sort()) if (!skipped.has(name)) addPath(hash, join(path, name));
}

const stampFile = (name: string) => inProject(".stamps", name);

export function isStamped(name: string, hash: string): boolean {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), "utf8") === hash;
}

export function removeStamp(name: string): void {
  rmSync(stampFile(name), { force: true });
}

export function writeStamp(name: string, hash: string): void {
  mkdirSync(inProject(".stamps"), { recursive: true });
  writeFileSync(stampFile(name), hash);
}
