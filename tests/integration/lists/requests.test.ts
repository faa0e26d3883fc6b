import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/lib/server/database";
import { listAsCsv } from "@/lib/server/lists/csv";
import { readList } from "@/lib/server/lists/read";
import { encodeCursor, parseListRequest } from "@/lib/server/lists/request";
import { addSamples, foreign, makeSampleTable, own, sampleList } from "./sample-list";

const special = [
  "100% done",
  "100 done",
  "a_b",
  "axb",
  "back\\slash",
  "=1+1",
  "+49 30",
  "-5 degrees",
  "@home",
  'say "hi", all',
  "two\nlines",
  "; DROP TABLE list_sample; --",
];

beforeAll(async () => {
  await makeSampleTable();
  await addSamples(own, special);
  await addSamples(foreign, ["Foreign 100% done"]);
});

const parse = (parameters: Record<string, string>) => parseListRequest(sampleList, parameters);
const namesOf = async (parameters: Record<string, string>, organization = own) =>
  (await readList(sampleList, organization, parse(parameters).request)).rows.map((row) => row.name);

describe("search", () => {
  test.each([
    ["100%", ["100% done"]],
    ["a_b", ["a_b"]],
    ["\\", ["back\\slash"]],
    ["DONE 100", ["100 done", "100% done"]],
    ["'", []],
    ["; DROP", ["; DROP TABLE list_sample; --"]],
  ])("takes %j as text", async (q, expected) => {
    expect((await namesOf({ q })).sort()).toEqual([...expected].sort());
  });

  test("what no record can hold is told and passed over", async () => {
    const { request, problems } = parse({ q: "a\0b", parent: "\0" });
    expect(problems.map((problem) => problem.parameter)).toEqual(["q", "parent"]);
    expect((await readList(sampleList, own, request)).rows).toHaveLength(special.length);
  });
});

describe("filters", () => {
  test("narrow the list; one value may stand in two places", async () => {
    const retired = await sql.rows<{ name: string }>(
      "SELECT name FROM list_sample WHERE organization_id = $1 AND state = 'retired' ORDER BY name, id",
      [own],
    );
    expect(await namesOf({ state: "retired" })).toEqual(retired.map((row) => row.name));
    expect(await namesOf({ either: "a_b" })).toEqual(["a_b"]);
    expect(await namesOf({ either: "a_b", state: "retired", q: "nothing like this" })).toEqual([]);
  });

  test.each([
    ["state", "unknown"],
    ["parent", "not an id"],
    ["either", "x".repeat(201)],
    ["sort", "secret"],
    ["sort", "constructor"],
    ["sort", "__proto__"],
    ["limit", "0"],
    ["limit", "201"],
    ["limit", "ten"],
    ["unheard", "of"],
    ["toString", "1"],
    ["cursor", "made up"],
  ])("%s=%s is told to programs and passed over by pages", async (name, value) => {
    const { request, problems } = parse({ [name]: value });
    expect(problems.map((problem) => problem.parameter)).toEqual([name]);
    expect(request).toEqual(parse({}).request);
    expect((await readList(sampleList, own, request)).rows).toHaveLength(special.length);
  });
});

