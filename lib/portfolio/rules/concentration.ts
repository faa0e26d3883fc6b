import { type Decimal, HUNDRED, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";

/** Yearly charges of one engagement at one node: a vendor, country, site or subcontractor. */
export type Charge = { node: string; engagement: string; amount: Decimal };

export type NodeShare = {
  node: string;
  amount: Decimal;
  /** Percent of all charges. */
  share: Decimal;
  /** Engagements that stop if this node fails. */
  engagements: string[];
};

export type ConcentrationLevel = "low" | "moderate" | "high";

export type Concentration = {
  total: Decimal;
  shares: NodeShare[];
  /** Herfindahl index: Σ share², shares in percent, so up to 10,000. Null without charges. */
  herfindahl: Decimal | null;
  level: ConcentrationLevel | null;
};

/** Limits of the market-concentration guidelines of the US authorities (2023): above 1,000, above 1,800. */
export const MODERATE_ABOVE = 1000;
export const HIGH_ABOVE = 1800;

/** Shares of charges by node, the largest first, and how concentrated they are. Amounts are zero or more. */
export function measureConcentration(charges: Charge[]): Worked<Concentration> {
  const nodes = new Map<string, { amount: Decimal; engagements: Set<string> }>();
  for (const { node, engagement, amount } of charges) {
    const known = nodes.get(node) ?? { amount: ZERO, engagements: new Set<string>() };
    known.amount = known.amount.plus(amount);
    known.engagements.add(engagement);
    nodes.set(node, known);
  }
  const total = sum(charges.map((charge) => charge.amount));
  const shares = [...nodes].map(([node, { amount, engagements }]) => ({
    node,
    amount,
    share: total.isZero() ? ZERO : amount.times(HUNDRED).dividedBy(total),
    engagements: [...engagements].sort(),
  }));
  shares.sort((a, b) => b.amount.comparedTo(a.amount) || (a.node < b.node ? -1 : 1));
  const herfindahl = total.isZero() ? null : sum(shares.map((one) => one.share.times(one.share)));
  const steps: Step[] = shares.map((one) => ({
    label: `${one.node}: ${one.amount.toFixed()} of ${total.toFixed()}`,
    value: `${toDecimalText(one.share)} %`,
  }));
  if (herfindahl) steps.push({ label: "Herfindahl index = Σ share²", value: toDecimalText(herfindahl) });
  return { result: { total, shares, herfindahl, level: herfindahl && rateConcentration(herfindahl) }, steps };
}

/** Exactly at a limit is still the lower level. */
export function rateConcentration(herfindahl: Decimal): ConcentrationLevel {
  if (herfindahl.gt(HIGH_ABOVE)) return "high";
  return herfindahl.gt(MODERATE_ABOVE) ? "moderate" : "low";
}
