import { type Decimal, ONE, sum, ZERO } from "@/lib/shared/decimal";
import { roundMoney } from "@/lib/shared/money";

/** Order by size, largest first; equal ones by name, so that the order in which lines come does not matter. */
function bySize(a: { id: string; credit: Decimal }, b: { id: string; credit: Decimal }): number {
  return b.credit.comparedTo(a.credit) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Scales lines (rounded, none negative) so that they sum to the cap exactly, when they are more. Each is rounded to
 * the minor unit; the remainder goes to the largest line. Should it be a reduction that is larger than that line, the
 * next largest bears the rest: no line becomes negative.
 */
export function scaleToCap<Line extends { id: string; credit: Decimal }>(
  lines: readonly Line[],
  cap: Decimal,
  currency: string,
): { lines: Line[]; isCapped: boolean; factor: Decimal } {
  const total = sum(lines.map((line) => line.credit));
  if (total.lte(cap)) return { lines: [...lines], isCapped: false, factor: ONE };
  const scaled = new Map(
    lines.map((line) => [line.id, roundMoney(line.credit.times(cap).dividedBy(total), currency)] as const),
  );
  let remainder = cap.minus(sum(scaled.values()));
  for (const { id } of [...lines].sort(bySize)) {
    const amount = scaled.get(id) ?? ZERO;
    const moved = remainder.lt(amount.negated()) ? amount.negated() : remainder;
    scaled.set(id, amount.plus(moved));
    remainder = remainder.minus(moved);
  }
  const factor = cap.dividedBy(total);
  return { lines: lines.map((line) => ({ ...line, credit: scaled.get(line.id) ?? ZERO })), isCapped: true, factor };
}
