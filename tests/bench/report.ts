import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { inProject } from "@/scripts/project";

export type Verdict = "stretch" | "target" | "missed" | "noted" | "not measured";

export type Line = {
  what: string;
  floor: string;
  measured: string;
  ratio: number | null;
  target: string;
  verdict: Verdict;
};

type Comparison = {
  what: string;
  floor: number;
  measured: number;
  unit: string;
  /** Ratios of measured to floor; left out where nothing is aimed at. */
  target?: number;
  stretch?: number;
  better?: "lower" | "higher";
};

/** One line of the table from two figures of the same run. */
export function compare({ what, floor, measured, unit, target, stretch, better = "lower" }: Comparison): Line {
  const ratio = measured / floor;
  const sign = better === "lower" ? "≤" : "≥";
  const reaches = (aim: number) => (better === "lower" ? ratio <= aim : ratio >= aim);
  const goal = target === undefined ? "" : `${sign} ${target} ×${stretch === undefined ? "" : ` (${stretch} ×)`}`;
  return {
    what,
    floor: figure(floor, unit),
    measured: figure(measured, unit),
    ratio: Math.round(ratio * 1000) / 1000,
    target: goal,
    verdict: target === undefined ? "noted" : judge(reaches(stretch ?? target), reaches(target)),
  };
}

/** One line for a figure with a limit of its own and no floor. */
export function limit(what: string, measured: number, unit: string, target: number, stretch: number): Line {
  const goal = `≤ ${target} (${stretch}) ${unit}`;
  const verdict = judge(measured <= stretch, measured <= target);
  return { what, floor: "", measured: figure(measured, unit), ratio: null, target: goal, verdict };
}

export function note(what: string, measured: string, target = ""): Line {
  return { what, floor: "", measured, ratio: null, target, verdict: "noted" };
}

export function missing(what: string, reason: string): Line {
  const measured = reason.split("\n")[0]?.slice(0, 120) ?? "";
  return { what, floor: "", measured, ratio: null, target: "", verdict: "not measured" };
}

function judge(isStretch: boolean, isTarget: boolean): Verdict {
  if (isStretch) return "stretch";
  return isTarget ? "target" : "missed";
}

function figure(value: number, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

const head = ["what", "floor", "measured", "ratio", "target (stretch)", "verdict"];

export function printTable(lines: readonly Line[]): void {
  const rows = lines.map((line) => [
    line.what,
    line.floor,
    line.measured,
    line.ratio === null ? "" : `${line.ratio.toFixed(2)} ×`,
    line.target,
    line.verdict,
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const show = (cells: string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  console.log([show(head), show(widths.map((width) => "-".repeat(width))), ...rows.map(show)].join("\n"));
}

export const resultsFile = "tests/bench/results.json";

export function writeResults(lines: readonly Line[], extra: Record<string, unknown>): void {
  writeFileSync(inProject(resultsFile), `${JSON.stringify({ ...machine(), ...extra, lines }, null, 2)}\n`);
}

export function machine() {
  const processors = cpus();
  return {
    at: new Date().toISOString(),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8", cwd: inProject() }).trim(),
    processors: `${processors.length} × ${processors[0]?.model ?? "unknown"}`,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    // What else the machine was doing: figures of a busy machine are only good as ratios.
    loadAverage: loadavg().map((value) => Math.round(value * 100) / 100),
  };
}
