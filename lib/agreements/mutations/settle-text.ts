import "server-only";
import { askForApproval } from "@/lib/contracts/mutations/approve";
import { contractSubject, type LockedContract, lockContract } from "@/lib/contracts/mutations/lock";
import { markSigned, reopen } from "@/lib/contracts/mutations/move";
import { needsExecutive, voidApproval } from "@/lib/contracts/mutations/terms";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import type { ReactionContext, Tell } from "@/lib/server/happenings";
import { agreementEvents } from "../events";
import { findCurrentText, findSignedSides } from "../queries/current-text";
import { sealPresentText, storeText } from "./store-text";

/**
 * Brings the text of a contract that does not run yet up to date, in the transaction of whatever changed. Another text
 * voids the signatures and the approval of the one before. The same text, signed by both and approved where that is
 * needed, makes the contract signed.
 */
export async function settleText(
  context: ReactionContext,
  tell: Tell,
  { contractId, isNew = false }: { contractId: string; isNew?: boolean },
): Promise<void> {
  const { tx, actor, audit } = context;
  const locked = await lockContract(tx, actor, contractId);
  if (!locked.ok) throw new Error(`The contract whose text changed cannot be reached: ${locked.message}`);
  const contract = locked.value;
  if (contract.state === "draft") {
    if (await voidSignatures(tx, contractId, "The contract went back to draft."))
      tell(agreementEvents.signaturesVoided({ contractId, reason: "The contract went back to draft." }));
    return;
  }
  if (contract.state !== "inReview" && contract.state !== "signed") return;
  const place = { id: contractId, organizationId: actor.organizationId };
  const current = await findCurrentText(tx, contractId);
  const present = await sealPresentText(tx, place, isNew ? null : current);
  if (current?.sha256 === present.sha256) {
    await completeSigning(context, contract, current.id);
    return;
  }
  const made = await storeText(tx, place, present);
  audit({
    action: "contract.text",
    subject: contractSubject(contract),
    after: { number: made.number, sha256: made.sha256 },
  });
  if (!current) return;
  await followChangedText(context, contract);
  const reason = `The text has changed: number ${made.number} took the place of number ${current.number}.`;
  if (await voidSignatures(tx, contractId, reason)) tell(agreementEvents.signaturesVoided({ contractId, reason }));
}

async function voidSignatures(tx: Transaction, contractId: string, voidReason: string): Promise<boolean> {
  const voided = await tx.contractSignature.updateMany({
    where: { contractId, voidedAt: null, text: { amendmentId: null } },
    data: { voidedAt: await databaseNow(tx), voidReason },
  });
  return voided.count > 0;
}

/** What was approved was the earlier text; a contract that was signed is in review again. */
async function followChangedText({ tx, actor, audit }: ReactionContext, contract: LockedContract): Promise<void> {
  await voidApproval(tx, actor, contract);
  if (contract.state === "signed") await reopen(tx, contract.id);
  if (!(await needsExecutive(tx, actor.organizationId, contract))) return;
  if (actor.kind !== "member") throw new Error("Only a member changes what an executive has to approve.");
  const asked = await askForApproval(tx, audit, actor, contract);
  if (!asked.ok) throw new Error(asked.message);
}

async function completeSigning({ tx, actor, audit }: ReactionContext, contract: LockedContract, textId: string) {
  if (contract.state !== "inReview") return;
  const sides = await findSignedSides(tx, textId);
  if (!sides.client || !sides.vendor) return;
  if (contract.approvedAt === null && (await needsExecutive(tx, actor.organizationId, contract))) return;
  await markSigned(tx, contract.id);
  audit({ action: "contract.signed", subject: contractSubject(contract), after: { text: textId } });
}
