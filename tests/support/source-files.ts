import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type SourceImport = {
  /** Path of a file of ours from the project's root, else the package's name. */
  target: string;
  isOurs: boolean;
  /** Gone after compiling. */
  isTypeOnly: boolean;
};

export type SourceFile = { path: string; text: string; imports: SourceImport[] };

/** The source files below some folders, without what is generated, with what each of them imports. */
export function readSources(folders: readonly string[]): SourceFile[] {
  return folders.flatMap(listFiles).map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text, imports: readImports(path, text) };
  });
}

function listFiles(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return /\.(ts|tsx|mjs)$/.test(path) ? [path] : [];
  const skipped = (name: string) => ["generated", "node_modules"].includes(name) || name.startsWith(".");
  return readdirSync(full)
    .filter((name) => !skipped(name) && name !== "next-env.d.ts")
    .flatMap((name) => listFiles(`${path}/${name}`));
}

const statement = /^[ \t]*(import|export)\s+(type\s+)?((?:[\w$*{}\s,]+?)\s+from\s+)?["']([^"']+)["']/gm;
const dynamic = /\bimport\(\s*["']([^"']+)["']\s*\)/g;

function readImports(path: string, text: string): SourceImport[] {
  const found: SourceImport[] = [];
  for (const [, word, type, names = "", from = ""] of text.matchAll(statement)) {
    if (word === "export" && !names) continue;
    const listed =
      /\{([^}]*)\}/
        .exec(names)?.[1]
        ?.split(",")
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const isEachType = listed.length > 0 && listed.every((name) => name.startsWith("type ")) && names.startsWith("{");
    found.push({ ...locate(path, from), isTypeOnly: Boolean(type) || isEachType });
  }
  for (const [, from = ""] of text.matchAll(dynamic)) found.push({ ...locate(path, from), isTypeOnly: false });
  return found;
}

function locate(path: string, from: string): { target: string; isOurs: boolean } {
  const isRelative = from.startsWith(".");
  if (!isRelative && !from.startsWith("@/")) return { target: from, isOurs: false };
  const base = isRelative ? normalize(join(dirname(path), from)) : from.slice(2);
  const known = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find(
    (candidate) => existsSync(join(root, candidate)) && statSync(join(root, candidate)).isFile(),
  );
  return { target: known ?? base, isOurs: true };
}
