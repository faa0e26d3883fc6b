import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import {
  done,
  type Outcome,
  type Refusal,
  refuse,
  refuseFields,
  refuseMissing,
  refuseStale,
} from "@/lib/shared/outcome";
import { lockRfp, shareRfp } from "../bids/locks";
import { refuseBiased } from "../evaluation/conflicts";
import { findLot, type Lot, rankLot } from "../evaluation/queries";
import { sourcingEvents } from "../events";
import { toInstantText } from "../rfps/rules";
import { findAbnormallyLow } from "../rules/abnormally-low";
import { findRivalFacts } from "../rules/rival-facts";

type Moved = { id: string; rfpId: string; version: number };

function subjectOf(id: string, lot: Lot, bidder: string) {
  return { type: "priceExplanation", id, label: `${lot.rfp.code} lot ${lot.number} price of ${bidder}` };
}

/** The lot of a bid with the RFP's row held; explanations and awards of one RFP go one after the other. */
async function holdLot(tx: Transaction, actor: MemberActor, bidId: string) {
  const where = { id: bidId, organizationId: actor.organizationId };
  const found = await tx.bid.findFirst({ where, select: { rfpId: true, lotId: true } });
  if (!found) return null;
  await lockRfp(tx, found.rfpId);
  const lot = await findLot(actor.organizationId, found.lotId, tx);
  const bid = lot?.bids.find((each) => each.id === bidId);
  return lot && bid ? { lot, bid } : null;
}

async function refuseNow(tx: Transaction, actor: MemberActor, lot: Lot, vendorId: string): Promise<Refusal | null> {
  if (lot.rfp.state !== "evaluation") return refuse("Prices are explained while the RFP is in evaluation.");
  const stands = lot.award && !["cancelled", "rejected"].includes(lot.award.state);
  if (stands) return refuse("An award of this lot stands. Cancel it first.");
  return refuseBiased(tx, actor, "explain", { rfpId: lot.rfp.id, vendorId });
}

/** What is written to a bidder says nothing of another one. */
function refuseIndiscreet(lot: Lot, bidId: string, field: string, text: string): Refusal | null {
  const rivals = lot.bids
    .filter((other) => other.id !== bidId)
    .map((other) => ({
      names: [...new Set([other.legalName, other.name])],
      prices: other.evaluatedPrice === null ? [] : [other.evaluatedPrice],
    }));
  const told = findRivalFacts(text, rivals);
  return told.length > 0 ? refuseFields({ [field]: `This tells about other bidders: ${told.join(", ")}.` }) : null;
}

export type Request = { bidId: string; request: string; dueAt: string };

/** Asks a bidder why the price is so low, with a day until which the answer is waited for. */
export async function askExplanation(actor: MemberActor, input: Request): Promise<Outcome<Moved>> {
  try {
    return await writeRequest(actor, input);
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("This bidder has been asked already.");
    throw error;
  }
}

function writeRequest(actor: MemberActor, input: Request): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const held = await holdLot(tx, actor, input.bidId);
    if (!held) return refuseMissing("opened bid");
    const { lot, bid } = held;
    const refused = await refuseNow(tx, actor, lot, bid.vendorId);
    if (refused) return refused;
    const ranked = (rankLot(lot)?.bids ?? []).flatMap((row) =>
      row.status === "ranked" && row.price !== null ? [{ id: row.id, price: d(row.price) }] : [],
    );
    const finding = findAbnormallyLow(ranked).get(bid.id);
    if (!finding) return refuse("This price is not abnormally low.");
    const now = await databaseNow(tx);
    const dueAt = toInstantText(input.dueAt, lot.rfp.timeZone);
    if (Date.parse(dueAt) <= now.getTime()) return refuseFields({ dueAt: "Give the bidder some time." });
    const indiscreet = refuseIndiscreet(lot, bid.id, "request", input.request);
    if (indiscreet) return indiscreet;
    const made = await tx.priceExplanation.create({
      data: {
        organizationId: actor.organizationId,
        rfpId: lot.rfp.id,
        bidId: bid.id,
        finding: finding.reason,
        request: input.request,
        dueAt,
        requestedById: actor.memberId,
        requestedAt: now,
      },
      select: { id: true, version: true },
    });
    tell(sourcingEvents.explanationAsked({ rfpId: lot.rfp.id, vendorId: bid.vendorId, explanationId: made.id }));
    audit({
      action: "explanation.ask",
      subject: subjectOf(made.id, lot, bid.legalName),
      after: { request: input.request, dueAt, finding: finding.reason },
    });
    return done({ ...made, rfpId: lot.rfp.id });
  });
}

