import { type Decimal, HUNDRED, roundTo, ZERO } from "@/lib/shared/decimal";
import { TIE_DECIMALS } from "./evaluate-bids";
import type { TotalLine } from "./weight-flip";

/** A stretch of the weight over which the same bid leads; null where the lead is shared all along. */
export type WinnerRange = { from: Decimal; to: Decimal; winner: string | null };

function valueAt(line: TotalLine, weight: Decimal): Decimal {
  return line.at0.plus(line.at100.minus(line.at0).times(weight).dividedBy(HUNDRED));
}

function leaderAt(lines: TotalLine[], weight: Decimal): string | null {
  const values = lines.map((line) => ({ id: line.id, value: roundTo(valueAt(line, weight), TIE_DECIMALS) }));
  const best = values.reduce<Decimal | null>((top, { value }) => (top === null || value.gt(top) ? value : top), null);
  const leaders = values.filter(({ value }) => best !== null && value.eq(best));
  return leaders.length === 1 ? (leaders[0]?.id ?? null) : null;
}

/**
 * Who wins at which technical weight from 0 to 100. Exact: totals are straight lines over the weight, so the winner
 * can change only where two of them cross; between two neighbouring crossings it is read in the middle.
 */
export function findWinnerRanges(lines: TotalLine[]): WinnerRange[] {
  const crossings: Decimal[] = [];
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      const closing = b.at100.minus(b.at0).minus(a.at100.minus(a.at0));
      if (closing.isZero()) continue;
      const at = a.at0.minus(b.at0).times(HUNDRED).dividedBy(closing);
      if (at.gt(ZERO) && at.lt(HUNDRED)) crossings.push(at);
    }
  });
  const edges = [ZERO, ...crossings.sort((a, b) => a.comparedTo(b)), HUNDRED];
  const ranges: WinnerRange[] = [];
  edges.slice(1).forEach((to, index) => {
    const from = edges[index] ?? ZERO;
    if (from.eq(to)) return;
    const winner = leaderAt(lines, from.plus(to).dividedBy(2));
    const last = ranges.at(-1);
    if (last && last.winner === winner) last.to = to;
    else ranges.push({ from, to, winner });
  });
  return ranges;
}
