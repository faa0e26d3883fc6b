import { beforeEach, describe, expect, test } from "vitest";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { hasRight, roles } from "@/lib/access/rights";
import { chargeEvents } from "@/lib/charges/events";
import { change } from "@/lib/server/change";
import { db } from "@/lib/server/database";
import { moveCredit } from "@/lib/service-levels/mutations/credits";
import { decideExclusion, requestExclusion } from "@/lib/service-levels/mutations/exclusions";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { disputePeriod, reportPeriod, verifyPeriod } from "@/lib/service-levels/mutations/periods";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { lockPeriod } from "@/lib/service-levels/mutations/sign-period";
import { findPeriod } from "@/lib/service-levels/queries/period";
import { findKpi, findServiceLevel } from "@/lib/service-levels/queries/records";
import { measurementSchema, serviceLevelSchema } from "@/lib/service-levels/schema";
import { done } from "@/lib/shared/outcome";
import { type Closers, lockMonth, makeClosers, nameSheet, verifyMonth } from "../../support/closing";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeContact, makeServiceContract, setCharges } from "../../support/service-level-factories";

const MONTHS = ["2026-01", "2026-02", "2026-03"];
const POOL = {
  type: "pool" as const,
  poolPercent: "50",
  allocationPercent: "40",
  multipliers: ["1", "1.5"],
  expectedMisses: 4,
};

let actor: MemberActor;
let contact: VendorActor;
let closers: Closers;
let contract: Awaited<ReturnType<typeof makeServiceContract>>;
let kpiId: string;
let levelId: string;

beforeEach(async () => {
  actor = await makeMember(await makeOrganization(), ["operations"]);
  contract = await makeServiceContract(actor);
  contact = await makeContact(actor, contract);
  closers = await makeClosers(actor, contact);
  await setCharges(actor, contract, MONTHS, "100000");
  const kpi = await createKpi(actor, {
    contractId: contract.id,
    code: "KPI-1",
    name: "Resolved in time",
    description: "",
    unit: "%",
    direction: "higher",
    decimals: null,
    method: "ratio",
    caseLogId: null,
    definition: null,
  });
  if (!kpi.ok) throw new Error(kpi.message);
  kpiId = kpi.value.id;
  const level = await addServiceLevel(
    actor,
    serviceLevelSchema.parse({
      kpiId,
      class: "critical",
      category: "Resolution",
      expected: "95",
      minimum: "90",
      scheme: POOL,
      effectiveFrom: "2026-01",
      clause: "Schedule 4.2",
    }),
  );
  if (!level.ok) throw new Error(level.message);
  levelId = level.value.id;
});

const report = (month: string, numerator: string, note = "") =>
  reportMeasurements(actor, kpiId, [measurementSchema.parse({ month, numerator, denominator: "100", note })]);

async function periodOf(month: string) {
  const period = await findPeriod({ organizationId: actor.organizationId }, { contractId: contract.id, month });
  if (!period) throw new Error(`There is no ${month}.`);
  return period;
}

const named = async (month: string) => {
  const { id, version } = await periodOf(month);
  return { id, version };
};

const lock = (month: string) => lockMonth(closers, contract.id, month);
const verify = (month: string) => verifyMonth(closers, contract.id, month);
const sheet = (month: string) => nameSheet(contract.id, month, "A name");

describe("a pool credit", () => {
  test("comes to 2,000.00, the second in a row to one and a half times that, with its steps", async () => {
    await report("2026-01", "88");
    await report("2026-02", "89");
    const [first, second] = [await periodOf("2026-01"), await periodOf("2026-02")];
    expect([first.creditTotal, second.creditTotal]).toEqual(["2000", "3000"]);
    expect(first.results[0]).toMatchObject({ status: "belowMinimum", value: "88", credit: "2000", multiplier: "1" });
    expect(second.results[0]?.steps).toContainEqual({
      label: "× second month in a row 1.5",
      value: "3000.00 EUR",
    });
  });

  test.each([
    ["90", "belowExpected", "0"],
    ["95", "met", "0"],
    ["89.99", "belowMinimum", "2000"],
  ])("at %s of 100", async (value, status, credit) => {
    await report("2026-01", value);
    expect((await periodOf("2026-01")).results[0]).toMatchObject({ status, credit });
  });

  test("is posted with its working when the month is verified, and goes its way once the month is locked", async () => {
    await report("2026-01", "88");
    await verify("2026-01");
    const entries = await db.creditEntry.findMany({ where: { contractId: contract.id } });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ kind: "credit", month: "2026-01", sourceMonth: "2026-01", periodVersion: 1 });
    expect(entries[0]?.amount.toFixed()).toBe("2000");
    expect(entries[0]?.derivation).toMatchObject({
      steps: expect.arrayContaining([{ label: "Charges", value: "100000.00 EUR" }]),
    });
    const move = async (verb: "agree" | "apply", version: number) =>
      moveCredit(actor, { id: entries[0]?.id ?? "", version }, verb);
    expect(await move("agree", 1)).toMatchObject({ ok: false, reason: "state" });
    await lock("2026-01");
    expect(await move("apply", 1)).toMatchObject({ ok: false, reason: "state" });
    expect((await move("agree", 1)).ok).toBe(true);
    expect(await move("apply", 1)).toMatchObject({ ok: false, reason: "stale" });
    expect((await move("apply", 2)).ok).toBe(true);
  });
});

