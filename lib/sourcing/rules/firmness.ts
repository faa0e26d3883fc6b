import { d } from "@/lib/shared/decimal";
import type { LotEvaluation } from "./lot-evaluation";

/** The nearest change of winner this many points away or less is narrow. */
export const NARROW = d(5);

export type Firmness = {
  /**
   * `firmly`: no weight and no method makes another bid the winner. `clearly`: only a far move of the technical weight
   * does. `narrowly`: a small move does. `byTheRules`: another method or a criterion names another winner.
   * `unexplained`: another bid would win without the abnormally low price that nobody has explained yet.
   */
  kind: "tie" | "none" | "firmly" | "clearly" | "narrowly" | "byTheRules" | "unexplained";
  /** The technical weights next to the set one at which the winner changes. */
  neighbours: { at: string; to: string | null }[];
  otherMethods: LotEvaluation["methods"];
  /** Criteria whose own weight, moved far enough, makes another bid the winner. */
  movingCriteria: LotEvaluation["criteria"];
};

/** How firm a result is. A word of certainty is only said where nothing that was tried names another winner. */
export function judgeFirmness(ranking: LotEvaluation, technicalWeight: string): Firmness {
  const neighbours = neighboursOf(ranking, technicalWeight);
  const otherMethods = ranking.methods.filter((each) => each.winner !== ranking.winner);
  const movingCriteria = ranking.criteria.filter((each) => each.flipsAt !== null);
  return { kind: kindOf(), neighbours, otherMethods, movingCriteria };

  function kindOf(): Firmness["kind"] {
    if (ranking.tie) return "tie";
    if (ranking.winner === null) return "none";
    if (ranking.without && ranking.without.winner !== ranking.winner) return "unexplained";
    const moves = [
      ...neighbours.map((each) => d(each.at).minus(technicalWeight).abs()),
      ...movingCriteria.map((each) =>
        d(each.flipsAt ?? "0")
          .minus(each.weight)
          .abs(),
      ),
    ];
    if (moves.some((move) => move.lte(NARROW))) return "narrowly";
    if (otherMethods.length > 0 || movingCriteria.length > 0) return "byTheRules";
    return moves.length === 0 ? "firmly" : "clearly";
  }
}

function neighboursOf(ranking: LotEvaluation, weight: string): Firmness["neighbours"] {
  const own = ranking.ranges.findIndex(
    (range) => d(range.from).lte(weight) && d(range.to).gte(weight) && range.winner === ranking.winner,
  );
  const [below, range, above] = [ranking.ranges[own - 1], ranking.ranges[own], ranking.ranges[own + 1]];
  return [
    ...(below && range ? [{ at: range.from, to: below.winner }] : []),
    ...(above && range ? [{ at: range.to, to: above.winner }] : []),
  ];
}
