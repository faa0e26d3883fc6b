import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Prisma } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { lockContractMonths, recomputeContract } from "./recompute-contract";

export const creditVerbs = ["agree", "apply", "settle"] as const;
export type CreditVerb = (typeof creditVerbs)[number];

// `calculated → agreed → applied to an invoice → settled`
const STEP = {
  agree: { from: "calculated", to: "agreed", why: "Only a calculated credit can be agreed." },
  apply: { from: "agreed", to: "applied", why: "Only an agreed credit can be applied to an invoice." },
  settle: { from: "applied", to: "settled", why: "Only a credit that was applied can be settled." },
} as const;

export async function moveCredit(
  actor: MemberActor,
  input: { id: string; version: number },
  verb: CreditVerb,
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const { from, to, why } = STEP[verb];
    const before = await tx.serviceCredit.findFirst({
      where: { id: input.id, organizationId },
      select: {
        state: true,
        month: true,
        version: true,
        contractId: true,
        amount: true,
        currency: true,
        period: { select: { state: true } },
        contract: { select: { code: true } },
      },
    });
    if (!before) return refuseMissing("credit");
    if (before.version !== input.version)
      return refuseChanged(
        tx,
        { organizationId, type: "credit", id: input.id },
        { state: before.state, version: before.version },
      );
    if (before.period.state !== "locked") return refuse("Lock the month first: until then its credits can change.");
    const updated = await tx.serviceCredit.updateMany({
      where: { id: input.id, organizationId, version: input.version, state: from },
      data: { state: to, version: { increment: 1 } },
    });
    if (updated.count === 0) return refuse(why);
    audit({
      action: `credit.${verb}`,
      subject: { type: "credit", id: input.id, label: `${before.contract.code} ${before.month}` },
      before: { state: before.state },
      after: { state: to, amount: before.amount.toFixed(), currency: before.currency },
    });
    return done({ contractId: before.contractId });
  });
}

/** The table of points, for all service levels of a contract that are credited by points. */
export async function saveCreditTerms(
  actor: MemberActor,
  input: { contractId: string; pointsTable: [string, string][] },
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const { contractId, pointsTable } = input;
    const contract = await tx.contract.findFirst({
      where: { id: contractId, organizationId },
      select: { code: true, creditTerms: true },
    });
    if (!contract) return refuseMissing("contract");
    await lockContractMonths(tx, contractId);
    const before = contract.creditTerms as Prisma.JsonObject;
    const creditTerms = { ...before, pointsTable };
    await tx.contract.update({ where: { id: contractId }, data: { creditTerms }, select: { id: true } });
    audit({
      action: "contract.creditTerms",
      subject: { type: "contract", id: contractId, label: contract.code },
      before,
      after: creditTerms,
    });
    await recomputeContract(tx, audit, tell, { organizationId, contractId, fromMonth: "0000-01" });
    return done({ contractId });
  });
}
