import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { findApprovalLimit, withdrawApprovals } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { dayOf, decimalOf } from "@/lib/server/values";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { contractEvents } from "../events";
import { areTermsEditable, type ContractState, isRunning, nextContractState } from "../rules/states";
import { isAboveApprovalLimit } from "../rules/value";
import type { ContractPatch } from "../schema";
import { askForApproval } from "./approve";
import { checkTerms, toColumns } from "./create";
import { contractSubject, formValuesOf, type LockedContract, lockContract } from "./lock";

export type Versioned = { id: string; version: number };

/** Free to change until it runs; a change voids the signatures that were given. */
export function refuseUnlessEditable(contract: { state: ContractState }) {
  if (areTermsEditable(contract.state)) return null;
  return isRunning(contract.state)
    ? refuse("The contract runs. What was agreed changes by an amendment: choose New amendment on the contract.")
    : refuse("This contract has ended. Nothing in it changes any more.");
}

/** The contract, locked, when what was agreed in it may still be changed directly. */
export async function lockEditable(
  tx: Transaction,
  actor: MemberActor,
  id: string,
  version?: number,
): Promise<Outcome<LockedContract>> {
  const locked = await lockContract(tx, actor, id, version);
  return locked.ok ? (refuseUnlessEditable(locked.value) ?? locked) : locked;
}

/** What was approved was another text: the decision is taken anew. */
export async function voidApproval(
  tx: Transaction,
  actor: { organizationId: string },
  contract: { id: string },
): Promise<void> {
  await withdrawApprovals(tx, actor, { kind: "contract", subjectId: contract.id });
  await tx.contract.update({ where: { id: contract.id }, data: { approvedById: null, approvedAt: null } });
}

/** Whether an executive has to approve it. */
export async function needsExecutive(tx: Transaction, organizationId: string, contract: LockedContract) {
  return isAboveApprovalLimit(valueTermsOf(contract), await findApprovalLimit(tx, organizationId));
}

export function valueTermsOf(contract: Pick<LockedContract, "yearlyValue" | "currency" | "startDate" | "endDate">) {
  return {
    yearlyValue: decimalOf(contract.yearlyValue),
    currency: contract.currency,
    startDate: dayOf(contract.startDate),
    endDate: dayOf(contract.endDate),
  };
}

export function updateContract(
  actor: MemberActor,
  id: string,
  version: number,
  input: ContractPatch,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockEditable(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const before = formValuesOf(contract);
    const wrong = checkTerms({ ...before, ...input });
    if (wrong) return wrong;
    const saved = await tx.contract.update({
      where: { id, version },
      data: { ...toColumns(input), version: { increment: 1 } },
      select: { id: true, code: true, title: true, version: true },
    });
    audit({ action: "contract.update", subject: contractSubject(saved), before, after: input });
    tell(contractEvents.changed({ contractId: id }));
    return done({ id, version: saved.version });
  });
}

/** Draft to review: both sides can read and sign it; above the limit an executive is asked to approve. */
export function submitContract(actor: MemberActor, id: string, version: number): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (nextContractState(contract.state, "submit") === null) return refuse("Only a draft goes into review.");
    if (!contract.startDate || !contract.endDate) {
      return refuse("Set the start and the end of the term before the contract goes into review.");
    }
    const saved = await tx.contract.update({
      where: { id, version },
      data: { state: "inReview", version: { increment: 1 } },
      select: { version: true },
    });
    audit({ action: "contract.submit", subject: contractSubject(contract) });
    if (await needsExecutive(tx, actor.organizationId, contract)) {
      const asked = await askForApproval(tx, audit, actor, contract);
      if (!asked.ok) return asked;
    }
    tell(contractEvents.submitted({ contractId: id }));
    return done({ id, version: saved.version });
  });
}

/** Back to the desk; signatures and approvals that were given are undone. */
export function returnContract(
  actor: MemberActor,
  id: string,
  version: number,
  reason: string,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (nextContractState(contract.state, "returnToDraft") === null) {
      return refuse("Only a contract in review goes back to draft.");
    }
    await voidApproval(tx, actor, contract);
    const saved = await tx.contract.update({
      where: { id, version },
      data: { state: "draft", version: { increment: 1 } },
      select: { version: true },
    });
    audit({ action: "contract.return", subject: contractSubject(contract), after: { reason } });
    tell(contractEvents.changed({ contractId: id }));
    return done({ id, version: saved.version });
  });
}
