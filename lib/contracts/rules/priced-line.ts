import { type Decimal, percentOf, toDecimalText } from "@/lib/shared/decimal";
import { roundMoney } from "@/lib/shared/money";

export type PricedItem = {
  name: string;
  unit: string;
  kind: "recurring" | "oneOff";
  /** Of a recurring item: the quantity of one month. */
  quantity: Decimal;
  unitPrice: Decimal;
  /** Of the award: of what is shared by several vendors each bills its part. */
  sharePercent: Decimal;
  currency: string;
};

export type PricedChargeLine =
  | { kind: "milestone"; terms: { type: "milestone"; amount: string } }
  | { kind: "fixedFee"; terms: { type: "fixed"; monthly: string } }
  | {
      kind: "rateCard";
      terms: {
        type: "timeAndMaterials";
        rates: { role: string; location: null; shift: null; rate: string }[];
        markupPercent: string;
        notToExceed: null;
      };
    }
  | { kind: "unitPrice"; terms: { type: "unitPrice"; bands: [string, string][]; mode: "reached" } };

/**
 * The charge line that a priced item of a bid becomes: what is paid once is a milestone, what has a price per month a
 * fixed fee, hours a rate card, everything else a price per unit of volume. Amounts are those of the awarded share of
 * the quantity, rounded to the minor unit; prices per hour and unit stay, their volume is what is shared.
 */
export function pricedChargeLine(item: PricedItem): PricedChargeLine {
  const { kind, unit, name, quantity, unitPrice, sharePercent, currency } = item;
  const whole = toDecimalText(roundMoney(percentOf(unitPrice.times(quantity), sharePercent), currency));
  if (kind === "oneOff") return { kind: "milestone", terms: { type: "milestone", amount: whole } };
  if (/month/i.test(unit)) return { kind: "fixedFee", terms: { type: "fixed", monthly: whole } };
  const price = toDecimalText(unitPrice);
  if (/hour/i.test(unit)) {
    const rates = [{ role: name, location: null, shift: null, rate: price }];
    return { kind: "rateCard", terms: { type: "timeAndMaterials", rates, markupPercent: "0", notToExceed: null } };
  }
  return { kind: "unitPrice", terms: { type: "unitPrice", bands: [["0", price]], mode: "reached" } };
}
