import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { withdrawApprovals } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { dayOf, decimalOf } from "@/lib/server/values";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { areTermsEditable, nextContractState } from "../rules/states";
import { isAboveApprovalLimit } from "../rules/value";
import type { ContractPatch } from "../schema";
import { askForApproval } from "./approve";
import { checkTerms, toColumns } from "./create";
import { contractSubject, findVendorPeople, formValuesOf, type LockedContract, lockContract } from "./lock";

export type Versioned = { id: string; version: number };

/** Free to change: before signature, and as long as nobody has put a name under it. */
export function refuseUnlessEditable(contract: LockedContract) {
  if (!areTermsEditable(contract.state)) {
    return refuse("The contract is signed. Its terms change by an amendment from now on.");
  }
  if (contract.clientSignedAt ?? contract.vendorSignedAt) {
    return refuse("One side has signed these terms. Return the contract to draft first; that undoes the signature.");
  }
  return null;
}

/** What was approved was these terms: changed ones are decided anew. */
export async function voidApproval(tx: Transaction, actor: MemberActor, contract: LockedContract): Promise<void> {
  await withdrawApprovals(tx, actor, { kind: "contract", subjectId: contract.id });
  await tx.contract.update({ where: { id: contract.id }, data: { approvedById: null, approvedAt: null } });
}

export async function findLimit(tx: Transaction, organizationId: string) {
  const { approvalLimit, currency } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { approvalLimit: true, currency: true },
  });
  return { amount: approvalLimit.toFixed(), currency };
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
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const refused = refuseUnlessEditable(contract);
    if (refused) return refused;
    const before = formValuesOf(contract);
    const wrong = checkTerms({ ...before, ...input });
    if (wrong) return wrong;
    await voidApproval(tx, actor, contract);
    const saved = await tx.contract.update({
      where: { id, version },
      data: { ...toColumns(input), version: { increment: 1 } },
      select: { id: true, code: true, title: true, version: true },
    });
    audit({ action: "contract.update", subject: contractSubject(saved), before, after: input });
    if (contract.state === "inReview") {
      const asked = await askIfAbove(tx, audit, actor, id);
      if (!asked.ok) return asked;
    }
    return done({ id, version: saved.version });
  });
}

async function askIfAbove(
  tx: Transaction,
  audit: Parameters<typeof askForApproval>[1],
  actor: MemberActor,
  id: string,
): Promise<Outcome<unknown>> {
  const locked = await lockContract(tx, actor, id);
  if (!locked.ok) return locked;
  const limit = await findLimit(tx, actor.organizationId);
  return isAboveApprovalLimit(valueTermsOf(locked.value), limit)
    ? askForApproval(tx, audit, actor, locked.value)
    : done();
}

/** Draft to review: both sides can read and sign it; above the limit an executive is asked to approve. */
export function submitContract(actor: MemberActor, id: string, version: number): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit) => {
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
    const asked = await askIfAbove(tx, audit, actor, id);
    if (!asked.ok) return asked;
    await notify(tx, {
      organizationId: actor.organizationId,
      personIds: await findVendorPeople(tx, contract),
      kind: "contract",
      title: `To read and sign: ${contract.code} ${contract.title}`,
      body: "The contract is in review. You can read its terms and sign it.",
      href: `/portal/contracts/${id}`,
    });
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
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, id, version);
    if (!locked.ok) return locked;
    const contract = locked.value;
    if (nextContractState(contract.state, "returnToDraft") === null) {
      return refuse("Only a contract in review goes back to draft.");
    }
    await voidApproval(tx, actor, contract);
    const saved = await tx.contract.update({
      where: { id, version },
      data: {
        state: "draft",
        clientSignerId: null,
        clientSignedAt: null,
        vendorSignerId: null,
        vendorSignedAt: null,
        vendorSignatureNote: "",
        version: { increment: 1 },
      },
      select: { version: true },
    });
    audit({ action: "contract.return", subject: contractSubject(contract), after: { reason } });
    return done({ id, version: saved.version });
  });
}
