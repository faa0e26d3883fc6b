import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { decideApproval, requestApproval } from "@/lib/engagements/approvals";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { dayOf, decimalOf } from "@/lib/server/values";
import { toMoney } from "@/lib/shared/money";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { findTotalValue } from "../rules/value";
import { contractSubject, findPreparers, type LockedContract, lockContract } from "./lock";

export async function askForApproval(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  contract: LockedContract,
): Promise<Outcome<unknown>> {
  const total = findTotalValue({
    yearlyValue: decimalOf(contract.yearlyValue),
    currency: contract.currency,
    startDate: dayOf(contract.startDate),
    endDate: dayOf(contract.endDate),
  }).result;
  return requestApproval(tx, audit, actor, {
    kind: "contract",
    subject: contractSubject(contract),
    engagementId: contract.engagementId,
    summary: `Approve the contract ${contract.code} ${contract.title}`,
    requiredRole: "executive",
    amount: total && toMoney(total, contract.currency),
    href: `/contracts/${contract.id}`,
  });
}

/** An executive who did not prepare it decides; rejected, it goes back to draft. */
export function decideContract(
  actor: MemberActor,
  id: string,
  version: number,
  input: { decision: "approve" | "reject"; reason: string },
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (contract.state !== "inReview") return refuse("There is nothing to decide on this contract now.");
    const isApproved = input.decision === "approve";
    const decided = await decideApproval(tx, audit, actor, {
      kind: "contract",
      subject: contractSubject(contract),
      isApproved,
      reason: input.reason || null,
      href: `/contracts/${id}`,
      barredMemberIds: await findPreparers(tx, contract),
    });
    if (!decided.ok) return decided;
    const saved = await tx.contract.update({
      where: { id, version },
      data: {
        ...(isApproved
          ? { approvedById: actor.memberId, approvedAt: await databaseNow(tx) }
          : { state: "draft" as const }),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    tell(contractEvents.changed({ contractId: id }));
    return done({ id, version: saved.version });
  });
}
