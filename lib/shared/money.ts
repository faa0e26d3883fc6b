import { type Decimal, d, roundTo, ZERO } from "./decimal";

export type Money = { amount: string; currency: string };

// ISO 4217 currencies whose minor unit is not 2 digits.
const MINOR_UNITS: Record<string, number> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Digits after the point of a currency's smallest unit (ISO 4217). */
export function minorUnits(currency: string): number {
  return MINOR_UNITS[currency] ?? 2;
}

/** Rounds half away from zero to the currency's minor unit. */
export function roundMoney(amount: Decimal, currency: string): Decimal {
  return roundTo(amount, minorUnits(currency));
}

/** The JSON shape of an amount, with exactly the currency's digits. */
export function toMoney(amount: Decimal, currency: string): Money {
  // Plus zero: a credit that rounds to nothing is 0.00, not -0.00.
  return { amount: roundMoney(amount, currency).plus(ZERO).toFixed(minorUnits(currency)), currency };
}

export function fromMoney(money: Money): Decimal {
  return d(money.amount);
}
