import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { lockEditable } from "@/lib/contracts/mutations/terms";
import { type Audit, change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import { Prisma, type Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import type { CreateKpi, UpdateKpi } from "../kpi-schema";
import { appendComputedMeasurements, findMonthsOfLog } from "./compute-measurements";
import { lockContractMonths, recomputeContract } from "./recompute-contract";

type Contract = { id: string; code: string; timeZone: string };

export function columnsOf(input: Omit<CreateKpi, "contractId">) {
  const { code, name, description, unit, direction, decimals, method } = input;
  const isComputed = method === "caseLog";
  return {
    code,
    name,
    description,
    unit,
    direction,
    decimals,
    method,
    caseLogId: isComputed ? input.caseLogId : null,
    definition: isComputed && input.definition ? (input.definition as Prisma.InputJsonValue) : Prisma.DbNull,
  };
}

async function belongs(tx: Transaction, contractId: string, input: CreateKpi | UpdateKpi): Promise<boolean> {
  if (input.method !== "caseLog" || input.caseLogId === null) return true;
  return (await tx.caseLog.count({ where: { id: input.caseLogId, contractId } })) > 0;
}

const WRONG_LOG = { caseLogId: "Choose a case log of this contract." };
const TAKEN = { code: "This code is already used in this contract." };

/** Computes the KPI for all months of its log, and what depends on it. */
async function compute(
  tx: Transaction,
  audit: Audit,
  tell: Tell,
  actor: MemberActor,
  contract: Contract,
  kpi: { id: string; caseLogId: string | null },
) {
  await lockContractMonths(tx, contract.id);
  const scope = { organizationId: actor.organizationId, contractId: contract.id };
  if (kpi.caseLogId === null) return;
  const months = await findMonthsOfLog(tx, kpi.caseLogId, contract.timeZone);
  const from = await appendComputedMeasurements(
    tx,
    { ...scope, timeZone: contract.timeZone },
    { kpiId: kpi.id },
    months,
    "From the cases in the log when the definition was saved",
  );
  if (from) await recomputeContract({ tx, audit, tell }, actor, { ...scope, fromMonth: from });
}

export async function createKpi(
  actor: MemberActor,
  input: CreateKpi,
): Promise<Outcome<{ id: string; version: number }>> {
  try {
    return await change(actor, async (tx, audit, tell) => {
      const { organizationId } = actor;
      const locked = await lockEditable(tx, actor, input.contractId);
      if (!locked.ok) return locked;
      const contract = locked.value;
      if (!(await belongs(tx, contract.id, input))) return refuseFields(WRONG_LOG);
      const columns = columnsOf(input);
      const made = await tx.kpi.create({
        data: { ...columns, organizationId, contractId: contract.id },
        select: { id: true, version: true, caseLogId: true },
      });
      audit({
        action: "kpi.create",
        subject: { type: "kpi", id: made.id, label: `${contract.code} ${input.name}` },
        after: { ...columns, definition: input.definition },
      });
      tell(serviceLevelEvents.defined({ contractId: contract.id }));
      await compute(tx, audit, tell, actor, contract, made);
      return done({ id: made.id, version: made.version });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuseFields(TAKEN);
    throw error;
  }
}

/** Until the contract runs; a changed definition is computed anew for all months. */
export async function updateKpi(actor: MemberActor, input: UpdateKpi): Promise<Outcome<{ contractId: string }>> {
  try {
    return await change(actor, async (tx, audit, tell) => {
      const where = { id: input.id, organizationId: actor.organizationId };
      const place = await tx.kpi.findFirst({ where, select: { contractId: true } });
      if (!place) return refuseMissing("KPI");
      const locked = await lockEditable(tx, actor, place.contractId);
      if (!locked.ok) return locked;
      const contract = locked.value;
      const before = await tx.kpi.findFirst({ where });
      if (!before) return refuseMissing("KPI");
      const { createdAt, updatedAt, organizationId, ...old } = before;
      if (!(await belongs(tx, contract.id, input))) return refuseFields(WRONG_LOG);
      const columns = columnsOf(input);
      const updated = await tx.kpi.updateMany({
        where: { ...where, version: input.version },
        data: { ...columns, version: { increment: 1 } },
      });
      if (updated.count === 0) {
        const { code, name, description, unit, direction, decimals, method, version } = old;
        return refuseChanged(
          tx,
          { organizationId, type: "kpi", id: input.id },
          { code, name, description, unit, direction, decimals, method, version },
        );
      }
      audit({
        action: "kpi.update",
        subject: { type: "kpi", id: input.id, label: `${contract.code} ${input.name}` },
        before: old,
        after: { ...columns, definition: input.definition },
      });
      tell(serviceLevelEvents.defined({ contractId: contract.id }));
      await compute(tx, audit, tell, actor, contract, { id: input.id, caseLogId: columns.caseLogId });
      // Direction and decimals decide about every month that has a value.
      if (old.direction !== input.direction || old.decimals !== input.decimals) {
        await recomputeContract({ tx, audit, tell }, actor, {
          organizationId,
          contractId: contract.id,
          fromMonth: "0000-01",
        });
      }
      return done({ contractId: contract.id });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuseFields(TAKEN);
    throw error;
  }
}
