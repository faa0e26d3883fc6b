import { z } from "zod";
import { emailText, optional } from "@/lib/shared/inputs";
import { categoryLabels, dataCategoryLabels, functionLabels, processStateLabels, processStates } from "../labels";
import { processFieldsSchema } from "../schema";
import { type ImportKey, importKeys } from "./columns";

const rowSchema = processFieldsSchema
  .omit({ ownerId: true })
  .extend({ ownerEmail: optional(emailText), state: optional(z.enum(processStates)) });

/** A row as it goes into the staging table. Fields that are not mapped are absent. */
export type ImportRow = Partial<z.output<typeof rowSchema>> & { code: string };
export type CellProblem = { key: ImportKey; reason: string };

// The export puts an apostrophe before what a spreadsheet would take for a formula; it is taken off again here.
const ESCAPED = /^'[=+\-@\t\r]/;

/** A reader of rows with these fields. Answers what is wrong by field, with the text that is wrong. */
export function openRowReader(keys: readonly ImportKey[]) {
  const mapped = importKeys.filter((key) => keys.includes(key));
  const schema = rowSchema.pick(Object.fromEntries(mapped.map((key) => [key, true])) as Record<ImportKey, true>);
  return function readRow(cells: Partial<Record<ImportKey, string>>): { row: ImportRow } | { problems: CellProblem[] } {
    const values: Record<string, unknown> = {};
    const problems: CellProblem[] = [];
    for (const key of mapped) {
      const text = readCell(cells[key] ?? "");
      const read = text === "" ? { value: emptyOf(key) } : convert(key, text);
      if ("reason" in read) problems.push({ key, reason: read.reason });
      else values[key] = read.value;
    }
    if (problems.length > 0) return { problems };
    const parsed = schema.safeParse(values);
    if (parsed.success) return { row: parsed.data as ImportRow };
    const seen = new Set<string>();
    for (const issue of parsed.error.issues) {
      const key = String(issue.path[0]) as ImportKey;
      if (seen.has(key)) continue;
      seen.add(key);
      problems.push({
        key,
        reason: values[key] === null ? issue.message : `${quote(cells[key] ?? "")}: ${issue.message}`,
      });
    }
    return { problems };
  };
}

/** An empty cell is nothing; nothing is no for a yes or no, and an empty list for a list. */
function emptyOf(key: ImportKey): unknown {
  if (key === "isCore" || key === "isCritical") return false;
  return key === "dataCategories" ? [] : null;
}

function readCell(cell: string): string {
  const text = ESCAPED.test(cell) ? cell.slice(1) : cell;
  return text.trim();
}

function quote(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

type Read = { value: unknown } | { reason: string };

function convert(key: ImportKey, text: string): Read {
  switch (key) {
    case "function":
      return toChoice(text, functionLabels);
    case "category":
      return toChoice(text, categoryLabels);
    case "state":
      return toChoice(text, processStateLabels);
    case "isCore":
    case "isCritical":
      return toFlag(text);
    case "dataCategories":
      return toChoices(text, dataCategoryLabels);
    case "baseline":
      return toFigures(text);
    default:
      return { value: text };
  }
}

function toChoice(text: string, labels: Record<string, string>): Read {
  const wanted = text.toLowerCase();
  const found = Object.entries(labels).find(([key, label]) =>
    [key.toLowerCase(), label.toLowerCase()].includes(wanted),
  );
  return found ? { value: found[0] } : { reason: `${quote(text)} is none of ${Object.values(labels).join(", ")}.` };
}

function toChoices(text: string, labels: Record<string, string>): Read {
  const values: unknown[] = [];
  for (const part of text.split(/[,;]/)) {
    if (part.trim() === "") continue;
    const read = toChoice(part.trim(), labels);
    if ("reason" in read) return read;
    values.push(read.value);
  }
  return { value: values };
}

const YES = ["true", "yes", "y", "1", "x"];
const NO = ["false", "no", "n", "0", "-"];

function toFlag(text: string): Read {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { value: true };
  return NO.includes(word) ? { value: false } : { reason: `${quote(text)} is neither yes nor no.` };
}

const FIGURE = /^([^=]+?)\s*=\s*(-?\d+(?:\.\d+)?)(?:\s+(.+))?$/;

/** `Cost per invoice = 4.20 EUR; Error rate = 2.5 %` */
function toFigures(text: string): Read {
  const figures: unknown[] = [];
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const found = FIGURE.exec(part.trim());
    if (!found) return { reason: `${quote(part.trim())} is no figure such as "Error rate = 2.5 %".` };
    figures.push({ name: found[1], value: found[2], unit: found[3] ?? "" });
  }
  return { value: figures };
}
