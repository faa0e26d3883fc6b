// npm run bench [-- part …]: builds the large fixture once, measures every part against its floor in the same run,
// prints one table and writes it as JSON. A bench never fails: what could not be measured is a line that says why.
import { measureCaseLog } from "./case-log";
import type { Context } from "./context";
import { ensureFixture } from "./fixture/database";
import { sizesAt } from "./fixture/sizes";
import { measureLists } from "./lists";
import { measureMemory } from "./memory";
import { measureDoubled, measurePages } from "./pages";
import { type Line, machine, missing, printTable, resultsFile, writeResults } from "./report";
import { provideBuild, provideFloorBuild, serveApp, serveFloor, signIn } from "./servers";
import { measureStart } from "./start";
import { measureWeight } from "./weight";
import { measureWrites } from "./writes";

type Part = {
  measure: (context: Context) => Promise<Line[]>;
  /** `servers`: the app and the bare page run while it measures; `build`: it starts them itself. */
  needs?: "build" | "servers";
  isOptional?: boolean;
};

const parts: Record<string, Part> = {
  lists: { measure: measureLists, needs: "servers" },
  pages: { measure: measurePages, needs: "servers" },
  weight: { measure: measureWeight, needs: "servers" },
  doubled: { measure: measureDoubled, needs: "servers" },
  writes: { measure: measureWrites },
  memory: { measure: measureMemory, needs: "build" },
  import: { measure: measureCaseLog },
  // Minutes, and most of them the package registry's: only when asked for.
  start: { measure: measureStart, isOptional: true },
};

async function measurePart(part: Part, databases: { serverUrl: string; fixtureUrl: string }): Promise<Line[]> {
  const nothing = { url: "", pid: 0, stop: async () => {} };
  const build = part.needs ? await provideBuild() : "";
  if (part.needs) await provideFloorBuild();
  const app = part.needs === "servers" ? await serveApp(build, databases.fixtureUrl) : nothing;
  try {
    const floor = part.needs === "servers" ? await serveFloor(databases.fixtureUrl) : nothing;
    try {
      const cookie = part.needs === "servers" ? await signIn(databases.fixtureUrl) : "";
      return await part.measure({ ...databases, build, app, floor, cookie });
    } finally {
      await floor.stop();
    }
  } finally {
    await app.stop();
  }
}

/** A part that cannot be measured is a line of the table, never the end of the run. */
async function measureAll(
  asked: readonly string[],
  databases: { serverUrl: string; fixtureUrl: string },
  keep: (lines: readonly Line[]) => void,
) {
  const lines: Line[] = [];
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 ? !asked.includes(name) : part.isOptional) continue;
    console.log(`Measuring ${name} …`);
    try {
      lines.push(...(await measurePart(part, databases)));
    } catch (error) {
      lines.push(missing(name, (error instanceof Error ? error.message : String(error)).slice(0, 300)));
    }
    // A run that is cut short keeps what it has.
    keep(lines);
  }
  return lines;
}

async function run(asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(", ")}. Known: ${Object.keys(parts).join(", ")}.`);
    return 1;
  }
  // The cookie is made here and read by the app: both must think that it is plain http.
  process.env.STEWARD_URL = "http://127.0.0.1";
  const serverUrl = process.env.DATABASE_URL ?? "";
  const { url: fixtureUrl, builtInSeconds } = await ensureFixture(serverUrl);
  const before = machine();
  const keep = (measured: readonly Line[]) =>
    writeResults(measured, { before, fixture: { ...sizesAt(1), measurements: 240_000, builtInSeconds } });
  const lines = await measureAll(asked, { serverUrl, fixtureUrl }, keep);
  const { processors, memoryGigabytes, node, loadAverage, commit } = before;
  console.log(
    `\n${processors}, ${memoryGigabytes} GB, Node ${node}, commit ${commit}, load before ${loadAverage.join(" ")}`,
  );
  console.log("Fixture: 100,000 processes and all that goes with them; 240,000 reported measurements, not 5 million;");
  console.log("case log: 1 million rows by the import's own bench, not 10 million.\n");
  printTable(lines);
  console.log(`\nWritten to ${resultsFile}.`);
  return 0;
}

process.exit(await run(process.argv.slice(2)));
