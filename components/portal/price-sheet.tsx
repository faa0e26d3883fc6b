"use client";

import { Field } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { d, isDecimalText } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import type { Asked } from "@/lib/sourcing/bids/asked";
import { calculateEvaluatedPrice } from "@/lib/sourcing/rules/evaluated-price";
import { Theirs } from "./bid-question";
import { type DraftValues, priceKey } from "./draft-values";

type PriceSheetProps = {
  items: Asked["prices"];
  values: DraftValues;
  theirs: DraftValues;
  set: (field: string, value: string) => void;
  dismiss: (field: string) => void;
  currency: string;
  termMonths: number;
  reader: Reader;
};

function readPrice(text: string | undefined) {
  const trimmed = (text ?? "").trim();
  return isDecimalText(trimmed) && !d(trimmed).isNegative() ? d(trimmed) : null;
}

/** Unit prices by hand; amounts over the term and the total follow with every key. */
export function PriceSheet({ items, values, theirs, set, dismiss, currency, termMonths, reader }: PriceSheetProps) {
  const priced = items.flatMap((item) => {
    const unitPrice = readPrice(values[priceKey(item.id)]);
    return unitPrice ? [{ ...item, quantity: d(item.quantity), unitPrice }] : [];
  });
  const { result } = calculateEvaluatedPrice(priced, { termMonths, currency });
  const amounts = new Map(result.lines.map((line) => [line.id, line.amount.toFixed()]));
  const money = (amount: string) => formatMoney(amount, currency, reader, { digits: "paid" });
  return (
    <div className="scroll-box relative overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">Price sheet in {currency}</caption>
        <thead className="text-ink-2 text-xs">
          <tr className="[&>th]:border-line [&>th]:border-b [&>th]:px-3 [&>th]:py-2 [&>th]:font-medium">
            <th scope="col" className="text-left">
              Item
            </th>
            <th scope="col" className="text-left">
              Unit price
            </th>
            <th scope="col" className="text-right">
              Over {termMonths} months
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const amount = amounts.get(item.id);
            const field = priceKey(item.id);
            return (
              <tr
                key={item.id}
                id={item.id}
                className="scroll-mt-4 align-top [&>*]:border-line [&>*]:border-b [&>*]:px-3 [&>*]:py-2.5"
              >
                <th scope="row" className="min-w-24 text-left font-medium">
                  {item.name}
                  <span className="block font-normal text-ink-3 text-xs">
                    {formatDecimal(item.quantity, reader)} {item.unit},{" "}
                    {item.kind === "recurring" ? "every month" : "once"}
                  </span>
                </th>
                <td className="min-w-32">
                  <Field name={field} label={`Unit price of ${item.name}`} hideLabel required>
                    <DecimalInput
                      unit={currency}
                      value={values[field] ?? ""}
                      onChange={(event) => set(field, event.target.value)}
                    />
                  </Field>
                  <Theirs
                    theirs={theirs[field]}
                    onChange={(value) => set(field, value)}
                    onDismiss={() => dismiss(field)}
                  />
                </td>
                <td className="whitespace-nowrap text-right">{amount === undefined ? "—" : money(amount)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr className="font-semibold [&>*]:px-3 [&>*]:py-2.5">
            <th scope="row" colSpan={2} className="text-left">
              Total, as it is evaluated
            </th>
            <td className="whitespace-nowrap text-right" aria-live="polite">
              {money(result.total.toFixed())}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
