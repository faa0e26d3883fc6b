import { beforeAll, expect, test } from "vitest";
import { decideCase } from "@/lib/business-cases/decision-mutations";
import { recordMonthlyCharge } from "@/lib/charges/mutations/months";
import { recordNotice } from "@/lib/contracts/mutations/end";
import { refreshHealth } from "@/lib/engagements/health";
import { createActionItem, updateActionItem } from "@/lib/governance/action-mutations";
import { createIssue, updateIssue } from "@/lib/governance/issue-mutations";
import { createSurvey } from "@/lib/governance/survey-mutations";
import { db } from "@/lib/server/database";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { measurementSchema } from "@/lib/service-levels/schema";
import { addTask, removeTask, updateTask } from "@/lib/transitions/mutations/tasks";
import { taskBody } from "@/lib/transitions/schema";
import { amend, doneValue, makeActive, makePlace, type Place, versionOf } from "../../support/contracts";
import { setClock } from "../../support/moved-clock";

// After each change the stored health is the one that would be computed now: nobody forgot to say what happened.

let place: Place;
let contract: Awaited<ReturnType<typeof makeActive>>;
let planId: string;

beforeAll(async () => {
  await setClock("2026-08-03T08:00:00Z");
  place = await makePlace("contract");
  contract = await makeActive(place, { renewal: "tacit", renewalMonths: 12 });
  await db.engagement.update({ where: { id: place.engagementId }, data: { stage: "operate" } });
  const plan = await db.transitionPlan.create({
    data: {
      organizationId: place.organization.id,
      code: "TRN-0001",
      engagementId: place.engagementId,
      name: "To the new desk",
      plannedStart: new Date("2026-01-01"),
      plannedGoLive: new Date("2026-12-01"),
      ownerId: place.procurement.memberId,
    },
  });
  planId = plan.id;
  await db.$transaction((tx) => refreshHealth(tx, place.engagementId));
});

/** 90,000 a year of charges by the vendor, submitted and waiting for an executive. */
async function submitCase(): Promise<{ id: string; version: number }> {
  const { organization, engagementId, procurement } = place;
  const organizationId = organization.id;
  const business = await db.businessCase.create({
    data: {
      organizationId,
      engagementId,
      currency: "EUR",
      firstYear: 2026,
      years: 1,
      discountRate: "8",
      state: "submitted",
      preparedById: procurement.memberId,
    },
    select: { id: true, version: true },
  });
  const option = await db.businessCaseOption.create({
    data: { organizationId, businessCaseId: business.id, position: 1, name: "Outsource", kind: "outsourceNearshore" },
    select: { id: true },
  });
  await db.businessCase.update({ where: { id: business.id }, data: { chosenOptionId: option.id } });
  await db.cashFlowLine.create({
    data: {
      organizationId,
      optionId: option.id,
      position: 1,
      name: "Vendor",
      category: "vendorCharges",
      cashFlows: { create: { year: 2026, amount: "90000" } },
    },
  });
  await db.approval.create({
    data: {
      organizationId,
      kind: "businessCase",
      subjectType: "businessCase",
      subjectId: business.id,
      engagementId,
      summary: "Approve the business case",
      requiredRole: "executive",
      requestedById: procurement.memberId,
    },
  });
  return business;
}

type Signal = { key: string; value: string; state: string };

async function readStored(): Promise<Signal[]> {
  const { healthSignals } = await db.engagement.findUniqueOrThrow({
    where: { id: place.engagementId },
    select: { healthSignals: true },
  });
  return healthSignals as unknown as Signal[];
}

/** The signal as it is stored, which has to be the one that would be computed now. */
async function expectFresh(key: string): Promise<Signal | undefined> {
  const stored = await readStored();
  await db.$transaction((tx) => refreshHealth(tx, place.engagementId));
  expect(stored).toEqual(await readStored());
  return stored.find((signal) => signal.key === key);
}

