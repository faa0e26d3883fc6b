import { Card, CardHeader } from "@/components/ui/card";
import { driverLabels } from "@/lib/business-cases/labels";
import type { Sensitivity } from "@/lib/business-cases/rules/case-results";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";

type TornadoProps = { bars: Sensitivity[]; npv: string; currency: string; reader: Reader; name: string };

function changeText(bar: Sensitivity, value: string, reader: Reader): string {
  return `${formatDecimal(value, reader, 0, "always")} ${bar.driver === "discountRate" ? "points" : "%"}`;
}

/** How the present value moves when one driver moves: the widest bar is the one to watch. A table, so that it reads without seeing it. */
export function Tornado({ bars, npv, currency, reader, name }: TornadoProps) {
  const ends = bars.flatMap((bar) => [Number(bar.lowNpv), Number(bar.highNpv)]);
  const low = Math.min(Number(npv), 0, ...ends);
  const high = Math.max(Number(npv), 0, ...ends);
  const place = (value: number) => `${high === low ? 0 : ((value - low) / (high - low)) * 100}%`;
  const read = (amount: string) => formatMoney(amount, currency, reader, { compact: true });
  return (
    <Card>
      <CardHeader
        title="What the present value hangs on"
        sub={`“${name}”, one driver moved at a time; the line is the present value as planned.`}
      />
      <div className="scroll-box relative overflow-x-auto px-4 py-3.5">
        <table className="w-full min-w-120 text-sm">
          <caption className="sr-only">Present value at the low and the high end of each driver</caption>
          <thead className="text-left text-ink-2 text-xs">
            <tr>
              <th scope="col" className="w-44 pb-2 font-medium">
                Driver
              </th>
              <th scope="col" className="w-24 pb-2 text-right font-medium">
                Low
              </th>
              <th scope="col" className="px-3 pb-2 font-medium">
                <span className="sr-only">Range</span>
              </th>
              <th scope="col" className="w-24 pb-2 text-right font-medium">
                High
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => {
              const from = Math.min(Number(bar.lowNpv), Number(bar.highNpv));
              const to = Math.max(Number(bar.lowNpv), Number(bar.highNpv));
              return (
                <tr key={bar.driver}>
                  <th scope="row" className="py-1.5 text-left font-normal">
                    {driverLabels[bar.driver]}
                    <span className="block text-ink-3 text-xs">
                      {changeText(bar, bar.low, reader)} to {changeText(bar, bar.high, reader)}
                    </span>
                  </th>
                  <td className="tabular text-right">{read(bar.lowNpv)}</td>
                  <td className="px-3">
                    <svg aria-hidden width="100%" height="20" className="block">
                      <rect
                        x={place(from)}
                        y="3"
                        width={`${high === low ? 0 : ((to - from) / (high - low)) * 100}%`}
                        height="14"
                        rx="2"
                        className={from < 0 ? "fill-warn" : "fill-accent"}
                        opacity="0.75"
                      />
                      <line
                        x1={place(Number(npv))}
                        x2={place(Number(npv))}
                        y1="0"
                        y2="20"
                        className="stroke-ink"
                        strokeWidth="1.5"
                      />
                    </svg>
                  </td>
                  <td className="tabular text-right">{read(bar.highNpv)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
