import { beforeAll, describe, expect, test } from "vitest";
import { updateChecklistItem } from "@/lib/engagements/exit-mutations";
import { decideGate, passGate, requestGate, withdrawGate } from "@/lib/engagements/gate-mutations";
import { moveStage } from "@/lib/engagements/move-mutations";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeEngagement, makeSetting, meetAssess, putIntoStage, type Setting, versionOf } from "./setting";

let setting: Setting;
beforeAll(async () => {
  setting = await makeSetting();
});

const NOTHING = { waiverReason: "", outcome: null };
const YES = { isApproved: true, reason: "", waiverReason: "" };

function events(id: string, action: string) {
  return db.auditEvent.count({ where: { subjectId: id, action } });
}

describe("the gate out of assess", () => {
  test("is refused with unmet conditions, which are named", async () => {
    const engagement = await makeEngagement(setting);
    const passed = await passGate(setting.executive, engagement, NOTHING);
    expect(passed).toMatchObject({ ok: false, reason: "forbidden" });
    expect(passed.ok ? "" : passed.message).toContain("Every process has a complete suitability assessment");
    const asked = await requestGate(setting.operations, engagement, NOTHING);
    expect(asked).toMatchObject({ ok: false, reason: "invalid", fields: { waiverReason: expect.anything() } });
    expect((await versionOf(engagement.id)).stage).toBe("assess");
    expect(await db.stagePassage.count({ where: { engagementId: engagement.id } })).toBe(0);
  });

  test("is asked for by operations, decided by an executive, and keeps what it showed", async () => {
    const engagement = await makeEngagement(setting);
    await meetAssess(setting, engagement.id);
    const asked = await requestGate(setting.operations, engagement, NOTHING);
    expect(asked).toMatchObject({ ok: true });
    const { version } = await versionOf(engagement.id);
    const other = await decideGate(setting.procurement, { id: engagement.id, version }, YES);
    expect(other).toMatchObject({ ok: false, reason: "forbidden" });
    const decided = await decideGate(setting.executive, { id: engagement.id, version }, YES);
    expect(decided).toMatchObject({ ok: true });
    expect((await versionOf(engagement.id)).stage).toBe("scope");
    const passage = await db.stagePassage.findFirstOrThrow({ where: { engagementId: engagement.id } });
    expect(passage).toMatchObject({ state: "passed", decidedById: setting.executive.memberId, waiverReason: null });
    expect(passage.conditions).toHaveLength(3);
    expect(await events(engagement.id, "gate.pass")).toBe(1);
    const approval = await db.approval.findFirstOrThrow({ where: { subjectId: engagement.id } });
    expect(approval).toMatchObject({ state: "approved", requiredRole: "executive" });
    const told = await db.notification.count({ where: { personId: setting.executive.personId, kind: "approval" } });
    expect(told).toBeGreaterThan(0);
  });

  test("a high risk without a mitigation keeps it shut, at 15 and not at 12", async () => {
    const engagement = await makeEngagement(setting);
    const risk = await db.risk.create({
      data: {
        organizationId: setting.organization.id,
        code: "RSK-9001",
        engagementId: engagement.id,
        category: "security",
        title: "Data leaves the house",
        probability: 3,
        impact: 5,
      },
    });
    const refused = await passGate(setting.executive, engagement, NOTHING);
    expect(refused.ok ? "" : refused.message).toContain("Every risk rated high has a mitigation");
    await db.risk.update({ where: { id: risk.id }, data: { impact: 4 } });
    const less = await passGate(setting.executive, engagement, NOTHING);
    expect(less.ok ? "" : less.message).not.toContain("Every risk rated high");
  });
});

