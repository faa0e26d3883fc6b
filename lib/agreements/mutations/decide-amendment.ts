import "server-only";
import type { Actor, MemberActor, VendorActor } from "@/lib/access/actor";
import {
  type AmendmentRecord,
  amendmentSubject,
  lockAmendment,
  updateAmendment,
} from "@/lib/contracts/mutations/amendments";
import { contractSubject, type LockedContract } from "@/lib/contracts/mutations/lock";
import { decideApproval, withdrawApprovals } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { toDay } from "@/lib/server/values";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { agreementEvents } from "../events";
import type { Signing } from "../schema";
import { enforceWhenReady, type Work } from "./enforce-amendment";
import { refuseFutureDay } from "./sign";

export type Decided = { id: string; contractId: string; number: number; isInForce: boolean };
type Place = { contract: LockedContract; amendment: AmendmentRecord };

/** Does what is done with a proposed amendment, on a locked contract. */
function onProposed<Who extends Actor>(
  actor: Who,
  id: string,
  act: (work: Work & { actor: Who }, place: Place) => Promise<Outcome<{ isInForce: boolean }>>,
): Promise<Outcome<Decided>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockAmendment(tx, actor, id);
    if (!locked.ok) return locked;
    const { amendment, contract } = locked.value;
    if (amendment.state !== "proposed") return refuse("This amendment is not open any more. Load it again.");
    const acted = await act({ tx, audit, tell, actor }, locked.value);
    if (!acted.ok) return acted;
    return done({ id, contractId: contract.id, number: amendment.number, ...acted.value });
  });
}

type Ending = { state: "rejected" | "declined" | "withdrawn"; reason: string };

async function end({ tx, audit, tell, actor }: Work, { contract, amendment }: Place, { state, reason }: Ending) {
  if (state !== "rejected") await withdrawApprovals(tx, actor, { kind: "contract", subjectId: amendment.id });
  await updateAmendment(tx, amendment.id, { state, endedReason: reason });
  audit({
    action: `amendment.${state}`,
    subject: contractSubject(contract),
    after: { number: amendment.number, reason },
  });
  tell(agreementEvents.amendmentEnded({ contractId: contract.id, amendmentId: amendment.id }));
  return done({ isInForce: false });
}

/** An executive who did not write it approves or rejects. */
export function decideAmendment(
  actor: MemberActor,
  id: string,
  input: { decision: "approve" | "reject"; reason: string },
): Promise<Outcome<Decided>> {
  return onProposed(actor, id, async (work, place) => {
    const { tx, audit } = work;
    const { amendment, contract } = place;
    const isApproved = input.decision === "approve";
    const decided = await decideApproval(tx, audit, actor, {
      kind: "contract",
      subject: amendmentSubject(contract, amendment),
      isApproved,
      reason: input.reason || null,
      href: `/contracts/${contract.id}/amendments/${id}`,
      barredMemberIds: [amendment.createdById],
    });
    if (!decided.ok) return decided;
    if (!isApproved) return end(work, place, { state: "rejected", reason: input.reason });
    const approved = await updateAmendment(tx, id, { approvedById: actor.memberId, approvedAt: await databaseNow(tx) });
    return enforceWhenReady(work, contract, approved);
  });
}

type Name = { signedName: string; contactId?: string; memberId?: string; paperOn?: Date; ipAddress?: string | null };

async function putAssent(work: Work, { contract, amendment }: Place, sha256: string, name: Name) {
  const { tx, audit, actor } = work;
  const text = await tx.contractText.findFirst({
    where: { amendmentId: amendment.id },
    select: { id: true, number: true, sha256: true, contractSignatures: { select: { id: true } } },
  });
  if (!amendment.needsAssent || !text) return refuse("This amendment changes nothing that the vendor has signed.");
  if (text.contractSignatures.length > 0) return refuse("The vendor has assented to it already.");
  if (text.sha256 !== sha256)
    return refuse("This is not the text of the amendment. Read it again, and assent to that.");
  await tx.contractSignature.create({
    data: {
      ...name,
      organizationId: actor.organizationId,
      contractId: contract.id,
      textId: text.id,
      side: "vendor",
      signedAt: await databaseNow(tx),
    },
    select: { id: true },
  });
  audit({
    action: "amendment.assent",
    subject: contractSubject(contract),
    after: { number: amendment.number, signedName: name.signedName, text: text.number, sha256 },
  });
  return enforceWhenReady(work, contract, amendment);
}

/** The vendor's assent, by one of its contacts in the portal. */
export function assentToAmendment(actor: VendorActor, id: string, input: Signing): Promise<Outcome<Decided>> {
  const name = { contactId: actor.contactId, signedName: input.name, ipAddress: actor.ipAddress };
  return onProposed(actor, id, (work, place) => putAssent(work, place, input.sha256, name));
}

export function declineAmendment(actor: VendorActor, id: string, reason: string): Promise<Outcome<Decided>> {
  return onProposed(actor, id, (work, place) => end(work, place, { state: "declined", reason }));
}

/** A vendor that does not use the portal: procurement records what was signed on paper. */
export function recordPaperAssent(
  actor: MemberActor,
  id: string,
  input: { signedOn: string; name: string; sha256: string },
): Promise<Outcome<Decided>> {
  const name = { memberId: actor.memberId, signedName: input.name, paperOn: toDay(input.signedOn) };
  return onProposed(actor, id, async (work, place) => {
    const refused = await refuseFutureDay(work.tx, place.contract, input.signedOn);
    return refused ?? putAssent(work, place, input.sha256, name);
  });
}

export function withdrawAmendment(actor: MemberActor, id: string, reason: string): Promise<Outcome<Decided>> {
  return onProposed(actor, id, (work, place) => end(work, place, { state: "withdrawn", reason }));
}
