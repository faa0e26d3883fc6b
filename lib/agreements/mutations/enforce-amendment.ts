import "server-only";
import type { Actor } from "@/lib/access/actor";
import { applyAmendedLines } from "@/lib/charges/mutations/amended-lines";
import { shareDocuments } from "@/lib/contracts/documents";
import { contractEvents } from "@/lib/contracts/events";
import { type AmendmentRecord, updateAmendment } from "@/lib/contracts/mutations/amendments";
import { contractSubject, type LockedContract } from "@/lib/contracts/mutations/lock";
import { touch } from "@/lib/contracts/mutations/move";
import type { Audit } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { applyAmendedDefinitions } from "@/lib/service-levels/mutations/amended-definitions";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { agreementEvents } from "../events";
import { sealContractText } from "../queries/assemble-text";
import { type AmendmentParts, amendText, dayBefore, firstMonthUnder, type TextAmendment } from "../rules/amended-text";
import { requireCurrentText, sealPresentText } from "./store-text";

export type Work = { tx: Transaction; audit: Audit; tell: Tell; actor: Actor };

/** What an amendment does to the text. */
export function readAmendment({ number, effectiveFrom, changes, parts }: AmendmentRecord): TextAmendment {
  return {
    number,
    effectiveFrom,
    changes: changes as Record<string, unknown>,
    parts: parts as unknown as AmendmentParts,
  };
}

/**
 * Brings an amendment into force once it is approved where that is needed and assented to: every part in this
 * transaction, and what follows from it too. What comes out is the very text that was assented to, else it is a fault.
 */
export async function enforceWhenReady(
  work: Work,
  contract: LockedContract,
  amendment: AmendmentRecord,
): Promise<Outcome<{ isInForce: boolean }>> {
  const { tx, actor, audit, tell } = work;
  const assented = amendment.needsAssent ? await findAssent(tx, amendment.id) : null;
  if ((amendment.needsApproval && !amendment.approvedAt) || (amendment.needsAssent && !assented))
    return done({ isInForce: false });
  const place = { id: contract.id, organizationId: actor.organizationId };
  const current = await requireCurrentText(tx, place);
  const agreed = sealContractText(amendText(current.text, readAmendment(amendment)));
  if (assented && agreed.sha256 !== assented.sha256)
    return refuse(
      "The contract is another one than when this amendment was proposed. Withdraw it and propose it anew.",
    );
  await updateAmendment(tx, amendment.id, { state: "inForce", inForceAt: await databaseNow(tx) });
  await applyParts(work, contract, amendment);
  const present = await sealPresentText(tx, place, { content: agreed.content });
  if (present.sha256 !== agreed.sha256)
    throw new Error(`Amendment ${amendment.number} of ${contract.code} gives another text than the one agreed on.`);
  await touch(tx, contract.id);
  const { number, effectiveFrom } = amendment;
  audit({
    action: "amendment.enforce",
    subject: contractSubject(contract),
    after: { number, effectiveFrom, sha256: present.sha256 },
  });
  tell(contractEvents.amended({ contractId: contract.id, fromMonth: effectiveFrom.slice(0, 7) }));
  tell(agreementEvents.amendmentEnded({ contractId: contract.id, amendmentId: amendment.id }));
  return done({ isInForce: true });
}

function findAssent(tx: Transaction, amendmentId: string) {
  return tx.contractText.findFirst({
    where: { amendmentId, contractSignatures: { some: { side: "vendor", voidedAt: null } } },
    select: { sha256: true },
  });
}

async function applyParts({ tx, actor }: Work, contract: LockedContract, amendment: AmendmentRecord): Promise<void> {
  const { parts, effectiveFrom } = readAmendment(amendment);
  const place = { organizationId: actor.organizationId, contractId: contract.id };
  // The triggers of the parts let only this amendment through, and only in the transaction that brings it into force.
  await tx.$queryRaw`SELECT set_config('steward.amendment', ${amendment.id}, true)`;
  await applyAmendedLines(tx, { ...place, effectiveFrom, lastDay: dayBefore(effectiveFrom) }, parts.chargeLines);
  if (parts.documents.length > 0)
    await shareDocuments(
      tx,
      contract.id,
      parts.documents.map(({ id }) => id),
    );
  if (parts.kpis.length + parts.serviceLevels.length === 0) return;
  const scope = { ...place, timeZone: contract.timeZone, fromMonth: firstMonthUnder(effectiveFrom) };
  await applyAmendedDefinitions(tx, scope, parts);
}
