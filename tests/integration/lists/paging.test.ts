import { beforeAll, describe, expect, test } from "vitest";
import { sql } from "@/lib/server/database";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { addSamples, foreign, makeSampleTable, own, sampleList } from "./sample-list";

const names = Array.from({ length: 64 }, (_, at) => `Row ${at % 11}`);

beforeAll(async () => {
  await makeSampleTable();
  await addSamples(own, names);
  await addSamples(foreign, names);
});

const open = (parameters: Record<string, string>) => {
  const parsed = parseListRequest(sampleList, parameters);
  expect(parsed.problems).toEqual([]);
  return readList(sampleList, own, parsed.request);
};

/** What the database says without any paging. */
async function listWhole(by: keyof typeof sampleList.columns, isDescending: boolean): Promise<string[]> {
  const column = sampleList.columns[by];
  const order = "order" in column ? column.order : column.sql;
  const direction = isDescending ? "DESC" : "ASC";
  const rows = await sql.rows<{ id: string }>(
    `SELECT id FROM list_sample s WHERE organization_id = $1 ORDER BY ${order} ${direction} NULLS LAST, id ${direction}`,
    [own],
  );
  return rows.map((row) => row.id);
}

const sorts = (["name", "state", "amount", "lifted", "grade", "day", "happened", "isFlagged"] as const).flatMap((by) =>
  [false, true].map((isDescending) => ({ by, isDescending })),
);

describe.each(sorts)("sorted by $by, descending: $isDescending", ({ by, isDescending }) => {
  const sort = `${isDescending ? "-" : ""}${by}`;

  test.each([1, 7, 32, 64, 200])("pages of %i show every row once, there and back", async (limit) => {
    const whole = await listWhole(by, isDescending);
    expect(whole).toHaveLength(names.length);
    const there: string[] = [];
    let page = await open({ sort, limit: String(limit) });
    expect(page.previous).toBeNull();
    for (;;) {
      expect(page.from).toBe(there.length + 1);
      there.push(...page.rows.map((row) => row.id));
      if (!page.next) break;
      page = await open({ sort, limit: String(limit), cursor: page.next });
    }
    expect(there).toEqual(whole);

    let back = page.rows.map((row) => row.id);
    while (page.previous) {
      const before: typeof page = await open({ sort, limit: String(limit), cursor: page.previous });
      expect(before.from).toBe(page.from - before.rows.length);
      expect(before.next).not.toBeNull();
      page = before;
      back = [...page.rows.map((row) => row.id), ...back];
    }
    expect(back).toEqual(whole);
  });
});

test("a page read again after going on and back is the same page", async () => {
  const first = await open({ sort: "-amount", limit: "10" });
  const second = await open({ sort: "-amount", limit: "10", cursor: first.next ?? "" });
  const again = await open({ sort: "-amount", limit: "10", cursor: second.previous ?? "" });
  expect(again.rows).toEqual(first.rows);
  expect(again.previous).toBeNull();
});

test("a row that is deleted between two pages makes nobody else disappear", async () => {
  await addSamples(own, ["Zz 1", "Zz 2", "Zz 3", "Zz 4"]);
  const first = await open({ q: "Zz", limit: "2" });
  await sql.rows("DELETE FROM list_sample WHERE organization_id = $1 AND name = 'Zz 2'", [own]);
  const second = await open({ q: "Zz", limit: "2", cursor: first.next ?? "" });
  expect(second.rows.map((row) => row.name)).toEqual(["Zz 3", "Zz 4"]);
  await sql.rows("DELETE FROM list_sample WHERE organization_id = $1 AND name LIKE 'Zz%'", [own]);
});
