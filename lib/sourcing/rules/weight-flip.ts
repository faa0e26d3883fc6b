import { type Decimal, HUNDRED, ZERO } from "@/lib/shared/decimal";

/** The weight at which the winner changes and who wins just beyond it; nulls when no weight of 0 to 100 does. */
export type WeightFlip = { flipsAt: Decimal | null; to: string | null };

/** A bid's total as a straight line over the weight, given by its ends. */
export type TotalLine = { id: string; at0: Decimal; at100: Decimal };

const STABLE: WeightFlip = { flipsAt: null, to: null };

function slopeOf(line: TotalLine): Decimal {
  return line.at100.minus(line.at0);
}

/**
 * Solves for the weight nearest to `current` at which another bid overtakes the winner. Exact: totals are linear in
 * the weight, so each rival has one crossing. A crossing at 0 or 100 itself only ties and does not count. At equal
 * distance the lower weight is reported. Without a winner (a tie) there is nothing to overtake.
 */
export function findWeightFlip(lines: TotalLine[], current: Decimal, winner: string | null): WeightFlip {
  const leader = lines.find((line) => line.id === winner);
  if (!leader) return STABLE;
  let nearest: { at: Decimal; rival: TotalLine } | null = null;
  for (const rival of lines) {
    if (rival === leader) continue;
    const closing = slopeOf(rival).minus(slopeOf(leader));
    if (closing.isZero()) continue;
    const at = leader.at0.minus(rival.at0).times(HUNDRED).dividedBy(closing);
    if (at.lte(ZERO) || at.gte(HUNDRED)) continue;
    if (nearest === null || isNearer(at, rival, nearest, current)) nearest = { at, rival };
  }
  return nearest === null ? STABLE : { flipsAt: nearest.at, to: nearest.rival.id };
}

function isNearer(at: Decimal, rival: TotalLine, known: { at: Decimal; rival: TotalLine }, current: Decimal): boolean {
  const order = at.minus(current).abs().comparedTo(known.at.minus(current).abs());
  if (order !== 0) return order < 0;
  if (!at.eq(known.at)) return at.lt(known.at);
  // Several rivals cross at the same weight: beyond it the one that climbs fastest in that direction leads.
  const steeper = slopeOf(rival).comparedTo(slopeOf(known.rival));
  return at.lt(current) ? steeper < 0 : steeper > 0;
}
