import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { lockContract } from "@/lib/contracts/mutations/lock";
import { lockEditable, refuseUnlessEditable } from "@/lib/contracts/mutations/terms";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { chargeEvents } from "../events";
import { lineCode } from "../rules/line-code";
import type { ChargeLineInput } from "../schema";

export type ChargeKey = { id: string; version: number };

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

export function columnsOf(input: ChargeLineInput) {
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

/** A new line, as long as the contract does not run yet. */
export function createChargeLine(
  actor: MemberActor,
  contractId: string,
  input: ChargeLineInput,
): Promise<Outcome<ChargeKey>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockEditable(tx, actor, contractId);
    if (!locked.ok) return locked;
    const contract = locked.value;
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
        code: lineCode(position),
      },
      select: { id: true, code: true, name: true, version: true },
    });
    audit({ action: "chargeLine.create", subject: subjectOf(contract, line), after: input });
    tell(chargeEvents.lineChanged({ contractId }));
    return done({ id: line.id, version: line.version });
  });
}

export function updateChargeLine(
  actor: MemberActor,
  id: string,
  version: number,
  input: ChargeLineInput,
): Promise<Outcome<ChargeKey>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockLine(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { line, contract } = locked.value;
    const refused = refuseUnlessEditable(contract);
    if (refused) return refused;
    const saved = await tx.chargeLine.update({
      where: { id, version },
      data: { ...columnsOf(input), version: { increment: 1 } },
      select: { version: true },
    });
    audit({ action: "chargeLine.update", subject: subjectOf(contract, line), before: line, after: input });
    tell(chargeEvents.lineChanged({ contractId: contract.id }));
    return done({ id, version: saved.version });
  });
}

export function removeChargeLine(
  actor: MemberActor,
  id: string,
  version: number,
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockLine(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { line, contract } = locked.value;
    const refused = refuseUnlessEditable(contract);
    if (refused) return refused;
    await tx.chargeLine.delete({ where: { id } });
    audit({ action: "chargeLine.remove", subject: subjectOf(contract, line), before: line });
    tell(chargeEvents.lineChanged({ contractId: contract.id }));
    return done({ contractId: contract.id });
  });
}
