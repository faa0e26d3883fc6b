import { Card, CardHeader } from "@/components/ui/card";
import { KeyFacts } from "@/components/ui/key-facts";
import { exclusionKindLabels } from "@/lib/service-levels/labels";
import type { BoardMonth } from "@/lib/service-levels/queries/board";
import { formatInstant, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

/** The month as a whole: credits against the cap, exclusions, restatements, who did what. */
export function MonthCard({ board, reader }: { board: BoardMonth; reader: Reader }) {
  const { period, exclusions, adjustments } = board;
  const money = (amount: string | null, sign: "auto" | "always" = "auto") =>
    amount === null ? null : formatMoney(amount, period.currency, reader, { digits: "paid", sign });
  const posted = adjustments.filter((each) => each.postedMonth === period.month && each.sourceMonth !== period.month);
  const restated = adjustments.filter((each) => each.sourceMonth === period.month);
  const facts = [
    { label: "Charges", value: money(period.charges) },
    {
      label: "Credits",
      value: period.creditTotal === null ? null : `${money(period.creditTotal)} of ${money(period.cap)} cap`,
    },
    ...(period.pointsCredit !== null && Number(period.pointsCredit) > 0
      ? [{ label: "Of it for points", value: money(period.pointsCredit) }]
      : []),
    ...posted.map((each) => ({
      label: "Adjustment",
      value: `${money(each.amount, "always")} for ${formatMonth(each.sourceMonth, reader)}`,
    })),
    ...restated.map((each) => ({
      label: "Restated",
      value: `${money(each.amount, "always")}, posted in ${formatMonth(each.postedMonth, reader)}`,
    })),
    ...exclusions.map((each) => ({
      label: "Excluded",
      value: `${each.serviceLevel ?? "All service levels"}: ${exclusionKindLabels[each.kind].toLowerCase()}`,
    })),
    ...(period.disputeReason && period.state === "disputed"
      ? [{ label: "Disputed", value: `${period.disputedBy ?? ""}: ${period.disputeReason}` }]
      : []),
    ...(period.noChargesReason ? [{ label: "No charges", value: period.noChargesReason }] : []),
    ...(period.unsignedReason ? [{ label: "Not signed by the vendor", value: period.unsignedReason }] : []),
    ...(period.verifiedAt
      ? [{ label: "Verified", value: `${formatInstant(period.verifiedAt, reader)}, ${period.verifiedBy ?? ""}` }]
      : []),
    ...(period.lockedAt
      ? [{ label: "Locked", value: `${formatInstant(period.lockedAt, reader)}, ${period.lockedBy ?? ""}` }]
      : []),
  ];
  return (
    <Card>
      <CardHeader title="Month" />
      <KeyFacts facts={facts} />
    </Card>
  );
}
