import { beforeAll, describe, expect, test } from "vitest";
import { DEFAULT_CRITERIA } from "@/lib/processes/rules/suitability-criteria";
import { callApi, makeToken } from "@/tests/support/api-client";
import { makeMember, makeOrganization } from "@/tests/support/factories";

let token: string;
let reader: string;
let stranger: string;

beforeAll(async () => {
  const organization = await makeOrganization();
  token = await makeToken(await makeMember(organization, ["operations"]));
  reader = await makeToken(await makeMember(organization, ["auditor"]));
  stranger = await makeToken(await makeMember(await makeOrganization(), ["operations"]));
});

const body = (values: object = {}) => ({
  name: "Payroll",
  function: "backOffice",
  category: "humanResources",
  ...values,
});

async function make(values: object = {}) {
  const answer = await callApi("POST", "/processes", { token, body: body(values) });
  expect(answer.status).toBe(201);
  return (await answer.json()) as { id: string; code: string; version: number };
}

test("made, read, changed, retired, restored", async () => {
  const made = await callApi("POST", "/processes", {
    token,
    body: body({ costPerYear: "610000", systems: ["Payday"] }),
  });
  const process = await made.json();
  expect(made.headers.get("location")).toBe(`/api/v1/processes/${process.id}`);
  expect(made.headers.get("etag")).toBe('"1"');
  expect(process).toMatchObject({
    name: "Payroll",
    costPerYear: "610000",
    systems: ["Payday"],
    state: "active",
    parent: null,
  });

  const changed = await callApi("PATCH", `/processes/${process.id}`, { token, version: 1, body: { complexity: 3 } });
  expect(await changed.json()).toMatchObject({ complexity: 3, costPerYear: "610000", systems: ["Payday"], version: 2 });
  const retired = await callApi("POST", `/processes/${process.id}/retire`, { token, version: 2 });
  expect(await retired.json()).toMatchObject({ state: "retired", version: 3 });
  const restored = await callApi("POST", `/processes/${process.id}/restore`, { token, version: 3 });
  expect(await restored.json()).toMatchObject({ state: "active", version: 4 });
  const read = await callApi("GET", `/processes/${process.id}`, { token: reader });
  expect([read.status, read.headers.get("etag")]).toEqual([200, '"4"']);
});

test("split and moved; a circle is refused at the field", async () => {
  const process = await make({ code: "TOP" });
  const split = await callApi("POST", `/processes/${process.id}/split`, {
    token,
    version: 1,
    body: { activities: [{ name: "Part", code: "TOP-1" }] },
  });
  expect(split.status).toBe(200);
  const circle = await callApi("PATCH", `/processes/${process.id}`, {
    token,
    version: 2,
    body: { parentCode: "TOP-1" },
  });
  expect([circle.status, await circle.json()]).toMatchObject([422, { errors: [{ pointer: "/parentCode" }] }]);
});

describe("refusals", () => {
  test("stale, without a version, unknown and hostile fields", async () => {
    const process = await make();
    const path = `/processes/${process.id}`;
    const stale = await callApi("PATCH", path, { token, version: 7, body: { name: "X" } });
    expect([stale.status, (await stale.json()).code]).toEqual([412, "stale"]);
    expect((await callApi("PATCH", path, { token, body: { name: "X" } })).status).toBe(428);
    for (const [values, pointer] of [
      [{ surprise: 1 }, "/surprise"],
      [{ name: { contains: "a" } }, "/name"],
      [{ name: "x".repeat(300) }, "/name"],
      [{ organizationId: "x" }, "/organizationId"],
      [{ costPerYear: 5 }, "/costPerYear"],
      [{ state: "retired" }, "/state"],
    ] as const) {
      const answer = await callApi("PATCH", path, { token, version: 1, body: values });
      expect([answer.status, (await answer.json()).errors?.[0]?.pointer]).toEqual([422, pointer]);
    }
    expect((await callApi("GET", path, { token })).headers.get("etag")).toBe('"1"');
  });

  test("who only reads changes nothing; a stranger finds nothing", async () => {
    const process = await make();
    const path = `/processes/${process.id}`;
    const calls: [string, string, object?][] = [
      ["PATCH", path, { name: "X" }],
      ["POST", `${path}/retire`],
      ["POST", `${path}/split`, { activities: [{ name: "A" }] }],
      ["POST", `${path}/assessments`, {}],
    ];
    for (const [method, address, values] of calls) {
      const options = { version: 1, ...(values ? { body: values } : {}) };
      expect((await callApi(method, address, { token: reader, ...options })).status).toBe(403);
      expect((await callApi(method, address, { token: stranger, ...options })).status).toBe(404);
    }
    expect((await callApi("POST", "/processes", { token: reader, body: body() })).status).toBe(403);
    expect((await callApi("GET", path, { token: stranger })).status).toBe(404);
    expect((await callApi("GET", "/processes/not-an-id", { token })).status).toBe(404);
    const list = await (await callApi("GET", "/processes", { token: stranger })).json();
    expect(list).toEqual({ data: [], nextCursor: null });
  });
});

