import { guessDatePattern } from "@/lib/exchange/csv/date-pattern";
import type { CsvDelimiter, CsvEncoding } from "@/lib/exchange/csv/types";
import type { CaseLogMapping } from "../case-log-schema";

type TimeField = "opened" | "firstResponse" | "resolved" | "closed";

// The first name that a header has wins; names of the common ticketing systems.
const NAMES: Record<"caseNumber" | TimeField | "pausedSeconds", readonly RegExp[]> = {
  caseNumber: [
    /^(case|ticket|incident|request|order|invoice)?[ _-]?(number|no|id|key)$/i,
    /number|ticket|case.?id|^key$/i,
  ],
  opened: [/^(opened|created|submitted|received|raised|started)([ _-]?(at|on|date|time))*$/i, /open|creat|receiv/i],
  firstResponse: [/first.?(response|reply|touch|contact)/i, /respon|acknowledg/i],
  resolved: [/^(resolved|solved|completed|fixed)([ _-]?(at|on|date|time))*$/i, /resol|solv|complet/i],
  closed: [/^(closed|ended)([ _-]?(at|on|date|time))*$/i, /clos/i],
  pausedSeconds: [/(paus|hold|pending).*sec/i],
};

const MARKERS = ["?", "-", "n/a", "N/A", "NULL", "null", "none", "None"];
const MOST_VALUES = 200;

type Sample = { header: readonly string[]; rows: readonly (readonly string[])[] };

/** A first mapping for a file, to be looked at and corrected by a person. */
export function guessMapping(sample: Sample, file: { delimiter: CsvDelimiter; encoding: CsvEncoding }): CaseLogMapping {
  const cellsOf = (place: number) => sample.rows.slice(0, MOST_VALUES).map((row) => (row[place] ?? "").trim());
  const columns = sample.header.map((name, place) => ({ name, cells: cellsOf(place) }));
  const markers = MARKERS.filter((marker) => columns.some(({ cells }) => cells.includes(marker)));
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== "" && !markers.includes(cell));
  const dated = columns.flatMap(({ name, cells }) => {
    const pattern = guessDatePattern(filled(cells));
    return pattern ? [{ name, pattern }] : [];
  });
  const taken = new Set<string>();
  const choose = (field: keyof typeof NAMES, among: readonly string[]): string | null => {
    for (const shape of NAMES[field]) {
      const found = among.find((name) => !taken.has(name) && shape.test(name));
      if (found === undefined) continue;
      taken.add(found);
      return found;
    }
    return null;
  };
  const times = dated.map((column) => column.name);
  const found = {
    opened: choose("opened", times),
    firstResponse: choose("firstResponse", times),
    resolved: choose("resolved", times),
    closed: choose("closed", times),
    caseNumber: choose("caseNumber", sample.header) ?? sample.header[0] ?? "",
    pausedSeconds: choose("pausedSeconds", sample.header),
  };
  const opened = dated.find((column) => column.name === (found.opened ?? found.closed)) ?? dated[0];
  return {
    ...found,
    delimiter: file.delimiter,
    encoding: file.encoding === "utf-8" ? null : file.encoding,
    datePattern: opened?.pattern ?? "ISO",
    emptyMarkers: markers,
    attributes: sample.header.filter((name) => name !== "" && name !== found.caseNumber && !taken.has(name)),
  };
}
