// npm run bench [-- part …]: builds the large fixture once, measures every part against its floor in the same run,
// prints one table and writes it as JSON. A bench never fails: what could not be measured is a line that says why.
import { existsSync } from "node:fs";
import { inProject } from "@/scripts/project";
import type { Context } from "./context";
import { ensureFixture } from "./fixture/database";
import { sizesAt } from "./fixture/sizes";
import { measureLists } from "./lists";
import { measureMemory } from "./memory";
import { measureDoubled, measurePages } from "./pages";
import { type Line, machine, missing, printTable, writeResults } from "./report";
import { provideBuild, provideFloorBuild, serveApp, serveFloor, signIn } from "./servers";
import { measureStart } from "./start";
import { measureWeight } from "./weight";
import { measureWrites } from "./writes";

type Part = { measure: (context: Context) => Promise<Line[]>; isOptional?: boolean; needsServers?: boolean };

const parts: Record<string, Part> = {
  lists: { measure: measureLists, needsServers: true },
  pages: { measure: measurePages, needsServers: true },
  weight: { measure: measureWeight, needsServers: true },
  doubled: { measure: measureDoubled, needsServers: true },
  writes: { measure: measureWrites },
  memory: { measure: measureMemory },
  import: { measure: measureImport },
  // Minutes, and most of them the package registry's: only when asked for.
  start: { measure: measureStart, isOptional: true },
};

/** The bench of imports lies beside the import's own tests. */
async function measureImport(context: Context): Promise<Line[]> {
  const path = "tests/bench/import.ts";
  if (!existsSync(inProject(path))) return [missing("case-log import", "there is no bench of it yet")];
  const bench = (await import(inProject(path))) as { measureImport: (context: Context) => Promise<Line[]> };
  return bench.measureImport(context);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Known: ${Object.keys(parts).join(", ")}.`);
  process.exit(1);
}
const chosen = Object.entries(parts).filter(([name, part]) =>
  asked.length > 0 ? asked.includes(name) : !part.isOptional,
);

// The cookie is made here and read by the app: both must think that it is plain http.
process.env.STEWARD_URL = "http://127.0.0.1";
const serverUrl = process.env.DATABASE_URL ?? "";
const { fixtureUrl, built } = await provideFixture();
const lines: Line[] = [];
const build = chosen.some(([name]) => name !== "start" && name !== "import") ? await provideBuild() : "";
if (build) await provideFloorBuild();

async function provideFixture() {
  const { url, builtInSeconds } = await ensureFixture(serverUrl);
  return { fixtureUrl: url, built: builtInSeconds };
}

for (const [name, part] of chosen) {
  console.log(`Measuring ${name} …`);
  try {
    lines.push(...(await withServers(part)));
  } catch (error) {
    lines.push(missing(name, error instanceof Error ? error.message : String(error)));
  }
}

async function withServers(part: Part): Promise<Line[]> {
  const nothing = { url: "", pid: 0, stop: async () => {} };
  const app = part.needsServers ? await serveApp(build, fixtureUrl) : nothing;
  const floor = part.needsServers ? await serveFloor(fixtureUrl) : nothing;
  try {
    const cookie = part.needsServers ? await signIn(fixtureUrl) : "";
    return await part.measure({ serverUrl, fixtureUrl, build, app, floor, cookie });
  } finally {
    await Promise.all([app.stop(), floor.stop()]);
  }
}

const { processors, memoryGigabytes, node, loadAverage, commit } = machine();
console.log(`\n${processors}, ${memoryGigabytes} GB, Node ${node}, commit ${commit}, load ${loadAverage.join(" ")}`);
console.log("Fixture: as described in docs/measurements.md, but 240,000 measurements instead of 5 million.\n");
printTable(lines);
writeResults(lines, { fixture: { ...sizesAt(1), measurements: 240_000, builtInSeconds: built } });
process.exit(0);