describe("a waiver", () => {
  test("needs a reason, is recorded with the unmet conditions, and is not decided by the one who asked", async () => {
    const both = await makeMember(setting.organization, ["operations", "executive"]);
    const engagement = await makeEngagement(setting);
    const alone = await passGate(both, engagement, { ...NOTHING, waiverReason: "The board wants it now" });
    expect(alone).toMatchObject({ ok: false, reason: "forbidden" });
    const asked = await requestGate(both, engagement, { ...NOTHING, waiverReason: "The board wants it now" });
    expect(asked).toMatchObject({ ok: true });
    const { version } = await versionOf(engagement.id);
    const own = await decideGate(both, { id: engagement.id, version }, YES);
    expect(own).toMatchObject({ ok: false, reason: "forbidden" });
    const decided = await decideGate(setting.executive, { id: engagement.id, version }, YES);
    expect(decided).toMatchObject({ ok: true });
    const passage = await db.stagePassage.findFirstOrThrow({ where: { engagementId: engagement.id } });
    expect(passage).toMatchObject({ state: "passed", waiverReason: "The board wants it now" });
    expect(passage.conditions).toEqual(expect.arrayContaining([expect.objectContaining({ isMet: false })]));
    expect(await events(engagement.id, "gate.waive")).toBe(1);
  });

  test("a rejection needs a reason and leaves the stage", async () => {
    const engagement = await makeEngagement(setting);
    await requestGate(setting.operations, engagement, { ...NOTHING, waiverReason: "Soon" });
    const { version } = await versionOf(engagement.id);
    const silent = await decideGate(setting.executive, { id: engagement.id, version }, { ...YES, isApproved: false });
    expect(silent).toMatchObject({ ok: false });
    const rejected = await decideGate(
      setting.executive,
      { id: engagement.id, version },
      { isApproved: false, reason: "Assess it first", waiverReason: "" },
    );
    expect(rejected).toMatchObject({ ok: true });
    expect((await versionOf(engagement.id)).stage).toBe("assess");
    const passage = await db.stagePassage.findFirstOrThrow({ where: { engagementId: engagement.id } });
    expect(passage).toMatchObject({ state: "rejected", reason: "Assess it first" });
  });

  test("a request can be taken back and made again", async () => {
    const engagement = await makeEngagement(setting);
    await requestGate(setting.operations, engagement, { ...NOTHING, waiverReason: "Soon" });
    const withdrawn = await withdrawGate(setting.operations, { id: engagement.id, version: 2 });
    expect(withdrawn).toMatchObject({ ok: true });
    const again = await requestGate(
      setting.operations,
      { id: engagement.id, version: 3 },
      { ...NOTHING, waiverReason: "Now" },
    );
    expect(again).toMatchObject({ ok: true });
    expect(await db.approval.count({ where: { subjectId: engagement.id, state: "pending" } })).toBe(1);
  });
});

describe("races and two tabs", () => {
  test("of eight requests at once one is made", async () => {
    const engagement = await makeEngagement(setting);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        requestGate(setting.operations, engagement, { ...NOTHING, waiverReason: "At once" }),
      ),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await db.approval.count({ where: { subjectId: engagement.id } })).toBe(1);
    expect(await db.stagePassage.count({ where: { engagementId: engagement.id } })).toBe(1);
    expect((await versionOf(engagement.id)).version).toBe(2);
  });

  test("of two executives who decide at once one does", async () => {
    const second = await makeMember(setting.organization, ["executive"]);
    const engagement = await makeEngagement(setting);
    await requestGate(setting.operations, engagement, { ...NOTHING, waiverReason: "At once" });
    const target = { id: engagement.id, version: 2 };
    const answers = await Promise.all([decideGate(setting.executive, target, YES), decideGate(second, target, YES)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await versionOf(engagement.id)).toEqual({ stage: "scope", version: 3 });
  });

  test("a stale tab is told who changed it", async () => {
    const engagement = await makeEngagement(setting);
    await requestGate(setting.operations, engagement, { ...NOTHING, waiverReason: "First" });
    const stale = await passGate(setting.executive, engagement, NOTHING);
    expect(stale).toMatchObject({
      ok: false,
      reason: "stale",
      current: { by: setting.operations.name, values: { version: "2", stage: "assess" } },
    });
  });

  test("another organization finds nothing", async () => {
    const engagement = await makeEngagement(setting);
    const foreign = await makeMember(await makeOrganization(), ["executive", "operations", "procurement"]);
    for (const answer of [
      await passGate(foreign, engagement, NOTHING),
      await requestGate(foreign, engagement, NOTHING),
      await decideGate(foreign, engagement, YES),
      await withdrawGate(foreign, engagement),
      await moveStage(foreign, engagement, { to: "cancelled", reason: "Not mine" }),
    ]) {
      expect(answer).toMatchObject({ ok: false, reason: "notFound" });
    }
  });
});

