import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { restoreProcess, retireProcess, splitProcess } from "@/lib/processes/lifecycle";
import { changeManyProcesses, createProcess, updateProcess } from "@/lib/processes/mutations";
import { findProcess } from "@/lib/processes/queries";
import { createProcessSchema, patchProcessSchema, updateProcessSchema } from "@/lib/processes/schema";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "@/tests/support/factories";

let actor: MemberActor;
let stranger: MemberActor;

beforeAll(async () => {
  actor = await makeMember(await makeOrganization(), ["operations"]);
  stranger = await makeMember(await makeOrganization(), ["operations"]);
});

function input(values: Record<string, unknown>) {
  return createProcessSchema.parse({ function: "backOffice", category: "legal", ...values });
}

async function make(values: Record<string, unknown>, by = actor) {
  const made = await createProcess(by, input(values));
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

describe("creating", () => {
  test("keeps every field and writes its audit event", async () => {
    const made = await make({
      code: "FIN-AP",
      name: "Accounts payable",
      description: "Invoices in,\r\nmoney out",
      businessUnit: "Finance",
      ownerId: actor.memberId,
      isCore: false,
      isCritical: true,
      volumePerMonth: "4200",
      volumeUnit: "invoices",
      fullTimeEquivalents: "12.5",
      costPerYear: "640000.50",
      complexity: 3,
      documentation: 2,
      skills: "Bookkeeping, German",
      systems: ["SAP"],
      dataCategories: ["payment", "personal"],
      regulations: [],
      baseline: [{ name: "Cost per invoice", value: "4.20", unit: "EUR" }],
    });
    expect(made).toMatchObject({
      code: "FIN-AP",
      description: "Invoices in,\nmoney out",
      owner: { id: actor.memberId, name: actor.name },
      volumePerMonth: "4200",
      fullTimeEquivalents: "12.5",
      costPerYear: "640000.5",
      skills: ["Bookkeeping", "German"],
      dataCategories: ["payment", "personal"],
      baseline: [{ name: "Cost per invoice", value: "4.20", unit: "EUR" }],
      state: "active",
      version: 1,
    });
    const event = await db.auditEvent.findFirst({ where: { subjectId: made.id } });
    expect(event?.action).toBe("process.create");
    expect(event?.actorId).toBe(actor.memberId);
  });

  test("gives the next free code and passes over one that was taken by hand", async () => {
    const first = await make({ name: "One" });
    const number = Number(first.code.slice(4));
    await make({ name: "By hand", code: `PRC-${String(number + 1).padStart(4, "0")}` });
    const next = await make({ name: "Two" });
    expect(next.code).toBe(`PRC-${String(number + 2).padStart(4, "0")}`);
  });

  test("refuses a code that is taken, at its field", async () => {
    await make({ name: "First", code: "DOUBLE" });
    const second = await createProcess(actor, input({ name: "Second", code: "DOUBLE" }));
    expect(second).toMatchObject({
      ok: false,
      reason: "invalid",
      fields: { code: [expect.stringContaining("DOUBLE")] },
    });
  });

  test("the same code in another organization is another process", async () => {
    await make({ name: "Ours", code: "SHARED" });
    expect((await make({ name: "Theirs", code: "SHARED" }, stranger)).name).toBe("Theirs");
  });

  test("an owner of another organization is refused", async () => {
    const refused = await createProcess(actor, input({ name: "X", ownerId: stranger.memberId }));
    expect(refused).toMatchObject({ ok: false, fields: { ownerId: [expect.any(String)] } });
  });

  test("a parent of another organization does not exist", async () => {
    await make({ name: "Theirs", code: "FOREIGN" }, stranger);
    const refused = await createProcess(actor, input({ name: "X", parentCode: "FOREIGN" }));
    expect(refused).toMatchObject({ ok: false, fields: { parentCode: [expect.stringContaining("FOREIGN")] } });
  });
});

describe("changing", () => {
  test("a stale version shows what stands there now and who wrote it", async () => {
    const made = await make({ name: "Before" });
    await updateProcess(actor, made.id, 1, { name: "Theirs" });
    const late = await updateProcess(actor, made.id, 1, { name: "Mine" });
    expect(late).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: actor.name, values: { name: "Theirs", version: "2" } },
    });
    expect((await findProcess(actor.organizationId, made.id))?.name).toBe("Theirs");
  });

  test("of many at the same time exactly one wins, with one audit event", async () => {
    const made = await make({ name: "Raced" });
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, index) => updateProcess(actor, made.id, 1, { name: `Try ${index}` })),
    );
    expect(tries.filter((each) => each.ok)).toHaveLength(1);
    const events = await db.auditEvent.count({ where: { subjectId: made.id, action: "process.update" } });
    expect(events).toBe(1);
  });

  test("what a patch leaves out stays", async () => {
    const made = await make({ name: "Patched", costPerYear: "100", complexity: 4, skills: ["A"] });
    const patch = patchProcessSchema.parse({ isCore: true });
    expect(Object.keys(patch)).toEqual(["isCore"]);
    const saved = await updateProcess(actor, made.id, 1, { isCore: true });
    expect(saved).toMatchObject({
      ok: true,
      value: { costPerYear: "100", complexity: 4, skills: ["A"], isCore: true },
    });
  });

  test("another organization's process does not exist", async () => {
    const made = await make({ name: "Ours" });
    const results = await Promise.all([
      updateProcess(stranger, made.id, 1, { name: "Theirs" }),
      retireProcess(stranger, made.id, 1),
      restoreProcess(stranger, made.id, 1),
      splitProcess(stranger, made.id, 1, [
        { code: null, name: "A", fullTimeEquivalents: null, costPerYear: null, isCore: false },
      ]),
      changeManyProcesses(stranger, { ids: [made.id], ownerId: null, category: "sales", businessUnit: "" }),
    ]);
    for (const result of results) expect(result).toMatchObject({ ok: false, reason: "notFound" });
    expect(await findProcess(stranger.organizationId, made.id)).toBeNull();
    expect(await findProcess(actor.organizationId, made.id)).toMatchObject({ name: "Ours", version: 1 });
  });

  test("many at once: all or none, each with its event", async () => {
    const one = await make({ name: "One of many" });
    const two = await make({ name: "Two of many" });
    const foreign = await make({ name: "Foreign" }, stranger);
    const change = { ownerId: actor.memberId, category: null, businessUnit: "Shared services" };
    const refused = await changeManyProcesses(actor, { ids: [one.id, foreign.id], ...change });
    expect(refused).toMatchObject({ ok: false, reason: "notFound" });
    expect((await findProcess(actor.organizationId, one.id))?.businessUnit).toBe("");
    const saved = await changeManyProcesses(actor, { ids: [one.id, two.id, two.id], ...change });
    expect(saved).toMatchObject({ ok: true, value: { changed: 2 } });
    expect(await findProcess(actor.organizationId, two.id)).toMatchObject({
      businessUnit: "Shared services",
      category: "legal",
      version: 2,
    });
    expect(await db.auditEvent.count({ where: { subjectId: two.id, action: "process.update" } })).toBe(1);
  });
});

