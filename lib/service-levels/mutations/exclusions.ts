import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { type Decimal, toDecimalText } from "@/lib/shared/decimal";
import { done, type Outcome, refuse, refuseFields, refuseForbidden, refuseMissing } from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import type { ClosedMonth } from "../rules/contract-months";
import type { ExclusionInput } from "../schema";
import { appendComputedMeasurements } from "./compute-measurements";
import { computeWorlds, lockContractMonths, recomputeContract } from "./recompute-contract";

/** Cases that the logs of the contract do not have, by number. */
async function findUnknownCases(tx: Transaction, contractId: string, numbers: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ number: string }[]>`
    SELECT n.number FROM unnest(${[...numbers]}::text[]) AS n(number)
    WHERE NOT EXISTS (SELECT 1 FROM case_record c JOIN case_log l ON l.id = c.case_log_id
      WHERE l.contract_id = ${contractId}::uuid AND c.case_number = n.number)`;
  return rows.map((row) => row.number);
}

/** Asks for a month of a service level, or for single cases of it, not to count. Somebody else decides. */
export async function requestExclusion(
  actor: MemberActor | VendorActor,
  input: ExclusionInput,
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const contract = await tx.contract.findFirst({
      where: {
        id: input.contractId,
        organizationId,
        ...(actor.kind === "vendor" ? { vendorId: actor.vendorId } : {}),
      },
      select: { id: true, code: true },
    });
    if (!contract) return refuseMissing("contract");
    if (input.serviceLevelId !== null) {
      const level = await tx.serviceLevel.count({ where: { id: input.serviceLevelId, contractId: contract.id } });
      if (level === 0) return refuseMissing("service level");
    }
    const unknown = await findUnknownCases(tx, contract.id, input.caseNumbers);
    if (unknown.length > 0)
      return refuseFields({ caseNumbers: `Not in the case log: ${unknown.slice(0, 5).join(", ")}.` });
    const made = await tx.exclusion.create({
      data: {
        ...input,
        organizationId,
        requestedById: actor.kind === "member" ? actor.memberId : null,
        requestedByContactId: actor.kind === "vendor" ? actor.contactId : null,
      },
      select: { id: true, version: true },
    });
    audit({
      action: "exclusion.request",
      subject: { type: "exclusion", id: made.id, label: `${contract.code} ${input.month}` },
      after: input,
    });
    const side = actor.kind === "vendor" ? ("vendor" as const) : ("client" as const);
    tell(serviceLevelEvents.exclusionRequested({ contractId: contract.id, exclusionId: made.id, side }));
    return done(made);
  });
}

const fields = {
  id: true,
  state: true,
  month: true,
  version: true,
  contractId: true,
  serviceLevelId: true,
  caseNumbers: true,
  requestedById: true,
  contract: { select: { code: true, timeZone: true, currency: true } },
} as const;

function find(tx: Transaction, organizationId: string, id: string) {
  return tx.exclusion.findFirst({ where: { id, organizationId }, select: fields });
}
type Row = NonNullable<Awaited<ReturnType<typeof find>>>;

/** Single cases change what is computed from them; a whole month is only judged differently. */
async function applyCases(tx: Transaction, organizationId: string, row: Row): Promise<void> {
  if (row.caseNumbers.length === 0) return;
  const scope = { organizationId, contractId: row.contractId, timeZone: row.contract.timeZone };
  await appendComputedMeasurements(tx, scope, "all", [row.month], "Without the cases of an approved exclusion");
}

export type ExclusionEffect = {
  currency: string;
  cases: number;
  before: { credit: string; lines: { serviceLevelId: string; value: string | null; status: string; credit: string }[] };
  after: { credit: string; lines: { serviceLevelId: string; value: string | null; status: string; credit: string }[] };
};

const text = (value: Decimal | null) => (value === null ? null : toDecimalText(value));

