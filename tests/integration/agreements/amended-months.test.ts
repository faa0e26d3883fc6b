import { beforeEach, expect, test } from "vitest";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { saveCreditTerms } from "@/lib/contracts/mutations/credit-terms";
import { db } from "@/lib/server/database";
import { createKpiSchema } from "@/lib/service-levels/kpi-schema";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { measurementSchema, serviceLevelSchema } from "@/lib/service-levels/schema";
import { amend, doneValue } from "@/tests/support/contracts";
import { makeMember, makeOrganization } from "@/tests/support/factories";
import {
  importCases,
  makeCaseLog,
  makeContact,
  makeServiceContract,
  setCharges,
  startContract,
  type TestContract,
} from "@/tests/support/service-level-factories";

const MONTHS = ["2026-01", "2026-02", "2026-03"];
const KPI = { code: "KPI-1", name: "Solved in time", unit: "%", direction: "higher", method: "reported" } as const;
const POINTS = {
  type: "points",
  bands: [
    ["95", "0"],
    [null, "10"],
  ],
  repeatMultiplier: "1",
};

let actor: MemberActor;
let contact: VendorActor;
let contract: TestContract & { chargeLineId: string };
let kpiId: string;

/** A running contract whose one level is credited by points: 94.6 % in each of three months. */
beforeEach(async () => {
  actor = await makeMember(await makeOrganization({ approvalLimit: "99000000" }), ["operations", "procurement"]);
  contract = await makeServiceContract(actor, { atRiskPercent: "100" });
  contact = await makeContact(actor, contract);
  await db.contract.update({
    where: { id: contract.id },
    data: { startDate: new Date("2026-01-01"), endDate: new Date("2027-12-31"), yearlyValue: "1000" },
  });
  await setCharges(actor, contract, MONTHS, "100000");
  kpiId = doneValue(await createKpi(actor, createKpiSchema.parse({ ...KPI, contractId: contract.id }))).id;
  const level = { kpiId, class: "key", category: "", expected: "95", minimum: "90", clause: "" };
  doneValue(
    await addServiceLevel(actor, serviceLevelSchema.parse({ ...level, scheme: POINTS, effectiveFrom: "2026-01" })),
  );
  doneValue(await saveCreditTerms(actor, { contractId: contract.id, pointsTable: [["10", "2"]] }));
  const figures = MONTHS.map((month) => measurementSchema.parse({ month, value: "94.6" }));
  doneValue(await reportMeasurements(actor, kpiId, figures));
});

const start = () => startContract(actor, contract);
const change = (input: object) => amend({ procurement: actor, contact }, contract.id, input);

async function months() {
  const rows = await db.periodResult.findMany({ where: { contractId: contract.id }, orderBy: { month: "asc" } });
  const periods = await db.measurementPeriod.findMany({
    where: { contractId: contract.id },
    orderBy: { month: "asc" },
  });
  return rows.map(({ status, value }, index) => [status, value?.toFixed(), periods[index]?.creditTotal?.toFixed()]);
}

const MISSED = ["belowExpected", "94.6", "2000"];

test("a replaced table of points counts from its month on; months before keep theirs", async () => {
  await start();
  expect(await months()).toEqual([MISSED, MISSED, MISSED]);
  await change({ effectiveFrom: "2026-02-01", changes: { creditTerms: { pointsTable: [["10", "5"]] } } });
  const dearer = ["belowExpected", "94.6", "5000"];
  expect(await months()).toEqual([MISSED, dearer, dearer]);
});

test("a KPI that is rounded from a month on is compared as rounded from then on", async () => {
  await start();
  await change({ effectiveFrom: "2026-03-01", kpis: [{ ...KPI, decimals: 0 }] });
  expect(await months()).toEqual([MISSED, MISSED, ["met", "95", "0"]]);
});

test("a lowered level and its end count from their months on", async () => {
  await start();
  const scheme = { ...POINTS, bands: [["94", "0"], POINTS.bands[1]] };
  const level = { class: "key", category: "", expected: "94", minimum: "90", scheme, clause: "" };
  await change({ effectiveFrom: "2026-02-01", serviceLevels: [{ kpi: "KPI-1", level }] });
  expect(await months()).toEqual([MISSED, ["met", "94.6", "0"], ["met", "94.6", "0"]]);
  await change({ effectiveFrom: "2026-03-01", serviceLevels: [{ kpi: "KPI-1", level: null }] });
  expect((await months()).slice(0, 2)).toEqual([MISSED, ["met", "94.6", "0"]]);
  expect(await months()).toHaveLength(2);
});

test("a KPI computed from the cases from a month on keeps what was reported before, and takes no report after", async () => {
  const logId = await makeCaseLog(actor, contract);
  await start();
  const log = [
    "number,opened_at,resolved_at,closed_at,priority,made_sla",
    ...["02", "03"].flatMap((month) => [
      `INC-${month}-1,01-${month}-2026 08:00,02-${month}-2026 09:00,02-${month}-2026 09:00,1,TRUE`,
      `INC-${month}-2,01-${month}-2026 08:00,03-${month}-2026 09:00,03-${month}-2026 09:00,1,FALSE`,
    ]),
  ].join("\n");
  await importCases(actor, logId, log);
  expect(await months()).toEqual([MISSED, MISSED, MISSED]);
  const definition = {
    filter: { match: "all", conditions: [] },
    aggregate: {
      type: "share",
      of: { match: "all", conditions: [{ field: "attribute:made_sla", operator: "equals", value: "TRUE" }] },
    },
    month: "closed",
  };
  await change({
    effectiveFrom: "2026-03-01",
    kpis: [{ ...KPI, method: "caseLog", caseLogId: logId, definition }],
  });
  expect(await months()).toEqual([MISSED, MISSED, ["belowMinimum", "50", "2000"]]);
  const report = (month: string) =>
    reportMeasurements(actor, kpiId, [measurementSchema.parse({ month, value: "99", note: "Corrected" })]);
  expect(await report("2026-02")).toMatchObject({ ok: true });
  expect(await report("2026-03")).toMatchObject({ ok: false, message: expect.stringContaining("case log") });
  // Late rows of a month that was reported then change nothing: it was not computed from cases.
  await importCases(actor, logId, `${log}\nINC-9,01-01-2026 08:00,02-01-2026 09:00,02-01-2026 09:00,1,FALSE`);
  expect((await months())[0]).toEqual(MISSED);
});
