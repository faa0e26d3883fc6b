import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";

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
    const before = await tx.creditEntry.findFirst({
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
    const updated = await tx.creditEntry.updateMany({
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
