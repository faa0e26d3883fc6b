import { StatStrip } from "@/components/ui/stat-strip";
import type { Realised } from "@/lib/business-cases/rules/realised";
import type { LevelRow } from "@/lib/engagements/overview";
import { toDecimalText } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type SpendStripProps = {
  currency: string;
  reader: Reader;
  spent: string;
  creditsThisYear: string;
  year: string;
  realised: Realised | null;
  levels: LevelRow[];
  hrefs: { contracts: string; businessCase: string; serviceLevels: string };
};

/** Spend, savings, service levels and credits: only what there are figures for, a dash otherwise. */
export function SpendStrip(props: SpendStripProps) {
  const { currency, reader, spent, creditsThisYear, year, realised, levels, hrefs } = props;
  const month = levels.find((level) => level.month)?.month ?? null;
  const rated = levels.filter(
    (level) => level.status && ["met", "belowExpected", "belowMinimum"].includes(level.status),
  );
  const met = rated.filter((level) => level.status === "met").length;
  const below = rated.filter((level) => level.status === "belowMinimum").length;
  const variance = realised?.variancePercent ?? null;
  const read = (amount: string) => formatMoney(amount, currency, reader);
  return (
    <StatStrip
      stats={[
        {
          label: "Spend to date",
          value: spent === "0" ? "—" : read(spent),
          sub:
            variance === null
              ? "no approved case to compare with"
              : `${formatDecimal(toDecimalText(variance.abs().toDecimalPlaces(1)), reader, 1)} % ${variance.gte(0) ? "over" : "under"} the case`,
          href: hrefs.contracts,
        },
        {
          label: "Saved against keeping it",
          value: realised ? read(toDecimalText(realised.saved.toDecimalPlaces(0))) : "—",
          sub: realised
            ? `case said ${read(toDecimalText(realised.plannedSaved.toDecimalPlaces(0)))}`
            : "no figures yet",
          href: hrefs.businessCase,
        },
        {
          label: month ? `Service levels, ${formatMonth(month, reader)}` : "Service levels",
          value: rated.length === 0 ? "—" : String(met),
          ...(rated.length > 0 ? { unit: `of ${rated.length} met` } : {}),
          sub:
            rated.length === 0 ? "nothing measured yet" : below === 0 ? "none below minimum" : `${below} below minimum`,
          ...(below > 0 ? { tone: "bad" as const } : {}),
          href: hrefs.serviceLevels,
        },
        {
          label: `Credits ${year}`,
          value: creditsThisYear === "0" ? "—" : read(creditsThisYear),
          sub: creditsThisYear === "0" ? "none agreed" : "agreed, applied or settled",
          href: hrefs.serviceLevels,
        },
      ]}
    />
  );
}
