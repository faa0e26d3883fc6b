import "server-only";
import { describeProblem } from "@/lib/exchange/csv/problems";
import { readCsv } from "@/lib/exchange/csv/read-csv";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import type { CaseLogMapping } from "../case-log-schema";
import { guessMapping } from "./guess-mapping";

export type CaseSample = { header: string[]; rows: string[][]; mapping: CaseLogMapping };

const SHOWN = 5;
const LOOKED_AT = 200;

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** The beginning of a file: its header, its first rows, and a mapping to correct. The last line may be cut off. */
export async function readSample(bytes: Uint8Array): Promise<Outcome<CaseSample>> {
  const opened = await readCsv(once(bytes), { columns: {} });
  if (!opened.ok) {
    const first = opened.problems.first[0];
    return refuse(first ? `This file cannot be read. ${describeProblem(first)}` : "This file cannot be read.");
  }
  const rows: string[][] = [];
  for await (const batch of opened.file.batches) {
    for (const record of batch) if (rows.length < LOOKED_AT) rows.push(record.cells);
    if (rows.length >= LOOKED_AT) break;
  }
  const header = [...opened.file.header];
  const mapping = guessMapping({ header, rows }, opened.file);
  return done({ header, rows: rows.slice(0, SHOWN), mapping });
}
