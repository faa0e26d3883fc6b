import { type Decimal, ONE, roundTo } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";
import { findPositiveRoots } from "./positive-roots";
import { DAYS_PER_YEAR, type DatedFlow, placeInTime } from "./present-value";

/** Every rate above −100 % at which the net present value is zero, ascending, as fractions with 20 decimals. */
export type InternalRate = { status: "unique" | "none" | "several"; values: Decimal[] };

const RATE_DECIMALS = 20;

/** More changes of sign than this are refused by the schema: no plan has them, and each costs a search. */
export const MAX_SIGN_CHANGES = 30;

/** How often the sign changes from one non-zero amount to the next. It is the most rates that there can be. */
export function countSignChanges(amounts: Decimal[]): number {
  const signs = amounts.filter((amount) => !amount.isZero()).map((amount) => amount.isNegative());
  return signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
}

/** With v = 1 ÷ (1 + rate) the net present value is a polynomial in v; rates above −100 % are its roots v > 0. */
export function findInternalRate(flows: Decimal[]): Worked<InternalRate> {
  const roots = findPositiveRoots(flows.map((coefficient, exponent) => ({ exponent, coefficient })));
  return report(roots.map((v) => ONE.dividedBy(v).minus(ONE)));
}

/** The same for dated flows by actual/365: the polynomial is in v^(1/365), with days as exponents. */
export function findDatedInternalRate(flows: DatedFlow[]): Worked<InternalRate> {
  const terms = placeInTime(flows).map(({ days, flow }) => ({ exponent: days, coefficient: flow.amount }));
  return report(findPositiveRoots(terms).map((v) => ONE.dividedBy(v.pow(DAYS_PER_YEAR)).minus(ONE)));
}

function report(rates: Decimal[]): Worked<InternalRate> {
  const values = rates.map((rate) => roundTo(rate, RATE_DECIMALS)).sort((a, b) => a.comparedTo(b));
  const status = values.length === 0 ? "none" : values.length === 1 ? "unique" : "several";
  const steps: Step[] = values.map((rate) => ({
    label: "Rate at which the net present value is zero",
    value: `${roundTo(rate.times(100), 10).toFixed()} %`,
  }));
  if (status === "none")
    steps.push({ label: "Internal rate of return", value: "none: no rate above −100 % gives zero" });
  if (status === "several") {
    steps.push({ label: "Internal rate of return", value: `${values.length} rates fit, so it decides nothing here` });
  }
  return { result: { status, values }, steps };
}