describe("a cursor", () => {
  const at = (value: string | null, sort = "name", by = sort) =>
    encodeCursor(
      sampleList,
      { by, descending: false },
      { value, id: "019a0000-0000-7000-8000-00000000ffff", back: false, from: 11 },
    );

  test("counts only for the order that it was given out for", () => {
    expect(parse({ cursor: at("a") }).problems).toEqual([]);
    expect(parse({ sort: "amount", cursor: at("a") }).problems).toHaveLength(1);
    expect(parse({ cursor: at("a"), sort: "-name" }).problems).toHaveLength(1);
    expect(parse({ cursor: at("2", "amount"), sort: "amount" }).problems).toEqual([]);
  });

  test("changed in any character it is refused, whatever it says", () => {
    const cursor = at("a");
    const [text = "", signature = ""] = cursor.split(".");
    const forged = Buffer.from(JSON.stringify(["' OR true --", "x", 0, -5])).toString("base64url");
    for (const wrong of [
      `${forged}.${signature}`,
      text,
      `${text}.`,
      `.${signature}`,
      `${text}.${signature}x`,
      `${signature}.${text}`,
      forged,
    ]) {
      expect(parse({ cursor: wrong }).request.cursor).toBeNull();
    }
    for (let at = 0; at < text.length; at++) {
      const wrong = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}.${signature}`;
      expect(parse({ cursor: wrong }).request.cursor).toBeNull();
    }
    expect(parse({ cursor }).request.cursor?.value).toBe("a");
  });

  test("of another list is refused", () => {
    const other = { ...sampleList, name: "others" };
    expect(parseListRequest(other, { cursor: at("a") }).problems).toHaveLength(1);
  });

  test("given out to one organization it shows another only its own rows", async () => {
    const page = await readList(sampleList, own, parse({ limit: "1" }).request);
    expect(await namesOf({ cursor: page.next ?? "" }, foreign)).toEqual(["Foreign 100% done"]);
  });
});

test("nobody sees rows of another organization, however they ask", async () => {
  expect(await namesOf({ q: "Foreign" })).toEqual([]);
  expect(await namesOf({ either: "Foreign 100% done" })).toEqual([]);
  // A condition with "or" in it stays inside its brackets.
  expect(await namesOf({ either: "1" })).not.toContain("Foreign 100% done");
  expect(await namesOf({}, foreign)).toEqual(["Foreign 100% done"]);
});

test("counting stops at a thousand", async () => {
  const small = await readList(sampleList, own, parse({}).request);
  expect(small.total).toEqual({ count: special.length, isMore: false });
  await addSamples(
    own,
    Array.from({ length: 1000 }, (_, at) => `Counted ${at}`),
  );
  expect((await readList(sampleList, own, parse({ q: "Counted" }).request)).total).toEqual({
    count: 1000,
    isMore: false,
  });
  expect((await readList(sampleList, own, parse({}).request)).total).toEqual({ count: 1000, isMore: true });
  expect((await readList(sampleList, own, parse({}).request, { count: false })).total.count).toBe(0);
  await sql.rows("DELETE FROM list_sample WHERE name LIKE 'Counted%'");
});

describe("the export", () => {
  const exported = async (parameters: Record<string, string>) => {
    let text = "";
    for await (const part of listAsCsv(sampleList, own, parse(parameters).request)) text += part;
    return text;
  };

  test("holds no formula, quotes what needs quotes and leaves internal columns out", async () => {
    const text = await exported({});
    expect(text.startsWith('\uFEFFName,State,Amount,"Amount, none first",Grade,Day,Happened,Flagged\r\n')).toBe(true);
    for (const cell of ["'=1+1,", "'+49 30,", "'-5 degrees,", "'@home,", '"say ""hi"", all",', '"two\nlines",']) {
      expect(text).toContain(`\r\n${cell}`);
    }
    expect(text).not.toContain("Foreign");
  });

  test("goes on past its batches, in the order that was asked for", async () => {
    await addSamples(
      own,
      Array.from({ length: 2500 }, (_, at) => `Long ${String(at).padStart(4, "0")}`),
    );
    const lines = (await exported({ q: "Long", sort: "-name" })).split("\r\n").slice(1, -1);
    expect(lines).toHaveLength(2500);
    expect(lines.map((line) => line.split(",")[0])).toEqual(
      Array.from({ length: 2500 }, (_, at) => `Long ${String(2499 - at).padStart(4, "0")}`),
    );
    const byGrade = (await exported({ q: "Long", sort: "-grade" })).split("\r\n").slice(1, -1);
    expect(new Set(byGrade.map((line) => line.split(",")[0])).size).toBe(2500);
    await sql.rows("DELETE FROM list_sample WHERE name LIKE 'Long%'");
  });
});
