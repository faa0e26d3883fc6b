import { startProgram, tsx } from "@/scripts/programs";
import type { Context } from "./context";
import { compare, type Line, missing } from "./report";

/** Changes with their audit events per second, against rows that are only inserted. */
export async function measureWrites({ fixtureUrl }: Context): Promise<Line[]> {
  const env = { DATABASE_URL: fixtureUrl };
  const program = startProgram(`${tsx} tests/bench/audited-writes.ts`, [], { env, output: "keep" });
  const what = "audited changes at 16 writers, against plain inserts";
  if ((await program.exit) !== 0) return [missing(what, program.output().trim().slice(-300))];
  const { audited, plain } = JSON.parse(program.output().trim().split("\n").at(-1) ?? "{}") as Record<string, number>;
  return [compare({ what, floor: plain ?? Number.NaN, measured: audited ?? Number.NaN, unit: "/s", better: "higher" })];
}