describe("states", () => {
  test("go forward only in order", async () => {
    await report("2026-01", "96");
    const hash = "0".repeat(64);
    const toLock = async () => ({ ...(await named("2026-01")), contentHash: hash, signedName: "A name" });
    expect(await verifyPeriod(closers.verifier, await named("2026-01"))).toMatchObject({ ok: false, reason: "state" });
    expect(await lockPeriod(closers.locker, await toLock())).toMatchObject({ ok: false, reason: "state" });
    await reportPeriod(actor, await named("2026-01"));
    expect(await lockPeriod(closers.locker, await toLock())).toMatchObject({ ok: false, reason: "state" });
    await lock("2026-01");
    expect(await reportPeriod(actor, await named("2026-01"))).toMatchObject({ ok: false, reason: "state" });
    expect(await verifyPeriod(closers.verifier, await named("2026-01"))).toMatchObject({ ok: false, reason: "state" });
    expect(await lockPeriod(closers.locker, await sheet("2026-01"))).toMatchObject({ ok: false, reason: "state" });
    expect((await periodOf("2026-01")).state).toBe("locked");
  });

  test("a version that is not the present one is told who changed it", async () => {
    await report("2026-01", "96");
    const seen = await named("2026-01");
    await reportPeriod(actor, seen);
    expect(await reportPeriod(actor, seen)).toMatchObject({ ok: false, reason: "stale", current: { by: actor.name } });
  });

  test("two who verify at once verify once", async () => {
    await report("2026-01", "88");
    await reportPeriod(actor, await named("2026-01"));
    const seen = await named("2026-01");
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => verifyPeriod(closers.verifier, seen)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(await db.creditEntry.count({ where: { contractId: contract.id } })).toBe(1);
    expect(await db.periodVersion.count({ where: { contractId: contract.id } })).toBe(1);
  });

  test("charges that changed since they were seen are shown before they are verified", async () => {
    await report("2026-01", "88");
    await reportPeriod(actor, await named("2026-01"));
    const seen = await named("2026-01");
    const corrected = await change(actor, async (tx, audit, tell) => {
      await tx.monthlyCharge.updateMany({ where: { contractId: contract.id }, data: { amount: "50000" } });
      audit({ action: "monthlyCharge.correct", subject: { type: "contract", id: contract.id, label: "Charges" } });
      tell(chargeEvents.recorded({ contractId: contract.id, fromMonth: "2026-01" }));
      return done();
    });
    expect(corrected.ok).toBe(true);
    expect(await verifyPeriod(closers.verifier, seen)).toMatchObject({ ok: false, reason: "stale" });
    expect((await periodOf("2026-01")).creditTotal).toBe("1000");
    expect((await verifyPeriod(closers.verifier, await named("2026-01"))).ok).toBe(true);
  });

  test("a corrected figure sends a verified month back, and its credit falls", async () => {
    await report("2026-01", "88");
    await verify("2026-01");
    await report("2026-01", "97", "Three cases were counted twice");
    expect(await periodOf("2026-01")).toMatchObject({ state: "reported", creditTotal: "0", verifiedAt: null });
    expect(await db.creditEntry.count({ where: { contractId: contract.id } })).toBe(0);
    expect(await db.measurement.count({ where: { kpiId } })).toBe(2);
  });

  test("a dispute needs its reason and ends with a new report", async () => {
    await report("2026-01", "88");
    await reportPeriod(contact, await named("2026-01"));
    expect((await disputePeriod(contact, { ...(await named("2026-01")), reason: "Client outage" })).ok).toBe(true);
    expect(await periodOf("2026-01")).toMatchObject({ state: "disputed", disputeReason: "Client outage" });
    expect((await reportPeriod(contact, await named("2026-01"))).ok).toBe(true);
  });
});

