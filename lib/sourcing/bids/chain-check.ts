import "server-only";
import { findBreakSince, readTrail, type TrailEvent } from "@/lib/server/audit/trail";
import type { Transaction } from "@/lib/server/database";
import { type ChainEvent, type ChainFinding, compareWithChain, type StoredBid } from "../rules/chain-comparison";

/** `bidId` is null where the chain itself does not hold; `vendorId` where nobody can tell whose it was. */
export type OpeningFinding = { bidId: string | null; vendorId: string | null; bidder: string; problem: string };

function toChainEvent({ action, subjectId, after, actorName }: TrailEvent): ChainEvent {
  const text = (name: string) => (typeof after[name] === "string" ? after[name] : null);
  return {
    bidId: subjectId ?? "",
    action: action === "bid.submit" ? "submit" : "withdraw",
    number: Number(after.number),
    receiptNumber: text("receiptNumber"),
    receiptHash: text("receiptHash"),
    bidder: actorName,
  };
}

async function findStored(tx: Transaction, rfpId: string): Promise<(StoredBid & { vendorId: string })[]> {
  const bids = await tx.bid.findMany({
    where: { rfpId },
    select: {
      id: true,
      vendorId: true,
      state: true,
      vendor: { select: { legalName: true } },
      bidSubmissions: {
        where: { withdrawnAt: null },
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, receiptHash: true },
      },
    },
  });
  return bids.map((bid) => ({
    bidId: bid.id,
    vendorId: bid.vendorId,
    bidder: bid.vendor.legalName,
    isSubmitted: bid.state !== "draft" && bid.state !== "withdrawn",
    standing: bid.bidSubmissions[0] ?? null,
  }));
}

/** What does not fit between the bids of an RFP and what the audit chain says was submitted and not withdrawn. */
export async function findMismatches(
  tx: Transaction,
  rfp: { id: string; organizationId: string; code: string },
): Promise<OpeningFinding[]> {
  const { organizationId } = rfp;
  const trail = await readTrail(tx, {
    organizationId,
    actions: ["bid.submit", "bid.withdraw"],
    labelStart: `${rfp.code} lot `,
  });
  const stored = await findStored(tx, rfp.id);
  const findings = compareWithChain(trail.map(toChainEvent), stored);
  const broken = await findBreakSince(tx, organizationId, { action: "rfp.publish", subjectId: rfp.id });
  const whole =
    broken === null
      ? []
      : [{ bidId: null, vendorId: null, bidder: "The audit chain", problem: `does not hold: ${broken}` }];
  return [...whole, ...(await nameBidders(tx, findings, stored, trail))];
}

/** A bid that is gone is named by the vendor that the chain says it was from. */
async function nameBidders(
  tx: Transaction,
  findings: ChainFinding[],
  stored: { bidId: string; vendorId: string }[],
  trail: TrailEvent[],
): Promise<OpeningFinding[]> {
  if (findings.length === 0) return [];
  const vendorOf = (bidId: string) => {
    const told = trail.find((event) => event.subjectId === bidId)?.after.vendorId;
    return stored.find((bid) => bid.bidId === bidId)?.vendorId ?? (typeof told === "string" ? told : null);
  };
  const ids = findings.map((finding) => vendorOf(finding.bidId)).filter((id) => id !== null);
  const vendors = await tx.vendor.findMany({ where: { id: { in: ids } }, select: { id: true, legalName: true } });
  return findings.map((finding) => {
    const vendor = vendors.find((each) => each.id === vendorOf(finding.bidId));
    return { ...finding, vendorId: vendor?.id ?? null, bidder: vendor?.legalName ?? finding.bidder };
  });
}
