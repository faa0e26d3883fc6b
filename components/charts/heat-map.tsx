import clsx from "clsx";
import Link from "next/link";

export type HeatCell = { x: number; y: number; count: number; href?: string };

type HeatMapProps = {
  /** What the grid counts, for example "Open risks by probability and impact". */
  caption: string;
  xLabel: string;
  yLabel: string;
  cells: readonly HeatCell[];
  size?: number;
  /** Places by `x × y`: from here amber, from there red. */
  warnFrom?: number;
  badFrom?: number;
};

/** Counts on a square of two scales. A plain table, so that it reads without seeing it. */
export function HeatMap({ caption, xLabel, yLabel, cells, size = 5, warnFrom = 6, badFrom = 15 }: HeatMapProps) {
  const scale = Array.from({ length: size }, (_, index) => index + 1);
  const find = (x: number, y: number) => cells.find((cell) => cell.x === x && cell.y === y);
  return (
    <table className="w-full table-fixed border-separate border-spacing-1 text-center text-sm">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col className="w-8" />
        <col span={size} />
      </colgroup>
      <tbody>
        {scale.toReversed().map((y) => (
          <tr key={y}>
            <th scope="row" className="font-medium text-ink-2 text-xs">
              <span className="sr-only">{yLabel} </span>
              {y}
            </th>
            {scale.map((x) => {
              const cell = find(x, y);
              const weight = x * y;
              const tone = weight >= badFrom ? "bad" : weight >= warnFrom ? "warn" : "good";
              const isFilled = cell !== undefined && cell.count > 0;
              return (
                <td
                  key={x}
                  className={clsx(
                    "h-10 rounded p-0 tabular",
                    { bad: "bg-bad-soft text-bad", warn: "bg-warn-soft text-warn", good: "bg-good-soft text-good" }[
                      tone
                    ],
                    isFilled ? "font-semibold" : "opacity-60",
                  )}
                >
                  {isFilled && cell.href ? (
                    <Link
                      href={cell.href}
                      className="grid h-full place-items-center rounded underline-offset-3 hover:underline"
                    >
                      <span>
                        {cell.count}
                        <span className="sr-only">
                          {" "}
                          with {yLabel} {y} and {xLabel} {x}
                        </span>
                      </span>
                    </Link>
                  ) : isFilled ? (
                    cell.count
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td className="text-ink-3 text-xs" />
          {scale.map((x) => (
            <th key={x} scope="col" className="font-medium text-ink-2 text-xs">
              <span className="sr-only">{xLabel} </span>
              {x}
            </th>
          ))}
        </tr>
        <tr>
          <td />
          <td colSpan={size} className="text-ink-3 text-xs">
            {yLabel} upwards, {xLabel} to the right
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
