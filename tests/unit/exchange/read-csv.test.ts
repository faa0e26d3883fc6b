import { expect, test } from "vitest";
import { describeProblem } from "@/lib/exchange/csv/problems";
import { type CsvOptions, readCsv } from "@/lib/exchange/csv/read-csv";

const COLUMNS = {
  code: { header: "code" },
  name: { header: "name" },
  note: { header: "note", optional: true },
} as const;
type Key = keyof typeof COLUMNS;

/** The file in pieces of a given size: nothing may depend on where a piece ends. */
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(content: string | Uint8Array, options: Partial<CsvOptions<Key>> = {}, size = 65_536) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const opened = await readCsv<Key>(inPieces(bytes, size), { columns: COLUMNS, ...options });
  if (!opened.ok) return { rows: [], problems: opened.problems.first.map(describeProblem), file: null };
  const rows: { line: number; cells: Record<Key, string> }[] = [];
  for await (const row of opened.file.rows) rows.push(row);
  return { rows, problems: opened.file.problems.first.map(describeProblem), file: opened.file };
}

test.each([
  ["comma", "code,name\nA,Alpha\n", ","],
  ["semicolon", "code;name\nA;Alpha\n", ";"],
  ["tab", "code\tname\nA\tAlpha\n", "\t"],
  ["pipe", "code|name\nA|Alpha\n", "|"],
  ["a comma within quotes does not count", '"a, b, c, d";code;name\n"x, y, z, w";A;Alpha\n', ";"],
])("finds the delimiter: %s", async (_, content, delimiter) => {
  const { rows, file, problems } = await read(content);
  expect(problems).toEqual([]);
  expect(file?.delimiter).toBe(delimiter);
  expect(rows[0]?.cells).toEqual({ code: "A", name: "Alpha", note: "" });
});

test.each([1, 2, 3, 7, 65_536])("reads quotes, line breaks and umlauts alike in pieces of %i bytes", async (size) => {
  const content = '\uFEFFcode,name,note\r\nA,"Al ""the"" pha","two\r\nlines"\r\nB,Ärger,\r\n\r\nC,"x,y",z';
  const { rows, problems } = await read(content, {}, size);
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { line: 2, cells: { code: "A", name: 'Al "the" pha', note: "two\nlines" } },
    { line: 4, cells: { code: "B", name: "Ärger", note: "" } },
    { line: 6, cells: { code: "C", name: "x,y", note: "z" } },
  ]);
});

test("reads Latin-1 and says so", async () => {
  const { rows, file } = await read(Buffer.from("code,name\nA,Größe\n", "latin1"));
  expect(file?.encoding).toBe("windows-1252");
  expect(rows[0]?.cells.name).toBe("Größe");
});

test("names the line of a byte that is not in the encoding", async () => {
  const head = Buffer.from("code,name\nA,Alpha\n");
  const bad = Buffer.concat([head, Buffer.from("B,Größe\n", "latin1")]);
  const { rows, problems } = await read(bad, { encoding: "utf-8" });
  expect(rows).toEqual([]);
  expect(problems).toEqual([
    "Line 3: a character that is not UTF-8. If the file is Latin-1, choose windows-1252 as its encoding.",
  ]);
  const late = Buffer.concat([head, Buffer.from("B,Beta\n".repeat(60_000)), Buffer.from("C,Größe\n", "latin1")]);
  const stopped = await read(late);
  expect(stopped.file?.isBroken()).toBe(true);
  expect(stopped.problems[0]).toContain("Line 60003: a character that is not UTF-8");
});

test.each([
  [
    "duplicate headers",
    "code,name,Name\nA,B,C\n",
    ['Line 1, column "Name": this header stands twice: in columns 2 and 3.'],
  ],
  [
    "a wrong delimiter",
    "code;name\nA;B\n",
    [
      'Line 1, column "code": this column is missing. Read with comma as delimiter the file has one column; it looks like semicolon.',
      'Line 1, column "name": this column is missing. Read with comma as delimiter the file has one column; it looks like semicolon.',
    ],
  ],
  ["an empty file", "", ["Line 1: the file has no header line."]],
])("refuses %s before the first row", async (_, content, problems) => {
  expect(await read(content, { delimiter: "," })).toEqual({ rows: [], problems, file: null });
});

test.each([
  ["too few columns", "A\nB,Beta", ["Line 2: 1 columns instead of the header's 2."]],
  ["too many columns", "A,x,y\nB,Beta", ["Line 2: 3 columns instead of the header's 2."]],
  [
    "a quote inside a cell",
    'A,x"y"\nB,Beta',
    ["Line 2: a quotation mark in the middle of a cell that is not in quotes."],
  ],
  ["text after a quote", 'A,"x"y\nB,Beta', ["Line 2: text after the closing quotation mark of a cell."]],
  ["more than 500 columns", `${",".repeat(600)}\nB,Beta`, ["Line 2: more than 500 columns."]],
  ["a million columns", `${"a,".repeat(1_000_000)}\nB,Beta`, ["Line 2: longer than 1,000,000 characters."]],
  [
    "a long cell",
    `A,${"x".repeat(100_001)}\nB,Beta`,
    ['Line 2, column "column 2": a cell longer than 100,000 characters.'],
  ],
])("names a row with %s and goes on", async (_, body, problems) => {
  const found = await read(`code,name\n${body}\n`);
  expect(found.problems).toEqual(problems);
  expect(found.rows.map((row) => row.cells.code)).toEqual(["B"]);
});

test("names where an unclosed quotation mark began", async () => {
  const { problems } = await read('code,name\nA,Alpha\nB,"Beta\nC,Gamma\n');
  expect(problems).toEqual(["Line 3: a quotation mark that is not closed again."]);
});

test("keeps the first hundred problems and counts the rest", async () => {
  const { file } = await read(`code,name\n${"A\n".repeat(250)}`);
  expect(file?.problems.count).toBe(250);
  expect(file?.problems.first).toHaveLength(100);
});

test("a line without end costs no memory", async () => {
  async function* endless() {
    yield Buffer.from("code,name\n");
    for (let piece = 0; piece < 2000; piece++) yield Buffer.alloc(65_536, ",");
    yield Buffer.from("\nB,Beta\n");
  }
  const before = process.memoryUsage().rss;
  const opened = await readCsv<Key>(endless(), { columns: COLUMNS });
  if (!opened.ok) throw new Error("The header is fine.");
  const codes: string[] = [];
  for await (const row of opened.file.rows) codes.push(row.cells.code);
  expect(codes).toEqual(["B"]);
  expect(opened.file.problems.first.map(describeProblem)).toEqual(["Line 2: longer than 1,000,000 characters."]);
  // 131 MB went through.
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
});