describe("the list", () => {
  test("every sort goes through all pages once, in both directions, missing figures at the end of the descending one", async () => {
    const organization = await makeOrganization();
    const own = await makeToken(await makeMember(organization, ["operations"]));
    for (let index = 0; index < 7; index += 1) {
      const cost = index % 3 === 0 ? {} : { costPerYear: String(index % 2) };
      await callApi("POST", "/processes", { token: own, body: body({ name: `P${index % 4}`, ...cost }) });
    }
    for (const sort of [
      "name",
      "code",
      "category",
      "businessUnit",
      "volumePerMonth",
      "fullTimeEquivalents",
      "costPerYear",
      "score",
      "state",
      "updatedAt",
    ]) {
      for (const sign of ["", "-"]) {
        const seen: { id: string; costPerYear: string | null }[] = [];
        let cursor = "";
        do {
          const answer = await callApi("GET", `/processes?limit=2&sort=${sign}${sort}${cursor}`, { token: own });
          expect(answer.status).toBe(200);
          const page = await answer.json();
          seen.push(...page.data);
          cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
        } while (cursor);
        expect(new Set(seen.map((row) => row.id)).size).toBe(7);
        expect(seen).toHaveLength(7);
        if (sort === "costPerYear" && sign === "-")
          expect(seen.map((row) => row.costPerYear)).toEqual(["1", "1", "0", "0", null, null, null]);
      }
    }
  });

  test("an unknown filter, sort or cursor is refused", async () => {
    for (const query of [
      "colour=red",
      "sort=colour",
      "sort=constructor",
      "limit=500",
      "cursor=abc",
      "state=asleep",
      "parent=x",
    ]) {
      expect((await callApi("GET", `/processes?${query}`, { token })).status).toBe(422);
    }
  });
});

describe("import", () => {
  const csv = { "Content-Type": "text/csv" };
  test("checked, then imported, then found again", async () => {
    const file = "Code,Name,Function,Category\nAPI-1,One,Back office,Legal\n";
    const checked = await callApi("POST", "/processes/import?dryRun=true", { token, headers: csv, body: file });
    expect([checked.status, await checked.json()]).toMatchObject([200, { rows: 1, added: 1 }]);
    expect((await (await callApi("GET", "/processes?q=API-1", { token })).json()).data).toEqual([]);
    const imported = await callApi("POST", "/processes/import", { token, headers: csv, body: file });
    expect(await imported.json()).toMatchObject({ added: 1, changed: 0, unchanged: 0 });
    expect((await (await callApi("GET", "/processes?q=API-1", { token })).json()).data).toMatchObject([
      { name: "One" },
    ]);
  });
  test("problems stand at line and column", async () => {
    const file = "Code,Name,Function,Category\nAPI-2,,Back office,Legal\n";
    const answer = await callApi("POST", "/processes/import", { token, headers: csv, body: file });
    expect([answer.status, await answer.json()]).toMatchObject([422, { errors: [{ pointer: "/2/Name" }] }]);
  });
  test("only as CSV and only with the right", async () => {
    expect((await callApi("POST", "/processes/import", { token, body: {} })).status).toBe(415);
    expect((await callApi("POST", "/processes/import", { token: reader, headers: csv, body: "a" })).status).toBe(403);
  });
});

test("an assessment from start to result", async () => {
  const process = await make();
  const started = await callApi("POST", `/processes/${process.id}/assessments`, { token, body: {} });
  const draft = await started.json();
  expect([started.status, draft.state]).toEqual([201, "draft"]);
  const answers = Object.fromEntries(DEFAULT_CRITERIA.map((each) => [each.key, 3]));
  const path = `/assessments/${draft.id}`;
  const saved = await callApi("PUT", path, { token, version: 1, body: { answers, notes: {}, knockOuts: [] } });
  expect((await saved.json()).version).toBe(2);
  const wrong = await callApi("PUT", path, { token, version: 2, body: { answers: { volume: 6 } } });
  expect([wrong.status, await wrong.json()]).toMatchObject([422, { errors: [{ pointer: "/answers/volume" }] }]);
  const completed = await callApi("POST", `${path}/complete`, { token, version: 2, body: { answers } });
  expect(await completed.json()).toMatchObject({ state: "complete", score: "50", recommendation: "outsourceInPart" });
  expect((await callApi("DELETE", path, { token, version: 3 })).status).toBe(409);
  const list = await (await callApi("GET", `/assessments?process=${process.id}`, { token: reader })).json();
  expect(list.data).toMatchObject([{ state: "complete", score: "50" }]);
});
