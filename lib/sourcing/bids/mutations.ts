import "server-only";
import { randomBytes } from "node:crypto";
import type { VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { bidTransitions, nextState } from "../rules/states";
import { completenessOf, findAsked, tidyContent } from "./asked";
import { shareRfp } from "./locks";
import { bidSubject, checkInvited, checkOpenForBids, lockOwnBid, rfpFields } from "./own-bid";
import type { DraftContent } from "./schema";
import { hashText, makeNonce, sealContent, sealDraft, unsealContent, writeCanonicalText } from "./sealed-content";

export type Receipt = {
  bidId: string;
  number: number;
  receiptNumber: string;
  receiptHash: string;
  submittedAt: string;
  submittedBy: string;
  withdrawnAt: string | null;
};

/** Opens a bid for a lot; asking again answers the one that is there. */
export function startBid(
  actor: VendorActor,
  input: { rfpId: string; lotId: string },
): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    await shareRfp(tx, input.rfpId);
    const invited = await checkInvited(tx, actor, input.rfpId);
    if (!invited.ok) return invited;
    const lot = await tx.rfpLot.findFirst({
      where: { id: input.lotId, rfpId: input.rfpId, organizationId: actor.organizationId },
      select: { id: true, number: true, rfp: { select: rfpFields } },
    });
    if (!lot) return refuseMissing("lot");
    const open = checkOpenForBids(lot.rfp, await databaseNow(tx));
    if (!open.ok) return open;
    const made = await tx.bid.createMany({
      data: [{ organizationId: actor.organizationId, rfpId: lot.rfp.id, lotId: lot.id, vendorId: actor.vendorId }],
      skipDuplicates: true,
    });
    const bid = await tx.bid.findFirstOrThrow({
      where: { lotId: lot.id, vendorId: actor.vendorId },
      select: { id: true },
    });
    audit({
      action: made.count === 1 ? "bid.start" : "bid.resume",
      subject: bidSubject({ ...bid, rfp: lot.rfp, lot }),
    });
    return done(bid);
  });
}

export type SavedDraft = { id: string; version: number; completeness: number };

/** Keeps the draft, sealed at once. A version that is not the present one is told what stands there. */
export function saveDraft(
  actor: VendorActor,
  input: DraftContent & { id: string; version: number },
): Promise<Outcome<SavedDraft>> {
  return change(actor, async (tx, audit) => {
    const held = await lockOwnBid(tx, actor, input.id);
    if (!held) return refuseMissing("bid");
    const { bid, now } = held;
    const open = checkOpenForBids(bid.rfp, now);
    if (!open.ok) return open;
    const next = bid.state === "draft" ? "draft" : nextState(bidTransitions, bid.state, "edit");
    if (!next) return refuse("This bid is submitted. Withdraw it to change it.");
    if (bid.version !== input.version) {
      const { nonce: _, quantities: __, ...content } = unsealContent(bid.id, "draft", bid);
      const subject = { organizationId: actor.organizationId, type: "bid", id: bid.id };
      return refuseChanged(tx, subject, { content: JSON.stringify(content), version: bid.version });
    }
    const { id, version: _, ...content } = input;
    const asked = await findAsked(bid.rfpId, bid.lotId, tx);
    const known = new Set([...asked.questions, ...asked.prices].map((each) => each.id));
    const strange = [...content.answers.map((each) => each.questionId), ...content.prices.map((each) => each.itemId)];
    if (strange.some((each) => !known.has(each))) {
      return refuseFields({ answers: "An answer or a price belongs to something that this lot does not ask for." });
    }
    const completeness = completenessOf(asked, content).percent;
    await tx.bid.update({
      where: { id },
      data: { ...sealDraft(id, content), state: next, completeness, version: { increment: 1 } },
    });
    audit({ action: "bid.save", subject: bidSubject(bid), after: { completeness } });
    return done({ id, version: bid.version + 1, completeness });
  });
}

