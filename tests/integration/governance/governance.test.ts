import { beforeAll, expect, test } from "vitest";
import { createActionItem, updateActionItem } from "@/lib/governance/action-mutations";
import { createIssue, updateIssue } from "@/lib/governance/issue-mutations";
import { findActionItem, findIssue } from "@/lib/governance/queries";
import { createSurvey } from "@/lib/governance/survey-mutations";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeEngagement, makeSetting, type Setting } from "../engagements/setting";

let setting: Setting;
beforeAll(async () => {
  setting = await makeSetting();
});

function actionOf(engagementId: string) {
  return {
    engagementId,
    title: "Find the root cause",
    description: "",
    ownerId: setting.operations.memberId,
    vendorOwner: "",
    dueDate: "2020-01-31",
    state: "open" as const,
  };
}

function issueOf(engagementId: string) {
  return {
    engagementId,
    title: "Payments run twice",
    description: "",
    severity: "severe" as const,
    state: "open" as const,
    ownerId: null,
    rootCause: "",
    correctiveAction: "",
  };
}

test("an overdue action turns the engagement amber, done turns it back, and a stale tab is told", async () => {
  const engagement = await makeEngagement(setting);
  const health = () => db.engagement.findUniqueOrThrow({ where: { id: engagement.id }, select: { health: true } });
  const made = await createActionItem(setting.operations, actionOf(engagement.id));
  if (!made.ok) throw new Error(made.message);
  expect(await health()).toEqual({ health: "amber" });
  const done = { ...actionOf(engagement.id), state: "done" as const };
  expect(await updateActionItem(setting.operations, made.value, done)).toMatchObject({ ok: true });
  expect(await health()).toEqual({ health: "green" });
  expect(await findActionItem(setting.organization.id, made.value.id)).toMatchObject({ doneOn: expect.any(String) });
  expect(await updateActionItem(setting.operations, made.value, done)).toMatchObject({ reason: "stale" });
});

test("an issue is closed with its cause and what was changed, not before", async () => {
  const engagement = await makeEngagement(setting);
  const made = await createIssue(setting.operations, issueOf(engagement.id));
  if (!made.ok) throw new Error(made.message);
  const bare = { ...issueOf(engagement.id), state: "closed" as const };
  expect(await updateIssue(setting.operations, made.value, bare)).toMatchObject({
    fields: { rootCause: expect.anything() },
  });
  const whole = { ...bare, rootCause: "A retry without a key", correctiveAction: "Keys" };
  expect(await updateIssue(setting.operations, made.value, whole)).toMatchObject({ ok: true });
  expect(await findIssue(setting.organization.id, made.value.id)).toMatchObject({
    state: "closed",
    resolvedAt: expect.any(String),
  });
});

test("a month has one survey, and nothing crosses to another organization", async () => {
  const engagement = await makeEngagement(setting);
  const survey = { engagementId: engagement.id, month: "2026-10", score: "4.2", responses: 31, comment: "" };
  expect(await createSurvey(setting.operations, survey)).toMatchObject({ ok: true });
  expect(await createSurvey(setting.operations, survey)).toMatchObject({ ok: false, reason: "state" });
  const stranger = await makeMember(await makeOrganization(), ["operations"]);
  for (const refused of [
    await createSurvey(stranger, { ...survey, month: "2026-11" }),
    await createIssue(stranger, issueOf(engagement.id)),
    await createActionItem(stranger, { ...actionOf(engagement.id), ownerId: null }),
  ]) {
    expect(refused).toMatchObject({ ok: false, fields: { engagementId: expect.anything() } });
  }
});
