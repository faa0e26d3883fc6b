import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { checkProcessFile, importProcessFile } from "@/lib/processes/import/import";
import { processExportList } from "@/lib/processes/lists";
import { createProcess } from "@/lib/processes/mutations";
import { createProcessSchema } from "@/lib/processes/schema";
import { db } from "@/lib/server/database";
import { listAsCsv } from "@/lib/server/lists/csv";
import { parseListRequest } from "@/lib/server/lists/request";
import { makeMember, makeOrganization } from "@/tests/support/factories";

let actor: MemberActor;
beforeEach(async () => {
  actor = await makeMember(await makeOrganization(), ["operations"]);
});

const HEADER = "Code,Name,Parent code,Function,Category";

async function* pieces(content: string | Uint8Array, size = 64 * 1024) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const bring = (content: string | Uint8Array, options = {}) =>
  importProcessFile(actor, pieces(content), options, "file.csv");
const count = () => db.process.count({ where: { organizationId: actor.organizationId } });
const events = () => db.auditEvent.count({ where: { organizationId: actor.organizationId } });

async function exported(): Promise<string> {
  let text = "";
  const { request } = parseListRequest(processExportList, { sort: "code" });
  for await (const part of listAsCsv(processExportList, actor.organizationId, request)) text += part;
  return text;
}

test("creates by code, with parents that come later in the file, and says what it did", async () => {
  const file = `${HEADER}\nB,Below,A,Back office,Legal\nA,Above,,frontOffice,sales\n`;
  const report = await bring(file);
  expect(report).toMatchObject({ rows: 2, created: 2, updated: 0, unchanged: 0, problems: { count: 0 } });
  const below = await db.process.findFirst({
    where: { organizationId: actor.organizationId, code: "B" },
    select: { parent: { select: { code: true } }, function: true, skills: true, baseline: true, version: true },
  });
  expect(below).toEqual({ parent: { code: "A" }, function: "backOffice", skills: [], baseline: [], version: 1 });
  const event = await db.auditEvent.findFirst({ where: { organizationId: actor.organizationId } });
  expect(event?.action).toBe("process.import");
  expect(JSON.parse(event?.after ?? "{}")).toMatchObject({
    created: 2,
    sha256: createHash("sha256").update(file).digest("hex"),
  });
});

test("updates by code only what is mapped and what differs, and moves under a process that is new", async () => {
  await bring(`${HEADER},Cost per year\nA,Above,,Back office,Legal,100\nB,Below,A,Back office,Legal,50\n`);
  const report = await bring(
    `${HEADER}\nA,Above,,Back office,Legal\nB,Renamed,C,Back office,Legal\nC,New,,Back office,Legal\n`,
  );
  expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 1 });
  const rows = await db.process.findMany({
    where: { organizationId: actor.organizationId },
    select: { code: true, name: true, version: true, costPerYear: true, parent: { select: { code: true } } },
    orderBy: { code: "asc" },
  });
  expect(
    rows.map((row) => [row.code, row.name, row.version, row.costPerYear?.toFixed() ?? null, row.parent?.code ?? null]),
  ).toEqual([
    ["A", "Above", 1, "100", null],
    ["B", "Renamed", 2, "50", "C"],
    ["C", "New", 1, null, null],
  ]);
});

