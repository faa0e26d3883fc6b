import { StatStrip } from "@/components/ui/stat-strip";
import { StepsDialog } from "@/components/ui/steps-dialog";
import type { PortfolioContent } from "@/lib/portfolio/content";
import { summarisePortfolio } from "@/lib/portfolio/rules/summary";
import { formatDecimal, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type Props = { content: PortfolioContent; reader: Reader; decisions: number };

/** The minute's answer: what we spend, how it stands against the cases, which service levels fail, what waits. */
export function PortfolioFigures({ content, reader, decisions }: Props) {
  const { spend, credits, againstCase, lastMonth, steps } = summarisePortfolio(content);
  const money = (amount: string, sign: "auto" | "always" = "auto") =>
    formatMoney(amount, content.currency, reader, { sign });
  const isOver = againstCase?.difference.gt(0) ?? false;
  const others = content.otherCurrencies.map((other) => `${other.contracts} in ${other.currency}`).join(", ");
  return (
    <div className="grid gap-1.5">
      <StatStrip
        stats={[
          {
            label: "Spend, last 12 months",
            value: money(spend.toFixed()),
            sub: others ? `without contracts: ${others}` : "all running contracts",
          },
          againstCase
            ? {
                label: "Against the business cases",
                value: money(againstCase.difference.toFixed(), "always"),
                sub: `${againstCase.percent ? `${formatDecimal(againstCase.percent.abs().toFixed(), reader, 1)} % ` : ""}${isOver ? "over" : "under"} the plan`,
                tone: isOver ? "warn" : "good",
              }
            : { label: "Against the business cases", value: "—", sub: "no approved case covers these months" },
          {
            label: `Service levels, ${formatMonth(lastMonth.month, reader)}`,
            value: String(lastMonth.met),
            unit: `of ${lastMonth.counted} met`,
            sub: lastMonth.belowMinimum > 0 ? `${lastMonth.belowMinimum} below minimum` : "none below minimum",
            ...(lastMonth.belowMinimum > 0 ? { tone: "bad" as const } : {}),
            href: `/service-levels?month=${lastMonth.month}`,
          },
          {
            label: "Service credits, last 12 months",
            value: money(credits.toFixed()),
            sub: "calculated from locked and open months",
          },
          {
            label: "Decisions waiting",
            value: String(decisions),
            sub: decisions === 0 ? "nothing waits" : "for an approver",
            href: "/approvals",
          },
        ]}
      />
      <div className="justify-self-end">
        <StepsDialog title="How these figures come about" steps={steps} />
      </div>
    </div>
  );
}