function describeMonth(month: ClosedMonth | undefined, serviceLevelId: string | null) {
  const lines = (month?.lines ?? []).filter((line) => serviceLevelId === null || line.levelId === serviceLevelId);
  return {
    credit: month ? toDecimalText(month.total) : "0",
    lines: lines.map((line) => ({
      serviceLevelId: line.levelId,
      value: text(line.value),
      status: line.status,
      credit: toDecimalText(line.credit),
    })),
  };
}

/** The month with and without the exclusion, as today's figures give it. */
async function measureEffect(tx: Transaction, organizationId: string, row: Row): Promise<ExclusionEffect> {
  const of = { organizationId, contractId: row.contractId };
  const monthOf = async () => (await computeWorlds(tx, of))?.today.find(({ month }) => month === row.month);
  const before = describeMonth(await monthOf(), row.serviceLevelId);
  await tx.exclusion.update({ where: { id: row.id }, data: { state: "approved" }, select: { id: true } });
  await applyCases(tx, organizationId, row);
  const after = describeMonth(await monthOf(), row.serviceLevelId);
  return { currency: row.contract.currency, cases: row.caseNumbers.length, before, after };
}

class Measured extends Error {
  constructor(readonly effect: ExclusionEffect) {
    super("Only looked at.");
  }
}

/** What approving would do, for who decides: done once and taken back, so that it is exactly what will happen. */
export async function previewExclusion(organizationId: string, id: string): Promise<ExclusionEffect | null> {
  try {
    return await db.$transaction(async (tx) => {
      const row = await find(tx, organizationId, id);
      if (row?.state !== "requested") return null;
      await lockContractMonths(tx, row.contractId);
      throw new Measured(await measureEffect(tx, organizationId, row));
    });
  } catch (error) {
    if (error instanceof Measured) return error.effect;
    throw error;
  }
}

/**
 * Approves or rejects; who asked for it can't be the one who decides. Results follow in the same transaction; in a
 * locked month they become a proposed restatement.
 */
export async function decideExclusion(
  actor: MemberActor,
  input: { id: string; version: number },
  decision: "approved" | "rejected",
): Promise<Outcome<{ contractId: string; month: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const before = await find(tx, organizationId, input.id);
    if (!before) return refuseMissing("exclusion");
    if (before.requestedById === actor.memberId)
      return refuseForbidden("You asked for this exclusion. Somebody else has to decide on it.");
    await lockContractMonths(tx, before.contractId);
    const row = (await find(tx, organizationId, input.id)) ?? before;
    if (row.version !== input.version)
      return refuseChanged(
        tx,
        { organizationId, type: "exclusion", id: input.id },
        { state: row.state, version: row.version },
      );
    if (row.state !== "requested") return refuse("This was decided already.");
    const effect = decision === "approved" ? await measureEffect(tx, organizationId, row) : null;
    const [was, is] = [effect?.before.lines[0], effect?.after.lines[0]];
    await tx.exclusion.update({
      where: { id: row.id },
      data: {
        state: decision,
        decidedById: actor.memberId,
        decidedAt: await databaseNow(tx),
        ...(effect
          ? {
              creditBefore: effect.before.credit,
              creditAfter: effect.after.credit,
              ...(row.serviceLevelId ? { valueBefore: was?.value ?? null, valueAfter: is?.value ?? null } : {}),
            }
          : {}),
        version: { increment: 1 },
      },
    });
    audit({
      action: `exclusion.${decision === "approved" ? "approve" : "reject"}`,
      subject: { type: "exclusion", id: row.id, label: `${row.contract.code} ${row.month}` },
      before: { state: row.state },
      after: { state: decision, ...(effect ? { effect } : {}) },
    });
    const { contractId } = row;
    if (decision === "approved")
      await recomputeContract({ tx, audit, tell }, actor, { organizationId, contractId, fromMonth: row.month });
    tell(serviceLevelEvents.exclusionDecided({ contractId, exclusionId: row.id }));
    return done({ contractId, month: row.month });
  });
}