test("the export comes back unchanged, formulas, quotes and line breaks included", async () => {
  const made = await createProcess(
    actor,
    createProcessSchema.parse({
      code: "ODD",
      name: '=HYPERLINK("http://evil.example","x")',
      description: 'Says "no",\nthen; yes\n+1',
      function: "frontOffice",
      category: "itServices",
      businessUnit: "@home",
      ownerId: actor.memberId,
      isCritical: true,
      volumePerMonth: "1200.5",
      volumeUnit: "-calls",
      fullTimeEquivalents: "0.12345678",
      costPerYear: "99.9999",
      complexity: 5,
      skills: ["=A1", "Ärger"],
      dataCategories: ["health", "personal"],
      baseline: [
        { name: "Cost per case", value: "4.20", unit: "EUR" },
        { name: "Share", value: "-1", unit: "" },
      ],
    }),
  );
  expect(made.ok).toBe(true);
  await bring(`${HEADER},State\nTOP,Top,,Back office,Legal,retired\nP,Part,TOP,Back office,Legal,retired\n`);
  const file = await exported();
  expect(file).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  expect(file).toContain("'@home");
  expect(file).not.toMatch(/(^|,)"?[=@]/m);
  expect(await bring(file)).toMatchObject({ rows: 3, created: 0, updated: 0, unchanged: 3, problems: { count: 0 } });
  expect(await exported()).toBe(file);

  // And into another organization, all the same but for the owner, who is not a member there.
  const other = await makeMember(await makeOrganization(), ["operations"]);
  const withoutOwner = file.replace(/[0-9a-f]{8}@example\.test/, "");
  const copied = await importProcessFile(other, pieces(withoutOwner), {});
  expect(copied).toMatchObject({ created: 3, problems: { count: 0 } });
  actor = other;
  const strip = (text: string) =>
    text
      .split("\n")
      .map((line) => line.replace(/,[^,]*$/, ""))
      .join("\n");
  expect(strip(await exported())).toBe(strip(withoutOwner));
});

describe("a file that is not right: the place and the reason, and nothing of it is stored", () => {
  const good = "OK,Fine,,Back office,Legal";
  test.each([
    ["a broken row", `${HEADER}\n${good}\nX,Y\n`, 3, null, "2 columns instead of the header's 5"],
    ["a quotation mark that never closes", `${HEADER}\n${good}\n"X,Y,,Back office,Legal\n`, 3, null, "quotation mark"],
    ["duplicate headers", `Code,Name,Name,Function,Category\n${good}\n`, 1, "Name", "stands twice"],
    ["a missing column", "Code,Name\nA,B\n", 1, "Function", "no column"],
    ["no rows", `${HEADER}\n`, 1, null, "no rows"],
    ["nothing at all", "", 1, null, "header"],
    ["a value that is not known", `${HEADER}\n${good}\nX,Y,,Middle,Legal\n`, 3, "Function", "none of"],
    ["the same code twice", `${HEADER}\n${good}\n${good}\n`, 3, "Code", "line 2"],
    ["a parent that is nowhere", `${HEADER}\n${good}\nX,Y,GONE,Back office,Legal\n`, 3, "Parent code", "GONE"],
    ["a circle", `${HEADER}\nA,A,B,Back office,Legal\nB,B,A,Back office,Legal\n`, 2, "Parent code", "part of itself"],
    ["itself as parent", `${HEADER}\nA,A,A,Back office,Legal\n`, 2, "Parent code", "part of itself"],
    ["a stranger as owner", `${HEADER},Owner e-mail\n${good},a@b.example\n`, 2, "Owner e-mail", "no member"],
    [
      "a retired parent",
      `${HEADER},State\nA,A,,Back office,Legal,retired\nB,B,A,Back office,Legal,active\n`,
      3,
      "Parent code",
      "retired",
    ],
    ["a formula as code", `${HEADER}\n=1+1,Y,,Back office,Legal\n`, 2, "Code", "Letters"],
  ])("%s", async (_, content, line, column, reason) => {
    const checked = await checkProcessFile(actor, pieces(content), {});
    const report = await bring(content);
    expect(report.problems.first).toEqual(checked.problems.first);
    expect(report.problems.first[0]).toEqual({ line, column, reason: expect.stringContaining(reason) });
    expect([await count(), await events()]).toEqual([0, 0]);
  });

  test("one bad row among thousands stores none of them, and every problem is named", async () => {
    const rows = Array.from({ length: 12_000 }, (_, index) =>
      index % 5000 === 4999 ? `P${index},,,Back office,Legal` : `P${index},Name,,Back office,Legal`,
    );
    const report = await bring(`${HEADER}\n${rows.join("\n")}\n`);
    expect(report.problems.first.map((problem) => problem.line)).toEqual([5001, 10_001]);
    expect(await count()).toBe(0);
  });

  test("a state that differs from what is here", async () => {
    await bring(`${HEADER},State\n${good},active\n`);
    const report = await bring(`${HEADER},State\n${good},retired\n`);
    expect(report.problems.first[0]).toMatchObject({ line: 2, column: "State" });
  });
});

describe("how a file is written", () => {
  test("a byte-order mark and semicolons are recognised", async () => {
    const report = await bring(`\uFEFFCode;Name;Function;Category\nÄ1;Über;Back office;Legal\n`);
    expect(report).toMatchObject({ created: 1, problems: { count: 0 } });
  });
  test("Latin-1 is recognised, and refused where UTF-8 is said to be", async () => {
    const latin = Buffer.from("Code,Name,Function,Category\nA1,Über uns,Back office,Legal\n", "latin1");
    const wrong = await bring(latin, { encoding: "utf-8" });
    expect(wrong.problems.first[0]).toMatchObject({ line: 2, reason: expect.stringContaining("UTF-8") });
    expect(await bring(latin)).toMatchObject({ created: 1 });
    expect(
      await db.process.findFirst({ where: { organizationId: actor.organizationId }, select: { name: true } }),
    ).toEqual({ name: "Über uns" });
  });
  test("the wrong delimiter is named", async () => {
    const report = await bring("Code;Name;Function;Category\nA;B;Back office;Legal\n", {
      delimiter: ",",
      mapping: { code: "Code", name: "Name", function: "Function", category: "Category" },
    });
    expect(report.problems.first[0]).toMatchObject({ line: 1, reason: expect.stringContaining("semicolon") });
  });
  test("unknown columns are left out, a mapping by hand is followed", async () => {
    const report = await bring("Nummer;Was;Wo;Art;Farbe\n7;Lohn;Back office;Human resources;rot\n", {
      mapping: { code: "Nummer", name: "Was", function: "Wo", category: "Art" },
    });
    expect(report).toMatchObject({ created: 1, problems: { count: 0 } });
  });
});

test("nobody else's processes are touched or seen", async () => {
  const other = await makeMember(await makeOrganization(), ["operations"]);
  await importProcessFile(other, pieces(`${HEADER}\nA,Theirs,,Back office,Legal\n`), {});
  const refused = await bring(`${HEADER}\nB,Ours,A,Back office,Legal\n`);
  expect(refused.problems.first[0]?.reason).toContain("A");
  expect(await bring(`${HEADER}\nA,Ours,,Back office,Legal\n`)).toMatchObject({ created: 1, updated: 0 });
  const names = await db.process.findMany({ where: { code: "A" }, select: { organizationId: true, name: true } });
  expect(names.find((row) => row.organizationId === other.organizationId)?.name).toBe("Theirs");
});

test("two imports of the same file at once: everything is there exactly once", async () => {
  const rows = Array.from(
    { length: 500 },
    (_, index) => `P${index},Name ${index},${index ? `P${index - 1}` : ""},Back office,Legal`,
  );
  const file = `${HEADER}\n${rows.join("\n")}\n`;
  const reports = await Promise.all([bring(file), bring(file)]);
  expect(reports.map((report) => report.created).sort((a, b) => a - b)).toEqual([0, 500]);
  expect(await count()).toBe(500);
});

test("codes of the sequence go on behind those that came in", async () => {
  await bring(`${HEADER}\nPRC-0041,Here,,Back office,Legal\n`);
  const made = await createProcess(
    actor,
    createProcessSchema.parse({ name: "Next", function: "backOffice", category: "legal" }),
  );
  expect(made).toMatchObject({ ok: true, value: { code: "PRC-0042" } });
});