describe("what a form may send", () => {
  const whole = {
    id: "0199d9f0-0000-7000-8000-000000000000",
    version: "1",
    code: "A",
    name: "A",
    function: "backOffice",
    category: "legal",
  };
  test.each([
    ["an unknown field", { surprise: 1 }],
    ["no name", { name: " " }],
    ["a name that is too long", { name: "x".repeat(201) }],
    ["a function that there is not", { function: "middleOffice" }],
    ["a negative cost", { costPerYear: "-1" }],
    ["a cost with an exponent", { costPerYear: "1e9" }],
    ["more digits than the column has", { volumePerMonth: "123456789012345" }],
    ["more decimals than the column has", { costPerYear: "1.00001" }],
    ["a grade above 5", { complexity: "6" }],
    ["a comma inside a word of a list", { skills: ["a,b"] }],
    ["a figure whose name would not come back from a file", { baseline: [{ name: "a=b", value: "1", unit: "" }] }],
    ["a code that is a formula", { code: "=1+1" }],
  ])("%s is refused", (_, values) => {
    expect(updateProcessSchema.safeParse({ ...whole, ...values }).success).toBe(false);
  });
  test("the rest is accepted, and empty rows of figures are dropped", () => {
    const parsed = updateProcessSchema.parse({ ...whole, baseline: [{ name: null, value: null, unit: null }] });
    expect(parsed.baseline).toEqual([]);
  });
});
