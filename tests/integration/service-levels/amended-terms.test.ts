import { beforeEach, expect, test } from "vitest";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { decideAmendment } from "@/lib/agreements/mutations/decide-amendment";
import { db } from "@/lib/server/database";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { measurementSchema, serviceLevelSchema } from "@/lib/service-levels/schema";
import { makeClosers, verifyMonth } from "../../support/closing";
import { amend as amendAs } from "../../support/contracts";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeContact, makeServiceContract, setCharges, startContract } from "../../support/service-level-factories";

const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04"];

let actor: MemberActor;
let executive: MemberActor;
let contact: VendorActor;
let contract: Awaited<ReturnType<typeof makeServiceContract>>;

beforeEach(async () => {
  const organization = await makeOrganization({ approvalLimit: "250000" });
  actor = await makeMember(organization, ["operations", "procurement"]);
  executive = await makeMember(organization, ["executive"]);
  contract = await makeServiceContract(actor);
  await db.contract.update({
    where: { id: contract.id },
    data: { startDate: new Date("2026-01-01"), endDate: new Date("2027-12-31"), yearlyValue: "100000" },
  });
  await setCharges(actor, contract, MONTHS, "100000");
  const kpi = await createKpi(actor, {
    contractId: contract.id,
    code: "KPI-1",
    name: "Resolved in time",
    description: "",
    unit: "%",
    direction: "higher",
    decimals: null,
    method: "reported",
    caseLogId: null,
    definition: null,
  });
  if (!kpi.ok) throw new Error(kpi.message);
  const level = await addServiceLevel(
    actor,
    serviceLevelSchema.parse({
      kpiId: kpi.value.id,
      class: "critical",
      category: "",
      expected: "95",
      minimum: "90",
      scheme: { type: "pool", poolPercent: "50", allocationPercent: "40", multipliers: ["1"], expectedMisses: 4 },
      effectiveFrom: "2026-01",
      clause: "",
    }),
  );
  if (!level.ok) throw new Error(level.message);
  const figures = MONTHS.map((month) => measurementSchema.parse({ month, value: "80", note: "" }));
  const reported = await reportMeasurements(actor, kpi.value.id, figures);
  if (!reported.ok) throw new Error(reported.message);
  contact = await makeContact(actor, contract);
  await startContract(actor, contract);
});

const amend = (effectiveFrom: string, changes: Record<string, string>) =>
  amendAs({ procurement: actor, contact }, contract.id, { effectiveFrom, changes });

async function creditsByMonth() {
  const rows = await db.measurementPeriod.findMany({ where: { contractId: contract.id }, orderBy: { month: "asc" } });
  return rows.map((row) => [row.month, row.creditTotal?.toFixed(), row.cap?.toFixed()]);
}

test("an amended share at risk counts from the first month that begins under it", async () => {
  expect((await creditsByMonth()).map(([, credit]) => credit)).toEqual(["2000", "2000", "2000", "2000"]);
  await amend("2026-02-01", { atRiskPercent: "15" });
  await amend("2026-03-15", { atRiskPercent: "5" });
  expect(await creditsByMonth()).toEqual([
    ["2026-01", "2000", "10000"],
    ["2026-02", "3000", "15000"],
    ["2026-03", "3000", "15000"],
    ["2026-04", "1000", "5000"],
  ]);
});

test("an amended yearly cap binds from its month on, with what the year has taken already", async () => {
  await amend("2026-03-01", { yearlyCapBasis: "amount", yearlyCapAmount: "5000" });
  expect((await creditsByMonth()).map(([, credit]) => credit)).toEqual(["2000", "2000", "1000", "0"]);
});

test("a posted credit keeps the share of its own month", async () => {
  await amend("2026-02-01", { atRiskPercent: "15" });
  const closers = await makeClosers(actor, await makeContact(actor, contract));
  for (const month of ["2026-01", "2026-02"]) await verifyMonth(closers, contract.id, month);
  const entries = await db.creditEntry.findMany({ where: { contractId: contract.id }, orderBy: { month: "asc" } });
  expect(entries.map((row) => JSON.stringify(row.derivation))).toEqual([
    expect.stringContaining("× at risk 10"),
    expect.stringContaining("× at risk 15"),
  ]);
});

test("what waits for an executive changes no month before it is approved", async () => {
  const made = await amend("2026-02-01", { atRiskPercent: "15", yearlyValue: "900000" });
  expect(made.needsApproval).toBe(true);
  expect((await creditsByMonth()).map(([, credit]) => credit)).toEqual(["2000", "2000", "2000", "2000"]);
  const decided = await decideAmendment(executive, made.id, { decision: "approve", reason: "" });
  if (!decided.ok) throw new Error(decided.message);
  expect(decided.value).toMatchObject({ contractId: contract.id, isInForce: true });
  expect((await creditsByMonth()).map(([, credit]) => credit)).toEqual(["2000", "3000", "3000", "3000"]);
});
