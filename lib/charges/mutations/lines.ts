import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { appendAmendment } from "@/lib/contracts/mutations/amend";
import { type LockedContract, lockContract } from "@/lib/contracts/mutations/lock";
import { refuseUnlessEditable, voidApproval } from "@/lib/contracts/mutations/terms";
import { areTermsEditable } from "@/lib/contracts/rules/states";
import { type Audit, change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { ChargeLineInput } from "../schema";

export type ChargeKey = { id: string; version: number };

const AFTER_SIGNATURE = ["signed", "active", "expiring"];
const select = {
  id: true,
  contractId: true,
  code: true,
  name: true,
  kind: true,
  parameters: true,
  isCreditBase: true,
  effectiveFrom: true,
  effectiveTo: true,
  version: true,
} as const;

function subjectOf(contract: { code: string }, line: { id: string; code: string; name: string }) {
  return { type: "chargeLine", id: line.id, label: `${contract.code} ${line.code} ${line.name}` };
}

async function lockLine(tx: Transaction, actor: MemberActor, id: string, version: number) {
  const { organizationId } = actor;
  const where = { id, organizationId };
  const place = await tx.chargeLine.findFirst({ where, select: { contractId: true } });
  if (!place) return refuseMissing("charge line");
  const locked = await lockContract(tx, actor, place.contractId);
  if (!locked.ok) return locked;
  const line = await tx.chargeLine.findFirst({ where, select });
  if (!line) return refuseMissing("charge line");
  if (line.version !== version) {
    return refuseChanged(
      tx,
      { organizationId, type: "chargeLine", id },
      {
        name: line.name,
        kind: line.kind,
        isCreditBase: line.isCreditBase,
        effectiveFrom: dayOf(line.effectiveFrom),
        effectiveTo: dayOf(line.effectiveTo),
        version: line.version,
      },
    );
  }
  return done({ line, contract: locked.value });
}

function columnsOf(input: ChargeLineInput) {
  const { terms, effectiveFrom, effectiveTo, name, kind, isCreditBase } = input;
  return {
    name,
    kind,
    isCreditBase,
    parameters: JSON.parse(JSON.stringify(terms)),
    effectiveFrom: toDay(effectiveFrom),
    effectiveTo: toDay(effectiveTo),
  };
}

/** What the contract allows: free before signature, by an amendment with a first day after it. */
function refuseAddition(contract: LockedContract, input: ChargeLineInput) {
  if (areTermsEditable(contract.state)) return refuseUnlessEditable(contract);
  if (!AFTER_SIGNATURE.includes(contract.state)) return refuse("This contract has ended. Nothing can be added to it.");
  if (input.effectiveFrom) return null;
  return refuseFields({ effectiveFrom: "The contract is signed: write from which day the new line is charged." });
}

async function recordAsAmendment(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  contract: LockedContract,
  amendment: { effectiveFrom: string; summary: string },
): Promise<void> {
  await appendAmendment(tx, audit, actor, contract, { ...amendment, changes: {}, needsApproval: false });
}

/** A new line; in a signed contract it is an amendment as well. */
export function createChargeLine(
  actor: MemberActor,
  contractId: string,
  input: ChargeLineInput,
): Promise<Outcome<ChargeKey>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockContract(tx, actor, contractId);
    if (!locked.ok) return locked;
    const contract = locked.value;
    const refused = refuseAddition(contract, input);
    if (refused) return refused;
    const last = await tx.chargeLine.findFirst({
      where: { contractId },
      select: { position: true },
      orderBy: { position: "desc" },
    });
    const position = (last?.position ?? 0) + 1;
    const line = await tx.chargeLine.create({
      data: {
        ...columnsOf(input),
        organizationId: actor.organizationId,
        contractId,
        position,
        code: `CL-${String(position).padStart(2, "0")}`,
      },
      select: { id: true, code: true, name: true, version: true },
    });
    audit({ action: "chargeLine.create", subject: subjectOf(contract, line), after: input });
    if (areTermsEditable(contract.state)) await voidApprovalOf(tx, actor, contract);
    else {
      const summary = `Charge line ${line.code} ${line.name} is added`;
      await recordAsAmendment(tx, audit, actor, contract, { summary, effectiveFrom: input.effectiveFrom ?? "" });
    }
    return done({ id: line.id, version: line.version });
  });
}

/** An executive approved the charges too: a contract in review with other ones is decided anew. */
async function voidApprovalOf(tx: Transaction, actor: MemberActor, contract: LockedContract): Promise<void> {
  if (contract.approvedAt) await voidApproval(tx, actor, contract);
}

export function updateChargeLine(
  actor: MemberActor,
  id: string,
  version: number,
  input: ChargeLineInput,
): Promise<Outcome<ChargeKey>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockLine(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { line, contract } = locked.value;
    if (!areTermsEditable(contract.state)) {
      return refuse("A line of a signed contract is not rewritten. End it, and add the one that follows it.");
    }
    const refused = refuseUnlessEditable(contract);
    if (refused) return refused;
    const saved = await tx.chargeLine.update({
      where: { id, version },
      data: { ...columnsOf(input), version: { increment: 1 } },
      select: { version: true },
    });
    audit({ action: "chargeLine.update", subject: subjectOf(contract, line), before: line, after: input });
    await voidApprovalOf(tx, actor, contract);
    return done({ id, version: saved.version });
  });
}

export function removeChargeLine(
  actor: MemberActor,
  id: string,
  version: number,
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockLine(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { line, contract } = locked.value;
    const refused = refuseUnlessEditable(contract);
    if (refused) return refused;
    await tx.chargeLine.delete({ where: { id } });
    audit({ action: "chargeLine.remove", subject: subjectOf(contract, line), before: line });
    await voidApprovalOf(tx, actor, contract);
    return done({ contractId: contract.id });
  });
}

/** The last day of a line of a signed contract; what was charged stays. */
export function endChargeLine(
  actor: MemberActor,
  id: string,
  version: number,
  input: { effectiveTo: string; reason: string },
): Promise<Outcome<ChargeKey>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockLine(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { line, contract } = locked.value;
    if (!AFTER_SIGNATURE.includes(contract.state))
      return refuse("Only a line of a signed or running contract is ended.");
    const from = dayOf(line.effectiveFrom) ?? dayOf(contract.startDate);
    if (from && input.effectiveTo < from) return refuseFields({ effectiveTo: "The last day is not before the first." });
    const later = await tx.monthlyCharge.findFirst({
      where: { chargeLineId: id, month: { gt: input.effectiveTo.slice(0, 7) } },
      select: { month: true },
    });
    if (later) return refuse(`This line has a charge in ${later.month} already.`);
    const saved = await tx.chargeLine.update({
      where: { id, version },
      data: { effectiveTo: toDay(input.effectiveTo), version: { increment: 1 } },
      select: { version: true },
    });
    audit({
      action: "chargeLine.end",
      subject: subjectOf(contract, line),
      before: { effectiveTo: dayOf(line.effectiveTo) },
      after: input,
    });
    const summary = `Charge line ${line.code} ${line.name} ends on ${input.effectiveTo}: ${input.reason}`;
    await recordAsAmendment(tx, audit, actor, contract, { summary, effectiveFrom: input.effectiveTo });
    return done({ id, version: saved.version });
  });
}
