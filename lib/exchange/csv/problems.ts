import type { CsvProblem } from "./types";

const KEPT = 100;

/** The first hundred problems in full, and how many there were. */
export type CsvProblems = {
  add(line: number, column: string | null, reason: string): void;
  readonly first: readonly CsvProblem[];
  readonly count: number;
};

export function collectProblems(kept = KEPT): CsvProblems {
  const first: CsvProblem[] = [];
  let count = 0;
  return {
    add(line, column, reason) {
      count += 1;
      if (first.length < kept) first.push({ line, column, reason });
    },
    get first() {
      return first;
    },
    get count() {
      return count;
    },
  };
}

/** `Line 7, column "opened_at": …` */
export function describeProblem(problem: CsvProblem): string {
  const place = problem.column === null ? `Line ${problem.line}` : `Line ${problem.line}, column "${problem.column}"`;
  return `${place}: ${problem.reason}`;
}
