import { beforeAll, describe, expect, test } from "vitest";
import { businessCaseList } from "@/lib/business-cases/lists";
import { listMyDecisions } from "@/lib/engagements/approval-queries";
import { requestGate } from "@/lib/engagements/gate-mutations";
import { approvalList, engagementList } from "@/lib/engagements/lists";
import { findMainContract, listMonthlyMoney, listNext, listServiceLevels } from "@/lib/engagements/overview";
import { findStageOutcomes } from "@/lib/engagements/stage-rail";
import { actionItemList, issueList, surveyList } from "@/lib/governance/lists";
import { riskList } from "@/lib/risks/lists";
import { db } from "@/lib/server/database";
import type { ListColumn, ListDefinition } from "@/lib/server/lists/definition";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { makeOrganization } from "../../support/factories";
import { startContract } from "../../support/service-level-factories";
import { makeEngagement, makeSetting, type Setting } from "./setting";

type AnyList = ListDefinition<Record<string, ListColumn>>;
let setting: Setting;
let engagementId: string;

/** An engagement with one contract, one service level, and a month that missed its minimum. */
beforeAll(async () => {
  setting = await makeSetting();
  const organizationId = setting.organization.id;
  engagementId = (await makeEngagement(setting)).id;
  const vendor = await db.vendor.create({
    data: { organizationId, code: "VND-1", legalName: "Northmoor", country: "PL" },
  });
  const contract = await db.contract.create({
    data: {
      organizationId,
      code: "CTR-1",
      engagementId,
      vendorId: vendor.id,
      title: "Invoice entry",
      type: "fixedPrice",
      state: "draft",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      startDate: new Date("2026-01-01"),
      endDate: new Date("2027-12-31"),
      clientNoticeMonths: 6,
      internalLeadDays: 30,
      ownerId: setting.operations.memberId,
      chargeLines: {
        create: [{ organizationId, position: 1, code: "F", name: "Fee", kind: "fixedFee", parameters: {} }],
      },
    },
    select: { id: true, code: true, chargeLines: { select: { id: true } } },
  });
  const of = { organizationId, contractId: contract.id };
  const chargeLineId = contract.chargeLines[0]?.id ?? "";
  await db.monthlyCharge.createMany({
    data: ["2026-09", "2026-10"].map((month) => ({ ...of, chargeLineId, month, amount: "1000" })),
  });
  const kpi = await db.kpi.create({
    data: { ...of, code: "K", name: "Answered in time", unit: "%", direction: "higher", method: "reported" },
  });
  const level = await db.serviceLevel.create({
    data: { ...of, kpiId: kpi.id, expected: "95", minimum: "90", effectiveFrom: "2026-01" },
  });
  await db.periodResult.createMany({
    data: [
      { ...of, serviceLevelId: level.id, month: "2026-09", status: "met", value: "96" },
      { ...of, serviceLevelId: level.id, month: "2026-10", status: "belowMinimum", value: "88.6" },
    ],
  });
  const period = await db.measurementPeriod.create({ data: { ...of, month: "2026-10", state: "reported" } });
  const credit = {
    ...of,
    periodId: period.id,
    month: "2026-10",
    sourceMonth: "2026-10",
    currency: "EUR",
    derivation: {},
  };
  await db.creditEntry.createMany({
    data: [
      { ...credit, periodVersion: 1, kind: "credit", serviceLevelId: level.id, amount: "50", state: "agreed" },
      { ...credit, periodVersion: 1, kind: "points", amount: "7", state: "calculated" },
    ],
  });
  await startContract(setting.operations, { ...contract, vendorId: vendor.id });
});

describe("the overview of an engagement", () => {
  test("adds charges by month and only credits that are agreed", async () => {
    const months = await listMonthlyMoney(setting.organization.id, engagementId);
    expect(months.map(({ month, credits }) => [month, Number(credits)])).toEqual([
      ["2026-09", 0],
      ["2026-10", 50],
    ]);
    expect(months.map(({ charges }) => Number(charges))).toEqual([1000, 1000]);
  });

  test("shows the last value of each service level with its history", async () => {
    const [level] = await listServiceLevels(setting.organization.id, engagementId);
    expect(level).toMatchObject({ value: "88.6", status: "belowMinimum", month: "2026-10", expected: "95" });
    expect(level?.history).toEqual([
      { month: "2026-09", value: "96" },
      { month: "2026-10", value: "88.6" },
    ]);
  });

  test("reads the rail, the contract's last safe decision and what comes next", async () => {
    const outcomes = await findStageOutcomes(setting.organization.id, engagementId);
    expect(outcomes).toMatchObject({ contractCode: "CTR-1", vendors: "Northmoor", contracts: 1, serviceLevels: 1 });
    expect(outcomes).toMatchObject({ startMonth: "2026-01", endMonth: "2027-12" });
    const contract = await findMainContract(setting.organization.id, engagementId, "2026-11-22");
    // 31 December less 6 months is 30 June; less 30 days 31 May.
    expect(contract).toMatchObject({ decideBy: "2027-05-31", endDate: "2027-12-31" });
    const next = await listNext(setting.organization.id, engagementId, { locale: "en-GB" });
    expect(next).toMatchObject([{ text: "Verify", month: "2026-10" }]);
  });

  test("gives another organization nothing", async () => {
    const elsewhere = await makeOrganization();
    expect(await listMonthlyMoney(elsewhere.id, engagementId)).toEqual([]);
    expect(await listServiceLevels(elsewhere.id, engagementId)).toEqual([]);
    expect(await listNext(elsewhere.id, engagementId, { locale: "en-GB" })).toEqual([]);
    expect(await findMainContract(elsewhere.id, engagementId, "2026-11-22")).toBeNull();
    await expect(findStageOutcomes(elsewhere.id, engagementId)).rejects.toThrow();
  });
});

test("a decision waits for those who can take it, not for the one who asked", async () => {
  const engagement = await makeEngagement(setting);
  const asked = await requestGate(setting.operations, engagement, { waiverReason: "Soon", outcome: null });
  expect(asked).toMatchObject({ ok: true });
  const waiting = await listMyDecisions(setting.executive);
  expect(waiting.map((one) => one.subjectId)).toContain(engagement.id);
  expect(await listMyDecisions(setting.operations)).toEqual([]);
  expect(await listMyDecisions(setting.procurement)).toEqual([]);
});

const lists = [engagementList, approvalList, riskList, businessCaseList, actionItemList, issueList, surveyList].map(
  (list) => list as unknown as AnyList,
);

test.each(lists.map((list) => [list.name, list] as const))("%s answers every sort and filter", async (_, list) => {
  const sorts = Object.keys(list.columns).filter((key) => list.columns[key]?.sortable);
  for (const sort of sorts.flatMap((key) => [key, `-${key}`])) {
    const { request, problems } = parseListRequest(list, { sort, q: "a" });
    expect(problems).toEqual([]);
    await readList(list, setting.organization.id, request);
  }
  for (const [name, filter] of Object.entries(list.filters)) {
    const values = filter.values?.map((one) => one.value) ?? [filter.shape === "uuid" ? engagementId : "1x1"];
    for (const value of values) {
      const { request, problems } = parseListRequest(list, { [name]: value });
      expect(problems).toEqual([]);
      await readList(list, setting.organization.id, request);
    }
  }
});
