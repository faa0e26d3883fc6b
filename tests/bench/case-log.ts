import { startProgram, tsx } from "@/scripts/programs";
import type { Context } from "./context";
import type { ImportBench } from "./import";
import { compare, type Line, limit, missing, note } from "./report";

const rows = 1_000_000;

/** An import of a million rows against the fastest plain SQL for the same file, in a process of its own. */
export async function measureCaseLog({ fixtureUrl }: Context): Promise<Line[]> {
  const what = `case-log import of ${rows.toLocaleString("en")} rows`;
  const program = startProgram(`--expose-gc ${tsx} tests/bench/import.ts`, [String(rows)], {
    env: { DATABASE_URL: fixtureUrl, LOG_LEVEL: "error" },
    output: "keep",
  });
  if ((await program.exit) !== 0) return [missing(what, program.output().trim().slice(-300))];
  const output = program.output();
  const result = JSON.parse(output.slice(output.lastIndexOf("\n{") + 1)) as ImportBench;
  return [
    compare({
      what: `${what}: rows per second`,
      floor: result.rows / result.floorSeconds,
      measured: result.rows / result.importSeconds,
      unit: "/s",
      target: 0.25,
      stretch: 0.5,
      better: "higher",
    }),
    limit(`${what}: memory above idle`, result.memoryAboveIdle / 2 ** 20, "MB", 150, 80),
    note(`${what}: upload of the file into the store`, `${result.uploadSeconds.toFixed(1)} s`),
  ];
}
