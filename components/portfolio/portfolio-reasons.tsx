import { CalendarClock, CircleAlert, TriangleAlert } from "lucide-react";
import { Callout, type CalloutReason } from "@/components/ui/callout";
import type { PortfolioContent } from "@/lib/portfolio/content";
import { measureConcentration } from "@/lib/portfolio/rules/concentration";
import { shareMet } from "@/lib/portfolio/rules/summary";
import { d } from "@/lib/shared/decimal";
import { formatDate, formatDecimal, type Reader } from "@/lib/shared/format";

type Props = { content: PortfolioContent; reader: Reader; today: string };
const WEAK = 80;

function redEngagements(content: PortfolioContent): CalloutReason[] {
  const red = content.health.find((row) => row.health === "red")?.engagements ?? 0;
  if (red === 0) return [];
  return [
    {
      key: "red",
      tone: "bad",
      icon: <CircleAlert aria-hidden />,
      href: "/engagements?health=red",
      children: (
        <>
          <strong>{red === 1 ? "One engagement is red" : `${red} engagements are red`}</strong> of those that run.
        </>
      ),
    },
  ];
}

function weakestVendor(content: PortfolioContent, reader: Reader): CalloutReason[] {
  const worst = content.byVendor[0];
  const share = worst ? shareMet(worst) : null;
  if (!worst || !share || share.gte(WEAK)) return [];
  return [
    {
      key: "vendor",
      tone: "bad",
      icon: <TriangleAlert aria-hidden />,
      href: `/vendors/${worst.key}`,
      children: (
        <>
          <strong>{worst.label}</strong> met {formatDecimal(share.toFixed(), reader, 1)} % of its service levels in the
          last three months.
        </>
      ),
      sub: `${worst.met} of ${worst.counted}`,
    },
  ];
}

function lateRenewals(content: PortfolioContent, reader: Reader, today: string): CalloutReason[] {
  const late = content.renewals.filter((renewal) => renewal.decideBy < today);
  const first = late[0];
  if (!first) return [];
  return [
    {
      key: "renewal",
      tone: "warn",
      icon: <CalendarClock aria-hidden />,
      href: `/contracts/${first.contractId}`,
      children: (
        <>
          <strong>{late.length === 1 ? "One contract" : `${late.length} contracts`}</strong>{" "}
          {late.length === 1 ? "is" : "are"} past the last safe day to decide on the renewal.
        </>
      ),
      sub: `${first.title}: ${formatDate(first.decideBy, reader)}`,
    },
  ];
}

function dependence(content: PortfolioContent, reader: Reader): CalloutReason[] {
  const { result } = measureConcentration(
    content.charges.map((charge) => ({ node: charge.vendor, engagement: charge.engagement, amount: d(charge.amount) })),
  );
  const largest = result.shares[0];
  if (!largest || result.level !== "high") return [];
  return [
    {
      key: "dependence",
      tone: "warn",
      icon: <TriangleAlert aria-hidden />,
      href: `/vendors?q=${encodeURIComponent(largest.node)}`,
      children: (
        <>
          <strong>{largest.node}</strong> holds {formatDecimal(largest.share.toFixed(1), reader, 1)} % of the charges.
        </>
      ),
      sub:
        largest.engagements.length === 1
          ? "One engagement stops if it fails"
          : `${largest.engagements.length} engagements stop if it fails`,
    },
  ];
}

/** What deserves attention, in sentences with a figure and a way to the thing. */
export function PortfolioReasons({ content, reader, today }: Props) {
  const reasons = [
    ...redEngagements(content),
    ...weakestVendor(content, reader),
    ...lateRenewals(content, reader, today),
    ...dependence(content, reader),
  ];
  return reasons.length === 0 ? null : <Callout title="What deserves attention" reasons={reasons} />;
}
