import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Prisma, type Transaction } from "@/lib/server/database";
import { decimalOf } from "@/lib/server/values";
import { findLot, type Lot, rankLot } from "../evaluation/queries";
import { type ComparedBid, explainOutcome, pointsPerCriterion } from "../rules/outcome-reason";
import { findRivalFacts } from "../rules/rival-facts";
import { frameLetter, type LetterFrame, type LetterReason, writeLetterText } from "./letters";
import { findBidsThatAreOut } from "./out-bids";

type Reading = Transaction | typeof db;

const awardFields = {
  id: true,
  lotId: true,
  currency: true,
  justification: true,
  tieDecision: true,
  organization: { select: { name: true } },
  awardShares: {
    orderBy: [{ sharePercent: "desc" }, { bidId: "asc" }],
    select: { bidId: true, sharePercent: true, amount: true },
  },
  letterDrafts: {
    select: { vendorId: true, text: true, version: true, editedBy: { select: { person: { select: { name: true } } } } },
  },
} satisfies Prisma.AwardSelect;

type DraftedAward = NonNullable<Awaited<ReturnType<typeof readAward>>>;

function readAward(organizationId: string, id: string, from: Reading) {
  return from.award.findFirst({ where: { id, organizationId }, select: awardFields });
}

export type LetterDraft = {
  vendorId: string;
  vendor: string;
  kind: "winner" | "unsuccessful";
  /** What stands between head and end, as it will be sent. */
  text: string;
  /** The whole letter. */
  body: string;
  /** Null: as the system wrote it. */
  editedBy: string | null;
  /** What it says about other bidders: it is not sent before this is out of it. */
  tellsOfOthers: string[];
  version: number;
};

/** The letters of an award as they would be sent now, one for each bidder of its lot. */
export async function findLetterDrafts(
  organization: OrganizationId,
  awardId: string,
  standstillUntil: string | null,
  from: Reading = db,
): Promise<LetterDraft[] | null> {
  const award = await readAward(organization, awardId, from);
  const lot = award && (await findLot(organization, award.lotId, from));
  if (!award || !lot) return null;
  const out = await findBidsThatAreOut(lot.id, from);
  const bidders = lot.bids.filter((bid) => bid.state === "valid" || bid.state === "rejected");
  return bidders.map((bid): LetterDraft => {
    const share = award.awardShares.find((each) => each.bidId === bid.id);
    const draft = award.letterDrafts.find((each) => each.vendorId === bid.vendorId);
    const frame: LetterFrame = {
      rfp: lot.rfp,
      lot: `Lot ${lot.number} ${lot.title}`,
      organization: award.organization.name,
      vendor: bid.legalName,
      standstillUntil,
    };
    const text = draft?.text ?? writtenFor(award, lot, bid, out.get(bid.id) ?? null);
    return {
      vendorId: bid.vendorId,
      vendor: bid.legalName,
      kind: share ? "winner" : "unsuccessful",
      text,
      body: frameLetter(frame, text),
      editedBy: draft?.editedBy.person.name ?? null,
      tellsOfOthers: findRivalFacts(text, rivalsOf(award, lot, bid)),
      version: (draft?.version ?? 0) + 1,
    };
  });
}

type Bid = Lot["bids"][number];

function writtenFor(award: DraftedAward, lot: Lot, bid: Bid, outBecause: string | null): string {
  const share = award.awardShares.find((each) => each.bidId === bid.id);
  return writeLetterText({
    award: share
      ? { sharePercent: decimalOf(share.sharePercent), amount: decimalOf(share.amount), currency: award.currency }
      : null,
    reason: share ? null : reasonFor(award, lot, bid, outBecause),
    points: pointsPerCriterion(lot.criteria, scoresOf(lot, bid)),
    technicalScore: bid.technicalScore,
  });
}

function scoresOf(lot: Lot, bid: Bid): ComparedBid["scores"] {
  return lot.criteria.map(({ id }) => ({ criterionId: id, score: bid.agreedScores[id] ?? null }));
}

function reasonFor(award: DraftedAward, lot: Lot, bid: Bid, outBecause: string | null): LetterReason {
  if (bid.state === "rejected") return { kind: "rejected", reason: bid.rejectionReason ?? "It was rejected." };
  if (outBecause !== null) return { kind: "out", reason: outBecause };
  const ranking = rankLot(lot);
  const compared = (ranking?.bids ?? []).flatMap((row): ComparedBid[] => {
    const known = lot.bids.find((each) => each.id === row.id);
    return known ? [{ ...row, scores: scoresOf(lot, known) }] : [];
  });
  const own = compared.find((each) => each.id === bid.id);
  if (!own || own.rank === null) return { kind: "belowMinimum", minimum: lot.rfp.minimumTechnical };
  const awarded = award.awardShares.flatMap((share) => compared.filter((each) => each.id === share.bidId));
  const reason = explainOutcome({
    bid: own,
    awarded,
    criteria: lot.criteria,
    technicalWeight: lot.rfp.technicalWeight,
    isQualityInMoney: lot.rfp.priceMethod === "qualityInMoney",
  });
  if (reason.kind === "passedOver") return { kind: "passedOver", written: award.justification };
  if (reason.kind === "tied") return { kind: "tied", rule: lot.rfp.tieRule, written: award.tieDecision ?? "" };
  return reason;
}

/** Names and prices of the others; a price that is also the own one tells nothing. */
function rivalsOf(award: DraftedAward, lot: Lot, bid: Bid) {
  const share = award.awardShares.find((each) => each.bidId === bid.id);
  const own = new Set([bid.evaluatedPrice, share ? decimalOf(share.amount) : null]);
  return lot.bids
    .filter((other) => other.id !== bid.id)
    .map((other) => ({
      names: [...new Set([other.legalName, other.name])].filter((name) => name !== bid.legalName && name !== bid.name),
      prices: other.evaluatedPrice !== null && !own.has(other.evaluatedPrice) ? [other.evaluatedPrice] : [],
    }));
}
