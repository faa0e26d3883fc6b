import { formatDecimal, formatMonth } from "@/lib/shared/format";

export type Preview = {
  months: {
    month: string;
    value: string | null;
    numerator: string | null;
    denominator: string | null;
    cases: number;
    casesWithoutValue: number;
  }[];
  unassigned: number;
};

/** Values of the last months, with how many cases are behind them and how many could not be counted. */
export function PreviewTable({ preview, locale }: { preview: Preview; locale: string }) {
  if (preview.months.length === 0)
    return <p className="text-ink-2 text-sm">No case falls into the last twelve months.</p>;
  const number = (text: string | number) => formatDecimal(String(text), { locale });
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">Preview of the values</caption>
        <thead className="text-ink-2 text-xs">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              Month
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Value
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Cases
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              Without the figure
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.months.map((row) => (
            <tr key={row.month} className="tabular">
              <th scope="row" className="py-1 text-left font-normal">
                {formatMonth(row.month, { locale }, "short")}
              </th>
              <td className="py-1 text-right font-semibold">
                {row.value === null ? "—" : formatDecimal(row.value, { locale }, 2)}
              </td>
              <td className="py-1 text-right">{number(row.cases)}</td>
              <td className="py-1 text-right">{number(row.casesWithoutValue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.unassigned > 0 ? (
        <p className="mt-2 text-ink-2 text-sm">
          {number(preview.unassigned)} cases belong to no month: the moment is missing.
        </p>
      ) : null}
    </div>
  );
}
