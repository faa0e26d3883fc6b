import { TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/status";
import { lowPriceLabels } from "@/lib/sourcing/explanations/labels";
import type { RankedLotBid } from "@/lib/sourcing/rules/lot-evaluation";

type LowPriceBadgeProps = { bid: Pick<RankedLotBid, "flags" | "explanation"> | undefined };

/** Marks a bid whose price is abnormally low, wherever the bid stands. */
export function LowPriceBadge({ bid }: LowPriceBadgeProps) {
  if (!bid?.flags.includes("abnormallyLow")) return null;
  return (
    <Badge tone={bid.explanation === "accepted" ? "neutral" : "warn"}>
      <TriangleAlert aria-hidden className="size-3!" /> {lowPriceLabels[bid.explanation ?? "open"]}
    </Badge>
  );
}
