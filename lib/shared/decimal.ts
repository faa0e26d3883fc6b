import { Decimal as DecimalJs } from "decimal.js";

/**
 * The one decimal type of the rules: 40 significant digits, half away from zero, never in exponent notation
 * for the sizes that money and ratios have. A private clone, so that no other package can change its settings.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
});
export type Decimal = DecimalJs;

export type DecimalInput = string | number | Decimal;

/** Short constructor: `d("12.5")`. Numbers are for literals in code; what comes from outside is a string. */
export function d(value: DecimalInput): Decimal {
  return new Decimal(value);
}

export const ZERO = d(0);
export const ONE = d(1);
export const HUNDRED = d(100);

/** Rounds half away from zero. ROUND_HALF_UP of decimal.js is exactly that, for negative values too. */
export function roundTo(value: Decimal, decimals: number): Decimal {
  return value.toDecimalPlaces(decimals, DecimalJs.ROUND_HALF_UP);
}

export function sum(values: Iterable<Decimal>): Decimal {
  let total: Decimal = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** `percentOf(amount, 10)` is a tenth. */
export function percentOf(amount: Decimal, percent: Decimal): Decimal {
  return amount.times(percent).dividedBy(HUNDRED);
}

export const DECIMAL_TEXT = /^-?\d{1,20}(\.\d{1,20})?$/;

/** A decimal as it may stand in JSON or a form: no exponent, no sign of plus, no blanks. */
export function isDecimalText(text: string): boolean {
  return DECIMAL_TEXT.test(text);
}

/**
 * A decimal for the border: plain digits, at most 30 significant ones, so that the noise of a division does not show,
 * and at most 60 behind the point, so that what is next to nothing does not fill a page with zeros.
 */
export function toDecimalText(value: Decimal): string {
  return value.toSignificantDigits(30).toDecimalPlaces(60).toFixed();
}
