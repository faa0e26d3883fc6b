import Link from "next/link";
import { Card, CardFooter } from "@/components/ui/card";
import { Sparkline } from "@/components/ui/sparkline";
import { attainmentLabels } from "@/lib/service-levels/labels";
import type { HistoryPoint } from "@/lib/service-levels/queries/board";
import type { ResultRecord } from "@/lib/service-levels/queries/period";
import { errorBudget } from "@/lib/service-levels/rules/error-budget";
import { countMisses } from "@/lib/service-levels/rules/failure-runs";
import { forecastNext } from "@/lib/service-levels/rules/forecast";
import { measureText } from "@/lib/service-levels/rules/measure-text";
import { showValue, valueText } from "@/lib/service-levels/value-text";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import { addMonths, monthRange } from "@/lib/shared/month";
import { AttainmentText } from "./state-text";

type LevelTileProps = {
  level: ResultRecord;
  history: readonly HistoryPoint[];
  month: string;
  currency: string;
  href: string;
  isSelected: boolean;
  reader: Reader;
};

const ORDINALS = new Map([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
]);
const isPercentage = (unit: string) => unit.trim() === "%";

/** One service level in a month: value, attainment, thirteen months, what it costs and where it is going. */
export function LevelTile({ level, history, month, currency, href, isSelected, reader }: LevelTileProps) {
  const byMonth = new Map(history.map((point) => [point.month, point] as const));
  const months = monthRange(addMonths(month, -12), month);
  const values = months.map((each) => byMonth.get(each)?.value ?? null);
  const shown = level.value === null ? null : showValue(level.value, level, reader);
  return (
    <Card selected={isSelected} className="relative flex flex-col">
      <div className="grid flex-1 content-start gap-2.5 px-4 py-3.5">
        <div>
          <h2 className="font-semibold">
            <Link href={href} scroll={false} className="after:absolute after:inset-0 hover:text-accent">
              {level.name}
            </Link>
          </h2>
          <p className="text-ink-3 text-sm">{measureText(level)}</p>
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <p className="tabular font-semibold text-figure-lg tracking-tight">
            {shown ? shown.figure : <span title="No data">—</span>}
            {shown?.unit ? <span className="ml-1.5 font-normal text-base text-ink-2">{shown.unit}</span> : null}
          </p>
          <AttainmentText status={level.status} />
        </div>
        <Sparkline
          size="tile"
          values={values.map((value) => (value === null ? null : Number(value)))}
          direction={level.direction}
          expected={Number(level.expected)}
          minimum={Number(level.minimum)}
          label={`${level.name} over 13 months, ${attainmentLabels[level.status].label.toLowerCase()} in the last`}
        />
      </div>
      <CardFooter className="gap-x-2!">
        <span>{consequence(level, history, currency, reader)}</span>
        <span>{outlook(level, values, reader)}</span>
      </CardFooter>
    </Card>
  );
}

/** What the month's value brings: a credit, how much more it could bear, how often it was missed. */
function consequence(level: ResultRecord, history: readonly HistoryPoint[], currency: string, reader: Reader): string {
  if (level.credit !== null && d(level.credit).gt(0))
    return `credit ${formatMoney(level.credit, currency, reader, { digits: "paid" })}`;
  if (level.status === "missing") return "not reported";
  if (level.status === "belowExpected" || level.status === "belowMinimum") {
    const misses = countMisses(history.map((point) => point.status));
    return `${ORDINALS.get(misses) ?? `${misses}th`} time in 12 months`;
  }
  if (level.numerator !== null && level.denominator !== null && isPercentage(level.unit))
    return budgetText(level, reader);
  return `expected ${valueText(level.expected, level, reader)}`;
}

function budgetText(level: ResultRecord, reader: Reader): string {
  const volume = d(level.denominator ?? "0");
  const good = d(level.numerator ?? "0");
  const { result } = errorBudget({
    level: {
      direction: level.direction,
      expected: d(level.expected),
      minimum: d(level.minimum),
      decimals: level.decimals,
    },
    volume,
    failing: level.direction === "higher" ? volume.minus(good) : good,
    forecast: volume,
  });
  return `budget ${formatDecimal(result.minimum.left.toFixed(), reader)} cases`;
}

function outlook(level: ResultRecord, values: readonly (string | null)[], reader: Reader): string {
  const known = values.map((value) => (value === null ? null : d(value)));
  const forecast = level.status === "missing" ? null : forecastNext(known, isPercentage(level.unit));
  if (forecast) {
    const decimals = level.decimals ?? 1;
    return `forecast ${valueText(forecast.toDecimalPlaces(Math.min(decimals, 2)), { ...level, decimals }, reader)}`;
  }
  return level.cases === null ? "" : `${formatDecimal(String(level.cases), reader)} cases`;
}
