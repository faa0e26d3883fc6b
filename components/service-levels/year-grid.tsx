import clsx from "clsx";
import { Lock } from "lucide-react";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { ToneIcon } from "@/components/ui/status";
import { TONE_SOFT } from "@/components/ui/tone";
import { attainmentLabels } from "@/lib/service-levels/labels";
import type { BoardContract, findYear } from "@/lib/service-levels/queries/board";
import { showValue, valueText } from "@/lib/service-levels/value-text";
import { d, sum } from "@/lib/shared/decimal";
import { formatMoney, formatMonth, type Reader } from "@/lib/shared/format";
import { monthRange } from "@/lib/shared/month";

type Result = Awaited<ReturnType<typeof findYear>>[number];
type YearGridProps = {
  year: string;
  results: readonly Result[];
  periods: BoardContract["periods"];
  base: string;
  currency: string;
  reader: Reader;
};

/** KPI × month: value and state in each cell, the month's credits in the last row. */
export function YearGrid({ year, results, periods, base, currency, reader }: YearGridProps) {
  const months = monthRange(`${year}-01`, `${year}-12`);
  const kpis = [...new Map(results.map((result) => [result.kpi.id, result] as const)).values()].sort((a, b) =>
    a.kpi.code < b.kpi.code ? -1 : 1,
  );
  const cellOf = new Map(results.map((result) => [`${result.kpi.id} ${result.month}`, result] as const));
  const stateOf = new Map(periods.map((period) => [period.month, period.state] as const));
  const creditOf = (month: string) =>
    sum(results.filter((result) => result.month === month).map((result) => d(result.credit ?? "0")));
  return (
    <Card>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`Service levels of ${year}`}
        className="scroll-box -outline-offset-2 relative overflow-x-auto rounded-lg"
      >
        <table className="w-full border-separate border-spacing-0 text-sm [&_td]:border-line [&_td]:border-t [&_tbody_th]:border-line [&_tbody_th]:border-t [&_tfoot_th]:border-line [&_tfoot_th]:border-t">
          <caption className="sr-only">Service levels of {year} by month</caption>
          <thead className="text-ink-2 text-xs">
            <tr>
              <th scope="col" className="sticky left-0 z-2 min-w-44 bg-surface px-4 py-2 text-left font-medium">
                Service level
              </th>
              {months.map((month) => (
                <th key={month} scope="col" className="min-w-20 whitespace-nowrap px-2 py-2 text-right font-medium">
                  {stateOf.has(month) ? (
                    <Link
                      href={`${base}?month=${month}`}
                      className="inline-flex min-h-6 items-center gap-1 hover:text-accent"
                    >
                      {stateOf.get(month) === "locked" ? <Lock aria-label="Locked" className="size-3!" /> : null}
                      {formatMonth(month, reader, "short").split(" ")[0]}
                    </Link>
                  ) : (
                    formatMonth(month, reader, "short").split(" ")[0]
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kpis.map(({ kpi, expected }) => (
              <tr key={kpi.id}>
                <th scope="row" className="sticky left-0 z-1 bg-surface px-4 py-2 text-left font-medium">
                  {kpi.name}
                  <span className="block font-normal text-ink-3 text-xs">
                    expected {valueText(expected, kpi, reader)}
                  </span>
                </th>
                {months.map((month) => (
                  <YearCell
                    key={month}
                    result={cellOf.get(`${kpi.id} ${month}`)}
                    href={`${base}?month=${month}&level=${cellOf.get(`${kpi.id} ${month}`)?.serviceLevelId ?? ""}`}
                    reader={reader}
                  />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="sticky left-0 z-1 bg-surface px-4 py-2.5 text-left font-semibold">
                Credits
              </th>
              {months.map((month) => {
                const credit = creditOf(month);
                return (
                  <td key={month} className="tabular whitespace-nowrap px-2 py-2.5 text-right font-semibold">
                    {credit.isZero() ? (
                      <span className="text-ink-3">{stateOf.has(month) ? "—" : ""}</span>
                    ) : (
                      formatMoney(credit.toFixed(), currency, reader, { digits: "paid" })
                    )}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  );
}

function YearCell({ result, href, reader }: { result: Result | undefined; href: string; reader: Reader }) {
  if (!result) return <td className="px-2 py-2 text-right text-ink-3" />;
  const { label, tone } = attainmentLabels[result.status];
  const text = result.value === null ? "—" : showValue(result.value, result.kpi, reader).figure;
  return (
    <td className="px-1 py-1 text-right">
      <Link
        href={href}
        title={label}
        className={clsx(
          "tabular inline-flex min-h-8 w-full items-center justify-end gap-1 whitespace-nowrap rounded px-1.5 hover:outline hover:outline-line-strong",
          tone === "good" ? "text-ink" : TONE_SOFT[tone],
        )}
      >
        <ToneIcon tone={tone} className="size-3.5!" />
        <span className="sr-only">{label}: </span>
        {text}
      </Link>
    </td>
  );
}
