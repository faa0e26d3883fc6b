import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { db, sql } from "@/lib/server/database";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { reportMeasurements } from "@/lib/service-levels/mutations/measurements";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { findPeriod } from "@/lib/service-levels/queries/period";
import { measurementSchema, serviceLevelSchema } from "@/lib/service-levels/schema";
import { type Closers, lockMonth, makeClosers } from "../../support/closing";
import { makeMember, makeOrganization } from "../../support/factories";
import { makeContact, makeServiceContract, setCharges } from "../../support/service-level-factories";

export const MONTHS = ["2026-01", "2026-02", "2026-03", "2026-04"];
const POOL = {
  type: "pool" as const,
  poolPercent: "50",
  allocationPercent: "40",
  multipliers: ["1", "1.5"],
  expectedMisses: 4,
};

export let actor: MemberActor;
export let contact: VendorActor;
export let closers: Closers;
export let contract: Awaited<ReturnType<typeof makeServiceContract>>;
export let kpiId: string;
export let levelId: string;

export async function define(
  of: { id: string },
  values: { expected?: string; scheme?: unknown; effectiveFrom?: string } = {},
) {
  const kpi = await createKpi(actor, {
    contractId: of.id,
    code: `KPI-${await db.kpi.count()}`,
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
  const level = await addServiceLevel(
    actor,
    serviceLevelSchema.parse({
      kpiId: kpi.value.id,
      class: "critical",
      category: "",
      expected: "95",
      minimum: "90",
      scheme: POOL,
      effectiveFrom: "2026-01",
      clause: "",
      ...values,
    }),
  );
  if (!level.ok) throw new Error(level.message);
  return { kpiId: kpi.value.id, levelId: level.value.id };
}

/** A contract with one service level and four charged months, and everybody who closes them. */
export async function setUp(): Promise<void> {
  actor = await makeMember(await makeOrganization(), ["operations"]);
  contract = await makeServiceContract(actor);
  contact = await makeContact(actor, contract);
  closers = await makeClosers(actor, contact);
  await setCharges(actor, contract, MONTHS, "100000");
  ({ kpiId, levelId } = await define(contract));
}

export const figure = (month: string, numerator: string, note = "") =>
  measurementSchema.parse({ month, numerator, denominator: "100", note });

export async function report(
  month: string,
  numerator: string,
  note = "",
  who: MemberActor | VendorActor = actor,
  kpi = kpiId,
) {
  const reported = await reportMeasurements(who, kpi, [figure(month, numerator, note)]);
  if (!reported.ok) throw new Error(reported.message);
}

export const lock = (month: string) => lockMonth(closers, contract.id, month);

export async function periodOf(month: string) {
  const period = await findPeriod({ organizationId: actor.organizationId }, { contractId: contract.id, month });
  if (!period) throw new Error(`There is no ${month}.`);
  return period;
}

export const proposal = () =>
  db.restatement.findFirst({ where: { contractId: contract.id, state: "proposed" }, orderBy: { createdAt: "desc" } });

export async function open() {
  const found = await proposal();
  if (!found) throw new Error("Nothing is proposed.");
  return found;
}

export const contents = () =>
  db.periodVersion.findMany({
    where: { contractId: contract.id },
    orderBy: [{ month: "asc" }, { number: "asc" }, { kind: "asc" }],
    select: { month: true, number: true, kind: true, content: true, contentHash: true },
  });

/** What the ledger of the contract says, and what its sheets say. */
export async function sums() {
  const [row] = await sql.rows<{ ledger: string; sheets: string }>(
    `SELECT coalesce((SELECT sum(amount) FROM credit_entry WHERE contract_id = $1), 0)::float8::text AS ledger,
       coalesce((SELECT sum(s.credit_total) FROM (SELECT DISTINCT ON (v.period_id) v.credit_total FROM period_version v
         JOIN measurement_period p ON p.id = v.period_id WHERE v.contract_id = $1 AND p.state IN ('verified', 'locked')
         ORDER BY v.period_id, v.number DESC) s), 0)::float8::text AS sheets`,
    [contract.id],
  );
  return row;
}
