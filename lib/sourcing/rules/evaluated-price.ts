import { type Decimal, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { roundMoney } from "@/lib/shared/money";
import type { Step, Worked } from "@/lib/shared/steps";

/** `quantity` of a recurring item is the quantity of one month; that of a one-off item counts once. */
export type PricedItem = {
  id: string;
  name: string;
  kind: "recurring" | "oneOff";
  quantity: Decimal;
  unitPrice: Decimal;
};

export type EvaluatedPrice = { total: Decimal; lines: { id: string; amount: Decimal }[] };

/** Σ of the priced items over the term, each line rounded to the currency's minor unit before it is added. */
export function calculateEvaluatedPrice(
  items: PricedItem[],
  terms: { termMonths: number; currency: string },
): Worked<EvaluatedPrice> {
  const steps: Step[] = [];
  const lines = items.map((item) => {
    const once = item.unitPrice.times(item.quantity);
    const amount = roundMoney(item.kind === "recurring" ? once.times(terms.termMonths) : once, terms.currency);
    const months = item.kind === "recurring" ? ` × ${terms.termMonths} months` : "";
    const label = `${item.name}: ${item.quantity.toFixed()} × ${item.unitPrice.toFixed()}${months}`;
    steps.push({ label, value: toDecimalText(amount) });
    return { id: item.id, amount };
  });
  const total = lines.length === 0 ? ZERO : sum(lines.map((line) => line.amount));
  steps.push({ label: `Evaluated price in ${terms.currency}`, value: toDecimalText(total) });
  return { result: { total, lines }, steps };
}