test("an action that is owed, done, or moved to another day", async () => {
  const action = {
    engagementId: place.engagementId,
    title: "Send the runbook",
    description: "",
    ownerId: place.operations.memberId,
    vendorOwner: "",
    dueDate: "2026-08-02",
    state: "open" as const,
  };
  const made = doneValue(await createActionItem(place.procurement, action));
  expect(await expectFresh("overdueActions")).toMatchObject({ value: "1", state: "amber" });
  const later = doneValue(await updateActionItem(place.procurement, made, { ...action, dueDate: "2026-08-03" }));
  expect(await expectFresh("overdueActions")).toMatchObject({ value: "0", state: "green" });
  doneValue(await updateActionItem(place.procurement, later, { ...action, state: "done" }));
  expect(await expectFresh("overdueActions")).toMatchObject({ value: "0" });
});

test("a severe issue that is opened and closed", async () => {
  const issue = {
    engagementId: place.engagementId,
    title: "Payments run twice",
    description: "",
    severity: "severe" as const,
    state: "open" as const,
    ownerId: null,
    rootCause: "A retry without a key",
    correctiveAction: "Keys",
  };
  const made = doneValue(await createIssue(place.procurement, issue));
  expect((await expectFresh("severeIssues"))?.value).toBe("1");
  doneValue(await updateIssue(place.procurement, made, { ...issue, state: "closed" }));
  expect((await expectFresh("severeIssues"))?.value).toBe("0");
});

test("a survey", async () => {
  const survey = { engagementId: place.engagementId, month: "2026-07", score: "2", responses: 5, comment: "" };
  doneValue(await createSurvey(place.procurement, survey));
  expect(await expectFresh("satisfaction")).toMatchObject({ value: "2 of 5", state: "red" });
});

test("an approved case, and a charge that is compared with it", async () => {
  const input = { chargeLineId: contract.lineId, version: null, delivery: {}, note: "" };
  doneValue(await recordMonthlyCharge(place.finance, { ...input, month: "2026-06" }));
  expect((await expectFresh("budget"))?.value).toBe("no data");
  doneValue(await decideCase(place.executive, await submitCase(), { isApproved: true, reason: "" }));
  // 10,000 against a twelfth of 90,000.
  expect(await expectFresh("budget")).toMatchObject({ value: "33.3 %", state: "red" });
  doneValue(await recordMonthlyCharge(place.finance, { ...input, month: "2026-07" }));
  expect((await expectFresh("budget"))?.value).toBe("33.3 %");
});

test("a figure of a month below minimum", async () => {
  const kpi = await db.kpi.findFirstOrThrow({ where: { contractId: contract.id }, select: { id: true } });
  const rows = [measurementSchema.parse({ month: "2026-07", value: "80" })];
  doneValue(await reportMeasurements(place.operations, kpi.id, rows));
  expect((await expectFresh("belowMinimum"))?.value).toBe("1");
});

test("a task of the transition that is late, done, or taken out", async () => {
  const task = taskBody.parse({
    workstream: "documentation",
    name: "Write it down",
    plannedStart: "2026-07-01",
    plannedEnd: "2026-07-31",
  });
  const made = doneValue(await addTask(place.procurement, planId, task));
  expect((await expectFresh("overdueTasks"))?.value).toBe("1");
  const done = taskBody.parse({
    ...task,
    progress: 100,
    actualStart: "2026-07-01",
    actualEnd: "2026-08-01",
  });
  doneValue(await updateTask(place.procurement, made.id, made.version, done));
  expect((await expectFresh("overdueTasks"))?.value).toBe("0");
  const another = doneValue(await addTask(place.procurement, planId, { ...task, name: "Write it twice" }));
  expect((await expectFresh("overdueTasks"))?.value).toBe("1");
  doneValue(await removeTask(place.procurement, another.id, another.version));
  expect((await expectFresh("overdueTasks"))?.value).toBe("0");
});

test("an amended end and a notice", async () => {
  const before = Number((await expectFresh("renewal"))?.value);
  await amend(place, contract.id, { effectiveFrom: "2026-08-03", changes: { endDate: "2027-02-14" } });
  expect(Number((await expectFresh("renewal"))?.value)).toBe(before + 31);
  const notice = { givenOn: "2026-08-03", givenBy: "client" as const };
  doneValue(await recordNotice(place.executive, contract.id, await versionOf(contract.id), notice));
  expect((await expectFresh("renewal"))?.value).toBe("no data");
});
