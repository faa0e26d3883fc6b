import { type Decimal, d } from "@/lib/shared/decimal";
import { measureEvaluatorSpread } from "./evaluator-agreement";

export type MatrixScore = { bidId: string; criterionId: string; evaluatorId: string; score: string };
export type MatrixModerated = { bidId: string; criterionId: string; score: string };

/** What stands for one bid under one criterion. `agreed` is null while the evaluators differ and nobody has moderated. */
export type MatrixCell = {
  bidId: string;
  lowest: string | null;
  highest: string | null;
  spread: string;
  agreed: string | null;
  isModerated: boolean;
  /** More than 2 points apart. */
  isFlagged: boolean;
  isBest: boolean;
};
export type MatrixRow = { criterionId: string; spread: string; cells: MatrixCell[] };

/** The matrix of bids × criteria as moderation sees it; a cell without scores has no figure at all. */
export function buildModerationMatrix(
  criteria: string[],
  bids: string[],
  scores: MatrixScore[],
  moderated: MatrixModerated[],
): MatrixRow[] {
  const spreads = measureEvaluatorSpread(
    scores.map((each) => ({
      evaluator: each.evaluatorId,
      bid: each.bidId,
      criterion: each.criterionId,
      score: d(each.score),
    })),
  );
  return criteria.map((criterionId) => {
    const cells = bids.map((bidId): MatrixCell => {
      const spread = spreads.find((each) => each.bid === bidId && each.criterion === criterionId);
      const settled = moderated.find((each) => each.bidId === bidId && each.criterionId === criterionId);
      const unanimous = spread?.spread.isZero() ? spread.lowest.toFixed() : null;
      return {
        bidId,
        lowest: spread?.lowest.toFixed() ?? null,
        highest: spread?.highest.toFixed() ?? null,
        spread: spread?.spread.toFixed() ?? "0",
        agreed: settled ? d(settled.score).toFixed() : unanimous,
        isModerated: settled !== undefined,
        isFlagged: spread?.needsModeration ?? false,
        isBest: false,
      };
    });
    const best = highest(cells.flatMap((cell) => (cell.agreed === null ? [] : [d(cell.agreed)])));
    for (const cell of cells) cell.isBest = best !== null && cell.agreed !== null && best.eq(cell.agreed);
    const widest = highest(cells.map((cell) => d(cell.spread)));
    return { criterionId, spread: widest?.toFixed() ?? "0", cells };
  });
}

function highest(values: Decimal[]): Decimal | null {
  return values.reduce<Decimal | null>((top, value) => (top === null || value.gt(top) ? value : top), null);
}
