import "server-only";
import type { Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { formatMoney } from "@/lib/shared/format";
import { calculateEvaluatedPrice } from "../rules/evaluated-price";
import { findAsked } from "./asked";
import type { OpeningFinding } from "./chain-check";
import type { MinutesBid } from "./minutes";
import { BROKEN_SEAL, findSubmitted, misfitOf, type Opened } from "./open-technical";
import type { OpeningRfp } from "./opening-rfp";
import type { SubmittedContent } from "./sealed-content";
import { openSubmission } from "./verified-submission";

type SubmittedBid = Awaited<ReturnType<typeof findSubmitted>>[number];

/** Why a price stays closed, or null for one that is opened. */
function reasonToStayClosed(bid: SubmittedBid, minimum: string): string | null {
  if (bid.state === "rejected") return bid.rejectionReason ?? "The bid is rejected.";
  const score = bid.technicalScore?.toFixed() ?? "0";
  return d(score).lt(minimum) ? `Technical score ${d(score).toFixed(2)}, under the minimum of ${minimum}.` : null;
}

/**
 * Unseals the prices of the bids that are still in; the others' envelopes stay closed for ever. A price that does not
 * fit its receipt or the audit chain is not read, and does not hold up the others.
 */
export async function openPriceEnvelopes(
  tx: Transaction,
  rfp: OpeningRfp,
  now: Date,
  barred: ReadonlySet<string | null>,
): Promise<Opened> {
  const lines: MinutesBid[] = [];
  const misfits: OpeningFinding[] = [];
  for (const bid of await findSubmitted(tx, rfp.id, ["valid", "rejected"])) {
    const submission = bid.bidSubmissions[0];
    const closedBecause = reasonToStayClosed(bid, rfp.minimumTechnical.toFixed());
    if (barred.has(bid.id)) continue;
    const opened = submission && !closedBecause ? openSubmission({ ...bid, currency: rfp.currency }, submission) : null;
    if (!submission || (!opened && !closedBecause)) {
      misfits.push(misfitOf(bid, BROKEN_SEAL));
      continue;
    }
    const line = {
      lot: bid.lot.number,
      vendor: bid.vendor.legalName,
      submittedAt: submission.submittedAt.toISOString(),
      receiptNumber: submission.receiptNumber,
      receiptHash: submission.receiptHash,
    };
    lines.push(
      opened ? { ...line, price: await writePrice(tx, rfp, bid, opened.content, now) } : { ...line, closedBecause },
    );
  }
  return { lines, misfits };
}

async function writePrice(
  tx: Transaction,
  rfp: OpeningRfp,
  bid: SubmittedBid,
  content: SubmittedContent,
  now: Date,
): Promise<string> {
  const asked = await findAsked(rfp.id, bid.lotId, tx);
  const unitPrices = new Map(content.prices.map(({ itemId, unitPrice }) => [itemId, unitPrice]));
  const items = asked.prices.map((item) => ({
    ...item,
    quantity: d(item.quantity),
    unitPrice: d(unitPrices.get(item.id) ?? "0"),
  }));
  const { result } = calculateEvaluatedPrice(items, { termMonths: rfp.termMonths, currency: rfp.currency });
  const amounts = new Map(result.lines.map(({ id, amount }) => [id, amount]));
  await tx.bidPriceLine.createMany({
    data: items.map(({ id, unitPrice }) => ({
      bidId: bid.id,
      itemId: id,
      unitPrice: unitPrice.toFixed(),
      amount: (amounts.get(id) ?? d(0)).toFixed(),
    })),
  });
  await tx.bid.update({
    where: { id: bid.id },
    data: { evaluatedPrice: result.total.toFixed(), priceOpenedAt: now, version: { increment: 1 } },
  });
  return formatMoney(result.total.toFixed(), rfp.currency, { locale: "en-GB" }, { digits: "paid" });
}

/** A price that cannot be read takes its bid out, with the reason that was decided. */
export async function rejectMisfits(tx: Transaction, misfits: OpeningFinding[], reason: string): Promise<void> {
  for (const { bidId } of misfits) {
    if (bidId === null) continue;
    await tx.bid.updateMany({
      where: { id: bidId, state: "valid" },
      data: { state: "rejected", rejectionReason: reason, version: { increment: 1 } },
    });
  }
}
