import "server-only";
import type { Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { formatMoney } from "@/lib/shared/format";
import { done, type Outcome } from "@/lib/shared/outcome";
import { calculateEvaluatedPrice } from "../rules/evaluated-price";
import { findAsked } from "./asked";
import type { MinutesBid } from "./minutes";
import { findSubmitted, refuseBroken } from "./open-technical";
import type { OpeningRfp } from "./opening-rfp";
import { openSubmission } from "./verified-submission";

type SubmittedBid = Awaited<ReturnType<typeof findSubmitted>>[number];

/** Why a price stays closed, or null for one that is opened. */
function reasonToStayClosed(bid: SubmittedBid, minimum: string): string | null {
  if (bid.state === "rejected") return bid.rejectionReason ?? "The bid is rejected.";
  const score = bid.technicalScore?.toFixed() ?? "0";
  return d(score).lt(minimum) ? `Technical score ${d(score).toFixed(2)}, under the minimum of ${minimum}.` : null;
}

/** Unseals the prices of the bids that are still in; the others' envelopes stay closed for ever. */
export async function openPriceEnvelopes(tx: Transaction, rfp: OpeningRfp, now: Date): Promise<Outcome<MinutesBid[]>> {
  const minutes: MinutesBid[] = [];
  for (const bid of await findSubmitted(tx, rfp.id, ["valid", "rejected"])) {
    const submission = bid.bidSubmissions[0];
    if (!submission) return refuseBroken(bid.vendor.legalName);
    const line = {
      lot: bid.lot.number,
      vendor: bid.vendor.legalName,
      submittedAt: submission.submittedAt.toISOString(),
      receiptNumber: submission.receiptNumber,
      receiptHash: submission.receiptHash,
    };
    const closedBecause = reasonToStayClosed(bid, rfp.minimumTechnical.toFixed());
    if (closedBecause) {
      minutes.push({ ...line, closedBecause });
      continue;
    }
    const asked = await findAsked(rfp.id, bid.lotId, tx);
    const opened = openSubmission({ ...bid, currency: rfp.currency }, submission);
    if (!opened) return refuseBroken(bid.vendor.legalName);
    const unitPrices = new Map(opened.content.prices.map(({ itemId, unitPrice }) => [itemId, unitPrice]));
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
    minutes.push({
      ...line,
      price: formatMoney(result.total.toFixed(), rfp.currency, { locale: "en-GB" }, { digits: "paid" }),
    });
  }
  return done(minutes);
}
