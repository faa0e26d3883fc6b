import type { CsvFile } from "@/lib/exchange/csv/read-csv";
import type { CsvRecord } from "@/lib/exchange/csv/types";
import type { CaseLogMapping } from "../case-log-schema";
import type { InstantReader } from "./instants";

export const TIME_FIELDS = ["opened", "firstResponse", "resolved", "closed"] as const;
type TimeField = (typeof TIME_FIELDS)[number];

/** Columns that a mapping asks of a file. Attributes have keys of their own, so that no name can hide a field. */
export function columnsOf(mapping: CaseLogMapping): Record<string, { header: string }> {
  const columns: Record<string, { header: string }> = { caseNumber: { header: mapping.caseNumber } };
  for (const field of [...TIME_FIELDS, "pausedSeconds"] as const) {
    const header = mapping[field];
    if (header !== null) columns[field] = { header };
  }
  mapping.attributes.forEach((header, index) => {
    columns[`attribute${index}`] = { header };
  });
  return columns;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these have to be escaped
const SPECIAL = /[\u0000-\u001f"\\]/;
const LONGEST_NUMBER = 200;
const NOTHING = "\\N";

/** Text of a COPY cell. */
function copyText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}

/** Text of a JSON string within a COPY cell. */
function copyJson(text: string): string {
  return SPECIAL.test(text) ? JSON.stringify(text).slice(1, -1).replaceAll("\\", "\\\\") : text;
}

type Place = { field: TimeField; at: number; header: string };

/** Turns records into lines for COPY into a staging table: line, number, four instants, pause, attributes. */
export function openCaseLines(file: CsvFile<string>, mapping: CaseLogMapping, instants: InstantReader) {
  const { places, problems } = file;
  const empty = new Set(["", ...mapping.emptyMarkers]);
  const longestMarker = Math.max(...[...empty].map((marker) => marker.length));
  const isEmpty = (cell: string) => cell.length <= longestMarker && empty.has(cell);
  const numberAt = places.caseNumber ?? -1;
  const pausedAt = places.pausedSeconds ?? -1;
  const times = TIME_FIELDS.map((field): Place => ({ field, at: places[field] ?? -1, header: mapping[field] ?? "" }));
  const attributes = mapping.attributes.map((name, index) => ({
    name,
    at: places[`attribute${index}`] ?? -1,
    start: `"${copyJson(name)}":"`,
    next: `","${copyJson(name)}":"`,
  }));

  function readTimes(record: CsvRecord): string | null {
    let text = "";
    for (const { at, header } of times) {
      const cell = at === -1 ? "" : (record.cells[at] ?? "").trim();
      if (isEmpty(cell)) {
        text += `${NOTHING}\t`;
        continue;
      }
      const instant = instants.read(cell);
      if (instant === null) {
        problems.add(record.line, header, `"${cell.slice(0, 60)}" is no date by the pattern ${mapping.datePattern}.`);
        return null;
      }
      text += `${instant}\t`;
    }
    return text;
  }

  function readPause(record: CsvRecord): string | null {
    const cell = pausedAt === -1 ? "" : (record.cells[pausedAt] ?? "").trim();
    if (isEmpty(cell)) return "0";
    if (/^\d{1,12}$/.test(cell)) return cell;
    problems.add(record.line, mapping.pausedSeconds, `"${cell.slice(0, 60)}" is no whole number of seconds.`);
    return null;
  }

  function readAttributes({ line, cells, isPlain }: CsvRecord): string | null {
    let text = "{";
    for (const { at, start, next, name } of attributes) {
      const cell = cells[at] ?? "";
      if (isEmpty(cell)) continue;
      text += text === "{" ? start : next;
      if (isPlain) {
        text += cell;
        continue;
      }
      if (cell.includes("\u0000")) {
        problems.add(line, name, "a character that no text has (zero byte).");
        return null;
      }
      text += copyJson(cell);
    }
    return text === "{" ? "{}" : `${text}"}`;
  }

  /** Null when the record is not usable; why is among the file's problems. */
  return function toLine(record: CsvRecord): string | null {
    const number = (record.cells[numberAt] ?? "").trim();
    if (isEmpty(number) || number.length > LONGEST_NUMBER || number.includes("\u0000")) {
      const reason = isEmpty(number) ? "the case has no number." : "this is no number of a case.";
      problems.add(record.line, mapping.caseNumber, reason);
      return null;
    }
    const dates = readTimes(record);
    if (dates === null) return null;
    const paused = readPause(record);
    if (paused === null) return null;
    const kept = readAttributes(record);
    return kept === null ? null : `${record.line}\t${copyText(number)}\t${dates}${paused}\t${kept}\n`;
  };
}
