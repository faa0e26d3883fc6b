import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { restoreProcess, retireProcess, splitProcess } from "@/lib/processes/lifecycle";
import { createProcess, updateProcess } from "@/lib/processes/mutations";
import { findProcess, listAncestors, listTreeLevel } from "@/lib/processes/queries";
import { createProcessSchema } from "@/lib/processes/schema";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "@/tests/support/factories";

let actor: MemberActor;
beforeEach(async () => {
  actor = await makeMember(await makeOrganization(), ["operations"]);
});

async function make(code: string, parentCode: string | null = null) {
  const input = createProcessSchema.parse({
    code,
    name: `Process ${code}`,
    parentCode,
    function: "backOffice",
    category: "legal",
  });
  const made = await createProcess(actor, input);
  if (!made.ok) throw new Error(made.message);
  return made.value;
}

const activity = (name: string) => ({ code: null, name, fullTimeEquivalents: "2", costPerYear: null, isCore: false });

describe("moving", () => {
  test("under another parent, back to the top, and what stands above is listed from the top", async () => {
    await make("A");
    await make("B", "A");
    const c = await make("C", "B");
    expect((await listAncestors(actor.organizationId, c.id)).map((each) => each.code)).toEqual(["A", "B"]);
    const moved = await updateProcess(actor, c.id, 1, { parentCode: null });
    expect(moved).toMatchObject({ ok: true, value: { parent: null, version: 2 } });
    const event = await db.auditEvent.findFirst({ where: { subjectId: c.id, action: "process.move" } });
    expect(event?.before).toContain("B");
  });

  test.each([
    ["under itself", "A", "A"],
    ["under its activity", "A", "B"],
    ["under an activity of its activity", "A", "C"],
  ])("%s is refused and changes nothing", async (_, code, parentCode) => {
    const all = { A: await make("A"), B: await make("B", "A"), C: await make("C", "B") };
    const refused = await updateProcess(actor, all[code as "A"].id, 1, { parentCode, name: "Renamed" });
    expect(refused).toMatchObject({ ok: false, reason: "invalid", fields: { parentCode: [expect.any(String)] } });
    expect(await findProcess(actor.organizationId, all.A.id)).toMatchObject({
      name: "Process A",
      parent: null,
      version: 1,
    });
  });

  test("two moves that together would close a circle: one of them is refused", async () => {
    for (let round = 0; round < 6; round += 1) {
      const a = await make(`A${round}`);
      const b = await make(`B${round}`);
      const moves = await Promise.all([
        updateProcess(actor, a.id, 1, { parentCode: b.code }),
        updateProcess(actor, b.id, 1, { parentCode: a.code }),
      ]);
      expect(moves.filter((each) => each.ok)).toHaveLength(1);
    }
  });

  test("a retired process takes no activities", async () => {
    const a = await make("A");
    const b = await make("B");
    await retireProcess(actor, a.id, 1);
    expect(await updateProcess(actor, b.id, 1, { parentCode: "A" })).toMatchObject({
      ok: false,
      fields: { parentCode: [expect.stringContaining("retired")] },
    });
  });
});

describe("splitting", () => {
  test("makes activities that take over category, owner and place; a second click does nothing", async () => {
    const a = await make("A");
    const clicks = await Promise.all([
      splitProcess(actor, a.id, 1, [activity("Receive"), activity("Pay")]),
      splitProcess(actor, a.id, 1, [activity("Receive"), activity("Pay")]),
    ]);
    expect(clicks.filter((each) => each.ok)).toHaveLength(1);
    const level = await listTreeLevel(actor.organizationId, a.id);
    expect(level.nodes.map((node) => [node.code, node.name, node.fullTimeEquivalents, node.category])).toEqual([
      ["A.1", "Receive", "2", "legal"],
      ["A.2", "Pay", "2", "legal"],
    ]);
    const again = await splitProcess(actor, a.id, 2, [activity("Archive")]);
    expect(again.ok).toBe(true);
    expect((await listTreeLevel(actor.organizationId, a.id)).nodes.map((node) => node.code)).toEqual([
      "A.1",
      "A.2",
      "A.3",
    ]);
  });

  test("a code that is taken makes none of them", async () => {
    const a = await make("A");
    await make("TAKEN");
    const refused = await splitProcess(actor, a.id, 1, [activity("Receive"), { ...activity("Pay"), code: "TAKEN" }]);
    expect(refused).toMatchObject({ ok: false, reason: "invalid" });
    expect((await listTreeLevel(actor.organizationId, a.id)).nodes).toEqual([]);
  });
});

describe("retiring", () => {
  test("not while activities are active, nor while an engagement carries it", async () => {
    const a = await make("A");
    const b = await make("B", "A");
    expect(await retireProcess(actor, a.id, 1)).toMatchObject({
      ok: false,
      message: expect.stringContaining("1 active activity"),
    });
    const engagement = await db.engagement.create({
      data: {
        organizationId: actor.organizationId,
        code: "ENG-0001",
        name: "Hand over",
        currency: "EUR",
        ownerId: actor.memberId,
        engagementProcesses: { create: { processId: b.id } },
      },
      select: { id: true },
    });
    expect(await retireProcess(actor, b.id, 1)).toMatchObject({
      ok: false,
      message: expect.stringContaining("ENG-0001"),
    });
    await db.engagement.update({ where: { id: engagement.id }, data: { stage: "closed" } });
    expect(await retireProcess(actor, b.id, 1)).toMatchObject({ ok: true, value: { state: "retired", version: 2 } });
    expect(await retireProcess(actor, b.id, 2)).toMatchObject({ ok: false, reason: "state" });
  });

  test("an activity comes back only under a parent that is in use", async () => {
    const a = await make("A");
    const b = await make("B", "A");
    await retireProcess(actor, b.id, 1);
    await retireProcess(actor, a.id, 1);
    expect(await restoreProcess(actor, b.id, 2)).toMatchObject({
      ok: false,
      message: expect.stringContaining("retired"),
    });
    expect((await restoreProcess(actor, a.id, 2)).ok).toBe(true);
    expect((await restoreProcess(actor, b.id, 2)).ok).toBe(true);
  });
});

test("a level of the tree comes page by page, in the order of codes", async () => {
  const rows = Array.from({ length: 130 }, (_, index) => ({
    organizationId: actor.organizationId,
    code: `P-${String(index).padStart(3, "0")}`,
    name: `P ${index}`,
    function: "backOffice" as const,
    category: "legal" as const,
  }));
  await db.process.createMany({ data: rows });
  const first = await listTreeLevel(actor.organizationId, null);
  const second = await listTreeLevel(actor.organizationId, null, first.after);
  expect([first.nodes.length, second.nodes.length, second.after]).toEqual([100, 30, null]);
  expect([...first.nodes, ...second.nodes].map((node) => node.code)).toEqual(rows.map((row) => row.code));
});
