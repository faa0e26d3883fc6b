import { BarsChart } from "@/components/charts/bars-chart";
import type { PortfolioContent } from "@/lib/portfolio/content";
import { formatMonth, type Reader } from "@/lib/shared/format";

type Props = { content: PortfolioContent; reader: Reader };

/** Charges by month beside what the approved cases planned; a bar leads to the charges of its month. */
export function SpendChart({ content, reader }: Props) {
  return (
    <BarsChart
      title="Spend against the business cases"
      sub={`${content.currency} a month, contracts in ${content.currency}`}
      axis="Month"
      points={content.money.slice(-13).map((row) => ({
        label: formatMonth(row.month, reader, "short"),
        href: `/portfolio/charges?month=${row.month}`,
        values: { actual: Number(row.actual), planned: row.planned === null ? null : Number(row.planned) },
      }))}
      series={[
        { key: "actual", label: "Charged", tone: "series-1" },
        { key: "planned", label: "Planned", tone: "neutral" },
      ]}
      look={{ locale: reader.locale, style: "currency", currency: content.currency }}
    />
  );
}

export function AttainmentChart({ content, reader }: Props) {
  return (
    <BarsChart
      title="Service levels by month"
      sub="Number of service levels in each state"
      axis="Month"
      stacked
      points={content.attainment.map((row) => ({
        label: formatMonth(row.month, reader, "short"),
        href: `/service-levels?month=${row.month}`,
        values: {
          met: row.met,
          belowExpected: row.belowExpected,
          belowMinimum: row.belowMinimum,
          missing: row.missing,
        },
      }))}
      series={[
        { key: "met", label: "Met", tone: "good" },
        { key: "belowExpected", label: "Below expected", tone: "warn" },
        { key: "belowMinimum", label: "Below minimum", tone: "bad" },
        { key: "missing", label: "Missing", tone: "neutral" },
      ]}
      look={{ locale: reader.locale }}
    />
  );
}