/** Submits the draft as it stands. The receipt's hash covers both envelopes. */
export function submitBid(actor: VendorActor, input: { id: string; version: number }): Promise<Outcome<Receipt>> {
  return change(actor, async (tx, audit) => {
    const held = await lockOwnBid(tx, actor, input.id);
    if (!held) return refuseMissing("bid");
    const { bid, now } = held;
    const open = checkOpenForBids(bid.rfp, now);
    if (!open.ok) return open;
    const invited = await checkInvited(tx, actor, bid.rfpId);
    if (!invited.ok) return invited;
    const next = nextState(bidTransitions, bid.state, "submit");
    if (!next) return refuse("This bid is submitted already.");
    if (bid.version !== input.version) return refuseMovedOn();
    const asked = await findAsked(bid.rfpId, bid.lotId, tx);
    const draft = unsealContent(bid.id, "draft", bid);
    const { problems } = completenessOf(asked, draft);
    if (problems.length > 0) {
      const fields = Object.fromEntries(problems.map(({ id, message }) => [id, message]));
      return refuseFields(
        fields,
        `The bid is not complete: ${problems.length} ${problems.length === 1 ? "entry needs" : "entries need"} a look.`,
      );
    }
    const quantities = Object.fromEntries(asked.prices.map((item) => [item.id, item.quantity]));
    const content = { ...tidyContent(asked, draft), quantities, nonce: makeNonce() };
    const number = bid.submissions + 1;
    const canonical = writeCanonicalText(content, {
      rfp: bid.rfpId,
      lot: bid.lotId,
      vendor: bid.vendorId,
      number,
      submittedAt: now,
      currency: bid.rfp.currency,
    });
    const receiptHash = hashText(canonical);
    const receiptNumber = makeReceiptNumber();
    await tx.bidSubmission.create({
      data: {
        organizationId: actor.organizationId,
        bidId: bid.id,
        number,
        receiptNumber,
        receiptHash,
        ...sealContent(bid.id, number, content),
        submittedById: actor.contactId,
        submittedAt: now,
      },
    });
    await tx.bid.update({
      where: { id: bid.id },
      data: { state: next, submissions: number, submittedAt: now, completeness: 100, version: { increment: 1 } },
    });
    await tx.rfpInvitation.updateMany({
      where: { rfpId: bid.rfpId, vendorId: actor.vendorId, state: { in: ["invited", "viewed"] } },
      data: { state: "intendsToBid", decidedAt: now, version: { increment: 1 } },
    });
    // The opening compares what it opens with this: see `findMismatches`.
    const { vendorId } = bid;
    audit({ action: "bid.submit", subject: bidSubject(bid), after: { number, receiptNumber, receiptHash, vendorId } });
    return done({
      bidId: bid.id,
      number,
      receiptNumber,
      receiptHash,
      submittedAt: now.toISOString(),
      submittedBy: actor.name,
      withdrawnAt: null,
    });
  });
}

/** Takes a submitted bid back, to change it or for good; its receipt stays on record as withdrawn. */
export function withdrawBid(
  actor: VendorActor,
  input: { id: string; version: number },
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit) => {
    const held = await lockOwnBid(tx, actor, input.id);
    if (!held) return refuseMissing("bid");
    const { bid, now } = held;
    const open = checkOpenForBids(bid.rfp, now);
    if (!open.ok) return open;
    const next = nextState(bidTransitions, bid.state, "withdraw");
    if (!next) return refuse("Only a submitted bid can be withdrawn.");
    if (bid.version !== input.version) return refuseMovedOn();
    await tx.bidSubmission.updateMany({
      where: { bidId: bid.id, number: bid.submissions, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    await tx.bid.update({
      where: { id: bid.id },
      data: { state: next, submittedAt: null, version: { increment: 1 } },
    });
    audit({ action: "bid.withdraw", subject: bidSubject(bid), after: { number: bid.submissions } });
    return done({ id: bid.id, version: bid.version + 1 });
  });
}

function refuseMovedOn(): Outcome<never> {
  return {
    ok: false,
    reason: "stale",
    message: "Somebody of your company changed this bid meanwhile. Load the page again and look at it first.",
  };
}

// Without letters that look alike. Random, because a running number would tell how many others have submitted.
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

function makeReceiptNumber(): string {
  return `RCP-${[...randomBytes(12)].map((byte) => LETTERS[byte % 32]).join("")}`;
}
