import { type Decimal, percentOf, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { done, type Outcome, refuseFields } from "@/lib/shared/outcome";
import type { Step } from "@/lib/shared/steps";
import type { Charge } from "./charge";

/** A row of a rate card. What is left out applies to every location, shift or date. */
export type Rate = {
  role: string;
  location?: string;
  shift?: string;
  /** First day on which the rate applies. */
  from?: string;
  rate: Decimal;
};

export type HoursWorked = { role: string; location?: string; shift?: string; date?: string; hours: Decimal };

export type TimeAndMaterialsTerms = { rates: readonly Rate[]; markupPercent: Decimal; notToExceed: Decimal | null };

function applies(rate: Rate, worked: HoursWorked): boolean {
  return (
    rate.role === worked.role &&
    (rate.location === undefined || rate.location === worked.location) &&
    (rate.shift === undefined || rate.shift === worked.shift) &&
    (rate.from === undefined || (worked.date !== undefined && rate.from <= worked.date))
  );
}

function precision(rate: Rate): number {
  return Number(rate.location !== undefined) + Number(rate.shift !== undefined);
}

/** The rate that says most about the hours; among equals the one that came into force last. Null: not on the card. */
export function findRate(rates: readonly Rate[], worked: HoursWorked): Rate | null {
  let best: Rate | null = null;
  for (const rate of rates) {
    if (!applies(rate, worked)) continue;
    const gain = best ? precision(rate) - precision(best) : 1;
    if (gain > 0 || (gain === 0 && (rate.from ?? "") > (best?.from ?? ""))) best = rate;
  }
  return best;
}

/**
 * Σ hours × rate + materials × (1 + mark-up), never more than the limit. Hours of a role that is not on the rate card
 * have no price: they are refused at their line.
 */
export function chargeTimeAndMaterials(
  terms: TimeAndMaterialsTerms,
  hours: readonly HoursWorked[],
  materials: Decimal,
): Outcome<Charge> {
  const steps: Step[] = [];
  const refusals: Record<string, string> = {};
  let labour = ZERO;
  hours.forEach((worked, index) => {
    const found = findRate(terms.rates, worked);
    if (!found) {
      refusals[`hours.${index}.role`] = `The rate card has no rate for ${worked.role}.`;
      return;
    }
    const amount = worked.hours.times(found.rate);
    labour = labour.plus(amount);
    steps.push({
      label: `${worked.role}: hours × rate`,
      value: `${worked.hours} × ${found.rate} = ${toDecimalText(amount)}`,
    });
  });
  if (Object.keys(refusals).length > 0) return refuseFields(refusals);

  const withMarkup = materials.plus(percentOf(materials, terms.markupPercent));
  const whole = labour.plus(withMarkup);
  steps.push(
    { label: "Time", value: toDecimalText(labour) },
    { label: `Materials with a mark-up of ${terms.markupPercent} %`, value: toDecimalText(withMarkup) },
    { label: "Time and materials", value: toDecimalText(whole) },
  );
  if (terms.notToExceed === null) return done({ result: whole, steps });
  steps.push({ label: "Not to exceed", value: toDecimalText(terms.notToExceed) });
  return done({ result: whole.gt(terms.notToExceed) ? terms.notToExceed : whole, steps });
}
