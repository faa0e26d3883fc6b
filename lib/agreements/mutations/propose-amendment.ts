import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { findChargedAfter } from "@/lib/charges/mutations/amended-lines";
import { WEIGHTY_TERMS } from "@/lib/contracts/labels";
import {
  type AmendmentRecord,
  amendmentSubject,
  lockAmendment,
  updateAmendment,
} from "@/lib/contracts/mutations/amendments";
import { contractSubject, type LockedContract } from "@/lib/contracts/mutations/lock";
import { isAboveApprovalLimit } from "@/lib/contracts/rules/value";
import { readContractTerms } from "@/lib/contracts/terms";
import { findApprovalLimit, requestApproval } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { dayOf } from "@/lib/server/values";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { agreementEvents } from "../events";
import { sealContractText } from "../queries/assemble-text";
import { amendText, dayBefore, type TextAmendment } from "../rules/amended-text";
import { findAmendmentProblems } from "../rules/amendment-problems";
import { amendedTerm, refuseChanges } from "./amendment-terms";
import { enforceWhenReady, readAmendment, type Work } from "./enforce-amendment";
import { requireCurrentText, storeText } from "./store-text";

export type ProposedAmendment = {
  id: string;
  number: number;
  needsApproval: boolean;
  needsAssent: boolean;
  isInForce: boolean;
  version: number;
};

type Proposing = Work & { actor: MemberActor };

function countParts({ parts }: TextAmendment): number {
  return parts.chargeLines.length + parts.kpis.length + parts.serviceLevels.length + parts.documents.length;
}

/** Lines that end or are followed by another may not have been charged beyond that day. */
async function refuseCharged(tx: Transaction, contractId: string, amended: TextAmendment): Promise<Refusal | null> {
  const last = dayBefore(amended.effectiveFrom);
  const codes = amended.parts.chargeLines.map(({ code }) => code);
  const charged = await findChargedAfter(tx, contractId, codes, last.slice(0, 7));
  return charged.length === 0
    ? null
    : refuseFields({
        effectiveFrom: `${charged.join(", ")} has been charged after ${last}. Amend it from a month that is not charged yet.`,
      });
}

/** Proposes what a draft says, to an executive above the limit and to the vendor where it changes what was signed. */
export async function propose(
  work: Proposing,
  contract: LockedContract,
  amendment: AmendmentRecord,
): Promise<Outcome<ProposedAmendment>> {
  const { tx, actor, audit, tell } = work;
  const { organizationId } = actor;
  const place = { id: contract.id, organizationId };
  const amended = readAmendment(amendment);
  const parts = countParts(amended);
  if (parts + Object.keys(amended.changes).length === 0)
    return refuse("Nothing in this amendment differs from what holds on its day. Change at least one thing.");
  const start = dayOf(contract.startDate);
  if (start && amended.effectiveFrom < start)
    return refuseFields({ effectiveFrom: "An amendment is not in force before the contract begins." });
  const readings = await readContractTerms(tx, organizationId, contract.id, amended.effectiveFrom);
  if (!readings) return refuseMissing("contract");
  const current = await requireCurrentText(tx, place);
  const problems = findAmendmentProblems(current.text, amended);
  if (Object.keys(problems).length > 0) return refuseFields(problems);
  const refused = refuseChanges(contract, readings, amended.changes) ?? (await refuseCharged(tx, contract.id, amended));
  if (refused) return refused;
  const sealed = sealContractText(amendText(current.text, amended));
  // What both sides signed stays word for word where only our own lead times change.
  const needsAssent = sealed.sha256 !== current.sha256;
  if (needsAssent) await storeText(tx, place, sealed, amendment.id);
  const isAbove = isAboveApprovalLimit(
    {
      yearlyValue: amendedTerm(readings, amended.changes, "yearlyValue"),
      currency: contract.currency,
      startDate: start,
      endDate: amendedTerm(readings, amended.changes, "endDate"),
    },
    await findApprovalLimit(tx, organizationId),
  );
  const isWeighty =
    parts > 0 || "creditTerms" in amended.changes || WEIGHTY_TERMS.some((term) => term in amended.changes);
  const needsApproval = isAbove && isWeighty;
  const proposed = await updateAmendment(tx, amendment.id, {
    state: "proposed",
    needsApproval,
    needsAssent,
    proposedAt: await databaseNow(tx),
  });
  const { number, summary, effectiveFrom } = proposed;
  audit({
    action: "contract.amend",
    subject: contractSubject(contract),
    after: { number, effectiveFrom, summary, changes: amended.changes, parts: amended.parts, sha256: sealed.sha256 },
  });
  if (needsApproval) {
    const asked = await requestApproval(tx, audit, actor, {
      kind: "contract",
      subject: amendmentSubject(contract, amendment),
      engagementId: contract.engagementId,
      summary: `Approve amendment ${number} of ${contract.code}: ${summary}`,
      requiredRole: "executive",
      href: `/contracts/${contract.id}/amendments/${amendment.id}`,
    });
    if (!asked.ok) return asked;
  }
  const ready = await enforceWhenReady(work, contract, proposed);
  if (!ready.ok) return ready;
  const told = { contractId: contract.id, amendmentId: amendment.id };
  if (!ready.value.isInForce) tell(agreementEvents.amendmentProposed(told));
  return done({ id: amendment.id, number, needsApproval, needsAssent, version: proposed.version, ...ready.value });
}

export function proposeAmendment(
  actor: MemberActor,
  id: string,
  version: number,
): Promise<Outcome<ProposedAmendment & { contractId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockAmendment(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { amendment, contract } = locked.value;
    if (amendment.state !== "draft") return refuse("Only a draft is proposed.");
    const proposed = await propose({ tx, audit, tell, actor }, contract, amendment);
    return proposed.ok ? done({ ...proposed.value, contractId: contract.id }) : proposed;
  });
}
