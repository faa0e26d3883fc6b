import { beforeAll, describe, expect, test } from "vitest";
import { addComment, listComments } from "@/lib/engagements/comments";
import { refreshHealth } from "@/lib/engagements/health";
import { engagementList } from "@/lib/engagements/lists";
import { createEngagement, updateEngagement } from "@/lib/engagements/mutations";
import { createObjective, removeObjective, updateObjective } from "@/lib/engagements/objective-mutations";
import { findEngagement, listObjectives } from "@/lib/engagements/queries";
import { db } from "@/lib/server/database";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { makeMember, makeOrganization, makeProcess } from "../../support/factories";
import { makeEngagement, makeSetting, type Setting } from "./setting";

let setting: Setting;
beforeAll(async () => {
  setting = await makeSetting();
});

const OBJECTIVE = {
  kind: "costReduction",
  name: "Cost per invoice",
  unit: "EUR",
  direction: "lower",
  baseline: "4.20",
  target: "3.00",
  dueDate: "2027-06-30",
} as const;

function inputOf(values: Partial<Parameters<typeof updateEngagement>[2]> = {}) {
  return {
    name: "Invoice entry",
    summary: "",
    ownerId: setting.operations.memberId,
    currency: "EUR",
    estimatedYearlyValue: null,
    processIds: [setting.process.id],
    ...values,
  };
}

describe("an engagement", () => {
  test("is made with its processes and first objectives, and one audit event", async () => {
    const made = await createEngagement(setting.procurement, { ...inputOf(), objectives: [OBJECTIVE] });
    if (!made.ok) throw new Error(made.message);
    expect(made.value.code).toMatch(/^ENG-\d{4}$/);
    const found = await findEngagement(setting.organization.id, made.value.id);
    expect(found).toMatchObject({ stage: "assess", health: "grey", processes: [{ id: setting.process.id }] });
    const objectives = await listObjectives(setting.organization.id, made.value.id);
    expect(objectives).toMatchObject([{ kind: "costReduction", baseline: "4.2", target: "3", dueDate: "2027-06-30" }]);
    expect(await db.auditEvent.count({ where: { subjectId: made.value.id } })).toBe(1);
  });

  test("takes no owner, process or objective from another organization", async () => {
    const elsewhere = await makeOrganization();
    const stranger = await makeMember(elsewhere, ["operations"]);
    const theirs = await makeProcess(elsewhere);
    const owned = await createEngagement(setting.operations, {
      ...inputOf({ ownerId: stranger.memberId }),
      objectives: [],
    });
    expect(owned).toMatchObject({ ok: false, fields: { ownerId: expect.anything() } });
    const linked = await createEngagement(setting.operations, {
      ...inputOf({ processIds: [theirs.id] }),
      objectives: [],
    });
    expect(linked).toMatchObject({ ok: false, fields: { processIds: expect.anything() } });
    const engagement = await makeEngagement(setting);
    expect(await findEngagement(elsewhere.id, engagement.id)).toBeNull();
    const changed = await updateEngagement(stranger, engagement, inputOf({ ownerId: stranger.memberId }));
    expect(changed).toMatchObject({ ok: false, reason: "notFound" });
    expect(await createObjective(stranger, engagement.id, OBJECTIVE)).toMatchObject({ ok: false, reason: "notFound" });
    expect(
      await addComment(stranger, { subjectType: "engagement", subjectId: engagement.id, body: "Hello" }),
    ).toMatchObject({ ok: false, reason: "notFound" });
  });

  test("saved in two tabs: the second one sees what stands there now", async () => {
    const engagement = await makeEngagement(setting);
    const first = await updateEngagement(setting.procurement, engagement, inputOf({ name: "Invoices, all countries" }));
    expect(first).toMatchObject({ ok: true });
    const second = await updateEngagement(setting.operations, engagement, inputOf({ name: "Invoices" }));
    expect(second).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: setting.procurement.name, values: { name: "Invoices, all countries", version: "2" } },
    });
    expect(await findEngagement(setting.organization.id, engagement.id)).toMatchObject({
      name: "Invoices, all countries",
    });
  });

  test("is found in the list by name, stage and owner, only in its organization", async () => {
    const engagement = await makeEngagement(setting);
    const { request } = parseListRequest(engagementList as never, { q: "invoice", stage: "assess", sort: "name" });
    const own = await readList(engagementList, setting.organization.id, request);
    expect(own.rows.map((row) => row.id)).toContain(engagement.id);
    const elsewhere = await makeOrganization();
    expect((await readList(engagementList, elsewhere.id, request)).rows).toEqual([]);
  });

  test("keeps comments, newest first", async () => {
    const engagement = await makeEngagement(setting);
    for (const body of ["First", "Second"]) {
      await addComment(setting.operations, { subjectType: "engagement", subjectId: engagement.id, body });
    }
    const comments = await listComments(setting.organization.id, "engagement", engagement.id);
    expect(comments.map((comment) => comment.body)).toEqual(["Second", "First"]);
  });
});

describe("an objective", () => {
  test("is changed with its realised value, needs its day, and refuses a stale version", async () => {
    const engagement = await makeEngagement(setting);
    const made = await createObjective(setting.operations, engagement.id, OBJECTIVE);
    if (!made.ok) throw new Error(made.message);
    const input = { ...OBJECTIVE, realised: "3.10", realisedOn: null };
    expect(await updateObjective(setting.operations, made.value, input)).toMatchObject({
      ok: false,
      fields: { realisedOn: expect.anything() },
    });
    const saved = await updateObjective(setting.operations, made.value, { ...input, realisedOn: "2027-01-31" });
    expect(saved).toMatchObject({ ok: true });
    const stale = await updateObjective(setting.procurement, made.value, { ...input, realisedOn: "2027-01-31" });
    expect(stale).toMatchObject({ ok: false, reason: "stale", current: { values: { realised: "3.1" } } });
    expect(await removeObjective(setting.operations, made.value)).toMatchObject({ ok: false, reason: "stale" });
    const removed = await removeObjective(setting.operations, { id: made.value.id, version: 2 });
    expect(removed).toMatchObject({ ok: true });
  });
});

describe("health", () => {
  test("is grey without data, and red with an issue too many, in words", async () => {
    const engagement = await makeEngagement(setting);
    const organizationId = setting.organization.id;
    expect(await db.$transaction((tx) => refreshHealth(tx, engagement.id))).toBe("grey");
    await db.actionItem.create({
      data: { organizationId, engagementId: engagement.id, title: "Late", dueDate: new Date("2020-01-01") },
    });
    expect(await db.$transaction((tx) => refreshHealth(tx, engagement.id))).toBe("amber");
    await db.issue.createMany({
      data: [1, 2, 3].map((number) => ({
        organizationId,
        engagementId: engagement.id,
        code: `ISS-${engagement.id.slice(-6)}${number}`,
        title: "Down",
        severity: "severe" as const,
      })),
    });
    expect(await db.$transaction((tx) => refreshHealth(tx, engagement.id))).toBe("red");
    const found = await findEngagement(setting.organization.id, engagement.id);
    expect(found).toMatchObject({ health: "red", healthReason: "3 severe issues are open", version: 1 });
    expect(found?.healthSignals.find((signal) => signal.key === "overdueActions")).toMatchObject({ state: "amber" });
  });
});