/** The bidder explains, once, until the day that was given, by the clock of the database. */
export function answerExplanation(
  actor: VendorActor,
  input: { id: string; version: number; answer: string },
): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const where = { id: input.id, organizationId: actor.organizationId, bid: { vendorId: actor.vendorId } };
    const found = await tx.priceExplanation.findFirst({ where, select: { rfpId: true } });
    if (!found) return refuseMissing("request");
    await shareRfp(tx, found.rfpId);
    const { state, dueAt, rfp } = await tx.priceExplanation.findFirstOrThrow({
      where,
      select: { state: true, dueAt: true, rfp: { select: { code: true } } },
    });
    if (state !== "requested") return refuse("You have answered this already.");
    const now = await databaseNow(tx);
    if (now >= dueAt) return refuse("The time for the explanation is over.");
    const changed = await tx.priceExplanation.updateMany({
      where: { id: input.id, state: "requested", version: input.version },
      data: {
        state: "answered",
        answer: input.answer,
        answeredById: actor.contactId,
        answeredAt: now,
        version: { increment: 1 },
      },
    });
    if (changed.count === 0) return refuseStale();
    const { rfpId } = found;
    tell(sourcingEvents.explanationAnswered({ rfpId, vendorId: actor.vendorId, explanationId: input.id }));
    audit({
      action: "explanation.answer",
      subject: { type: "priceExplanation", id: input.id, label: `${rfp.code} price explanation` },
      after: { answer: input.answer },
    });
    return done({ id: input.id, rfpId, version: input.version + 1 });
  });
}

export type Decision = { id: string; version: number; isAccepted: boolean; reason: string };

/** Accepted, the price counts as any other; not accepted, the bid is rejected and counts in nobody's score any more. */
export function decideExplanation(actor: MemberActor, input: Decision): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const where = { id: input.id, organizationId: actor.organizationId };
    const found = await tx.priceExplanation.findFirst({ where, select: { bidId: true } });
    const held = found && (await holdLot(tx, actor, found.bidId));
    if (!held) return refuseMissing("request");
    const { lot, bid } = held;
    const refused = await refuseNow(tx, actor, lot, bid.vendorId);
    if (refused) return refused;
    const { state, dueAt } = await tx.priceExplanation.findFirstOrThrow({
      where,
      select: { state: true, dueAt: true },
    });
    if (state === "accepted" || state === "rejected") return refuse("This is decided already.");
    const now = await databaseNow(tx);
    if (state === "requested" && now < dueAt) return refuse("The bidder still has time to answer.");
    const indiscreet = refuseIndiscreet(lot, bid.id, "reason", input.reason);
    if (indiscreet) return indiscreet;
    const next = input.isAccepted ? "accepted" : "rejected";
    const changed = await tx.priceExplanation.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        state: next,
        decidedById: actor.memberId,
        decidedAt: now,
        decisionReason: input.reason,
        version: { increment: 1 },
      },
    });
    if (changed.count === 0) return refuseStale();
    if (!input.isAccepted) {
      const rejectionReason = `The price is abnormally low and could not be explained: ${input.reason}`;
      await tx.bid.update({
        where: { id: bid.id },
        data: { state: "rejected", rejectionReason, version: { increment: 1 } },
      });
    }
    const { vendorId } = bid;
    tell(sourcingEvents.explanationDecided({ rfpId: lot.rfp.id, vendorId, explanationId: input.id }));
    audit({
      action: input.isAccepted ? "explanation.accept" : "explanation.reject",
      subject: subjectOf(input.id, lot, bid.legalName),
      before: { state },
      after: { state: next, reason: input.reason },
    });
    return done({ id: input.id, rfpId: lot.rfp.id, version: input.version + 1 });
  });
}