describe("ways back and the end", () => {
  test.each([
    ["source", "scope"],
    ["contract", "source"],
    ["operate", "scope"],
  ] as const)("from %s back to %s, with a reason", async (from, to) => {
    const engagement = await makeEngagement(setting);
    const { version } = await putIntoStage(engagement.id, from);
    const moved = await moveStage(setting.procurement, { id: engagement.id, version }, { to, reason: "It failed" });
    expect(moved).toMatchObject({ ok: true });
    expect((await versionOf(engagement.id)).stage).toBe(to);
    const passage = await db.stagePassage.findFirstOrThrow({ where: { engagementId: engagement.id } });
    expect(passage).toMatchObject({ fromStage: from, toStage: to, state: "passed", reason: "It failed" });
  });

  test("no way leads from assess back, from operate to cancelled, or forward without a gate", async () => {
    const engagement = await makeEngagement(setting);
    const forward = await moveStage(setting.operations, engagement, { to: "scope", reason: "Quick" });
    expect(forward).toMatchObject({ ok: false, reason: "state" });
    const { version } = await putIntoStage(engagement.id, "operate");
    const cancelled = await moveStage(
      setting.operations,
      { id: engagement.id, version },
      { to: "cancelled", reason: "Too late" },
    );
    expect(cancelled).toMatchObject({ ok: false, reason: "state" });
  });

  test("cancelling takes an open request back and keeps the reason", async () => {
    const engagement = await makeEngagement(setting);
    await requestGate(setting.operations, engagement, { ...NOTHING, waiverReason: "Soon" });
    const cancelled = await moveStage(
      setting.operations,
      { id: engagement.id, version: 2 },
      { to: "cancelled", reason: "The unit is sold" },
    );
    expect(cancelled).toMatchObject({ ok: true });
    expect(await db.approval.count({ where: { subjectId: engagement.id, state: "pending" } })).toBe(0);
    const found = await db.engagement.findUniqueOrThrow({ where: { id: engagement.id } });
    expect(found).toMatchObject({ stage: "cancelled", closingReason: "The unit is sold" });
  });

  test("operate to exit makes the checklist; closed needs every item and an outcome", async () => {
    const engagement = await makeEngagement(setting);
    const { version } = await putIntoStage(engagement.id, "operate");
    expect(await passGate(setting.operations, { id: engagement.id, version }, NOTHING)).toMatchObject({ ok: true });
    const items = await db.exitChecklistItem.findMany({ where: { engagementId: engagement.id } });
    expect(items.length).toBeGreaterThan(4);
    const target = { id: engagement.id, version: version + 1 };
    const early = await passGate(setting.operations, target, { ...NOTHING, outcome: "switchedVendor" });
    expect(early).toMatchObject({ ok: false, reason: "forbidden" });
    for (const [index, item] of items.entries()) {
      const isWaived = index === 0;
      if (isWaived) {
        const bare = await updateChecklistItem(
          setting.operations,
          { id: item.id, version: 1 },
          { state: "waived", evidence: "", waiverReason: "" },
        );
        expect(bare).toMatchObject({ ok: false, reason: "invalid" });
      }
      const saved = await updateChecklistItem(
        setting.operations,
        { id: item.id, version: 1 },
        isWaived
          ? { state: "waived", evidence: "", waiverReason: "There was never access" }
          : { state: "met", evidence: "Protocol", waiverReason: "" },
      );
      expect(saved).toMatchObject({ ok: true });
    }
    const silent = await passGate(setting.operations, target, NOTHING);
    expect(silent).toMatchObject({ ok: false, reason: "invalid", fields: { outcome: expect.anything() } });
    const closed = await passGate(setting.operations, target, { ...NOTHING, outcome: "switchedVendor" });
    expect(closed).toMatchObject({ ok: true });
    const found = await db.engagement.findUniqueOrThrow({ where: { id: engagement.id } });
    expect(found).toMatchObject({ stage: "closed", outcome: "switchedVendor" });
  });
});
