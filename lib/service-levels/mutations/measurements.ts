import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { d, HUNDRED, ONE, toDecimalText } from "@/lib/shared/decimal";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { findReportProblem } from "../queries/reportable";
import { definitionIn } from "../rules/kpi-revisions";
import { ratioOverPeriods } from "../rules/kpi-value";
import type { MeasurementInput } from "../schema";
import { lockContractMonths, recomputeContract } from "./recompute-contract";

type Reported = { month: string; value: string | null; numerator: string | null; denominator: string | null };
type Method = "reported" | "ratio" | "caseLog";

const reported = { method: true, unit: true } as const;
type Reportable = { method: Method; unit: string };

/** What is stored for what was reported, by the KPI's method; or why not, at the field. */
function readReport(kpi: Reportable, input: MeasurementInput): Reported | Refusal {
  const { month, value, numerator, denominator } = input;
  if (kpi.method === "reported") {
    if (numerator !== null || denominator !== null)
      return refuseFields({ numerator: "This KPI is reported as a value, not as a ratio." });
    if (value === null) return refuseFields({ value: "Write the value of the month." });
    return { month, value, numerator: null, denominator: null };
  }
  if (value !== null) return refuseFields({ value: "This KPI is reported as numerator and denominator." });
  if (numerator === null) return refuseFields({ numerator: "Write the numerator." });
  if (denominator === null) return refuseFields({ denominator: "Write the denominator." });
  if (d(numerator).lt(0)) return refuseFields({ numerator: "A count is not below zero." });
  if (kpi.unit.trim() === "%" && d(numerator).gt(denominator))
    return refuseFields({ numerator: `${numerator} is more than the whole of ${denominator}.` });
  const scale = kpi.unit.trim() === "%" ? HUNDRED : ONE;
  const { result } = ratioOverPeriods([{ numerator: d(numerator), denominator: d(denominator) }], scale);
  return { month, value: result === null ? null : toDecimalText(result.toDecimalPlaces(8)), numerator, denominator };
}

/**
 * Appends measurements of a KPI, all or none. A month that has one already is corrected by a further row, which needs
 * a note; the earlier one stays. Vendors' contacts report on their own contracts only.
 */
export async function reportMeasurements(
  actor: MemberActor | VendorActor,
  kpiId: string,
  inputs: readonly MeasurementInput[],
  /** The job that does it, where it comes from a file: its event says that the job was done. */
  jobId: string | null = null,
): Promise<Outcome<{ contractId: string; added: number }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const kpi = await tx.kpi.findFirst({
      where: {
        id: kpiId,
        organizationId,
        ...(actor.kind === "vendor" ? { contract: { vendorId: actor.vendorId } } : {}),
      },
      select: {
        id: true,
        name: true,
        ...reported,
        effectiveFrom: true,
        kpiRevisions: { select: { ...reported, effectiveFrom: true, effectiveTo: true } },
        contract: { select: { id: true, code: true } },
      },
    });
    if (!kpi) return refuseMissing("KPI");
    const definitionOf = (month: string) => definitionIn<Reportable>(kpi, month);
    if (inputs.some(({ month }) => definitionOf(month).method === "caseLog"))
      return refuse("This KPI is computed from the case log. Import the cases instead.");
    await lockContractMonths(tx, kpi.contract.id);
    const months = inputs.map((input) => input.month);
    if (inputs.length === 0) return refuse("There is nothing to report.");
    if (new Set(months).size !== months.length) return refuseFields({ month: "Each month once." });
    for (const month of months) {
      const problem = await findReportProblem(tx, kpi.contract.id, month);
      if (problem) return refuseFields({ month: problem });
    }
    const closed = await findClosedToVendor(tx, actor, kpi.contract.id, months);
    if (closed) return closed;
    const earlier = await tx.measurement.findMany({
      where: { kpiId, month: { in: months } },
      orderBy: { sequence: "asc" },
      select: { month: true, sequence: true, value: true },
    });
    const lastOf = new Map(earlier.map((row) => [row.month, row] as const));
    for (const input of inputs) {
      const reported = readReport(definitionOf(input.month), input);
      if ("ok" in reported) return reported;
      const last = lastOf.get(input.month);
      if (last && input.note === "")
        return refuseFields({ note: `${input.month} has a figure already. Say why it is corrected.` });
      const made = await tx.measurement.create({
        data: {
          ...reported,
          organizationId,
          kpiId,
          sequence: (last?.sequence ?? 0) + 1,
          cases: input.cases ?? (input.denominator === null ? null : wholeOf(input.denominator)),
          source: actor.kind === "vendor" ? "vendor" : "client",
          note: input.note,
          reportedById: actor.kind === "member" ? actor.memberId : null,
          reportedByContactId: actor.kind === "vendor" ? actor.contactId : null,
        },
        select: { id: true },
      });
      audit({
        action: last ? "measurement.correct" : "measurement.report",
        subject: { type: "measurement", id: made.id, label: `${kpi.contract.code} ${kpi.name} ${input.month}` },
        before: last ? { value: last.value?.toFixed() ?? null } : undefined,
        after: { ...reported, note: input.note },
      });
    }
    if (jobId !== null)
      audit({
        action: "measurement.import",
        subject: { type: "job", id: jobId, label: `${kpi.contract.code} ${kpi.name}` },
        after: { rows: inputs.length },
      });
    const fromMonth = [...months].sort()[0] ?? "";
    await recomputeContract({ tx, audit, tell }, actor, { organizationId, contractId: kpi.contract.id, fromMonth });
    return done({ contractId: kpi.contract.id, added: inputs.length });
  });
}

/** A vendor writes to open and reported months; a verified one is disputed first. A locked one gets a proposal. */
async function findClosedToVendor(
  tx: Transaction,
  actor: MemberActor | VendorActor,
  contractId: string,
  months: string[],
): Promise<Refusal | null> {
  if (actor.kind !== "vendor") return null;
  const verified = await tx.measurementPeriod.findFirst({
    where: { contractId, month: { in: months }, state: "verified" },
    select: { month: true },
  });
  return verified ? refuse(`${verified.month} is verified. Dispute it, so that it can be reported anew.`) : null;
}

/** A denominator that counts something is the number of cases. */
function wholeOf(text: string): number | null {
  const value = d(text);
  return value.isInteger() && value.lte(1_000_000_000) ? value.toNumber() : null;
}