test("a correction needs a reason; measurements cannot be changed", async () => {
  await report("2026-01", "88");
  expect(await report("2026-01", "89")).toMatchObject({
    ok: false,
    reason: "invalid",
    fields: { note: expect.anything() },
  });
  await expect(db.measurement.updateMany({ data: { value: "100" } })).rejects.toThrow();
});

test("an exclusion is decided by somebody else and excuses the month", async () => {
  await report("2026-01", "88");
  const asked = await requestExclusion(actor, {
    contractId: contract.id,
    serviceLevelId: levelId,
    month: "2026-01",
    kind: "clientCaused",
    reason: "Our network was down",
    evidence: "",
    caseNumbers: [],
  });
  if (!asked.ok) throw new Error(asked.message);
  expect(await decideExclusion(actor, asked.value, "approved")).toMatchObject({ ok: false, reason: "forbidden" });
  const other = await makeMember({ id: actor.organizationId }, ["operations"]);
  expect((await decideExclusion(other, asked.value, "approved")).ok).toBe(true);
  expect((await periodOf("2026-01")).results[0]).toMatchObject({ status: "excused", credit: "0" });
});

test("terms cannot begin in a locked month, and allocations of a category stay within 100 %", async () => {
  await report("2026-01", "96");
  await lock("2026-01");
  const terms = { kpiId, class: "key", category: "Resolution", expected: "95", minimum: "90", clause: "" };
  const add = (effectiveFrom: string, allocationPercent: string) =>
    addServiceLevel(
      actor,
      serviceLevelSchema.parse({ ...terms, effectiveFrom, scheme: { ...POOL, allocationPercent } }),
    );
  expect(await add("2026-01", "40")).toMatchObject({ ok: false, fields: { effectiveFrom: expect.anything() } });
  expect((await add("2026-03", "100")).ok).toBe(true);
  const before = await findServiceLevel(actor, levelId);
  expect(before?.effectiveTo).toBe("2026-02");
});

describe("borders", () => {
  test("another organization finds nothing and changes nothing", async () => {
    await report("2026-01", "88");
    const stranger = await makeMember(await makeOrganization(), ["operations"]);
    const target = await named("2026-01");
    for (const step of [reportPeriod, verifyPeriod] as const)
      expect(await step(stranger, target)).toMatchObject({ ok: false, reason: "notFound" });
    const signing = { ...target, contentHash: "0".repeat(64), signedName: "Nobody" };
    expect(await lockPeriod(stranger, signing)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await findPeriod(stranger, { id: target.id })).toBeNull();
    expect(await findKpi(stranger, kpiId)).toBeNull();
    expect(await findServiceLevel(stranger, levelId)).toBeNull();
    const reported = await reportMeasurements(stranger, kpiId, [
      measurementSchema.parse({ month: "2026-02", numerator: "1", denominator: "1" }),
    ]);
    expect(reported).toMatchObject({ ok: false, reason: "notFound" });
    expect((await periodOf("2026-01")).state).toBe("open");
  });

  test("a vendor reports on the own contracts only", async () => {
    const other = await makeServiceContract(actor);
    const competitor = await makeContact(actor, other);
    const figure = [measurementSchema.parse({ month: "2026-01", numerator: "99", denominator: "100" })];
    expect(await reportMeasurements(competitor, kpiId, figure)).toMatchObject({ ok: false, reason: "notFound" });
    expect((await reportMeasurements(contact, kpiId, figure)).ok).toBe(true);
    const target = await named("2026-01");
    expect(await reportPeriod(competitor, target)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await findPeriod(competitor, { id: target.id })).toBeNull();
    expect((await reportPeriod(contact, target)).ok).toBe(true);
  });

  test("only operations verifies, and an auditor only reads", () => {
    expect(roles.filter((role) => hasRight([role], "period:verify"))).toEqual(["operations"]);
    expect(roles.filter((role) => hasRight([role], "period:lock"))).toEqual(["operations", "finance"]);
    expect(hasRight(["auditor"], "measurement:import")).toBe(false);
    expect(hasRight(["auditor"], "serviceLevel:read")).toBe(true);
  });
});
