import clsx from "clsx";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import type { VisibleScores } from "@/lib/sourcing/evaluation/scores";
import type { LotEvaluation } from "@/lib/sourcing/rules/lot-evaluation";
import type { MatrixCell, MatrixRow } from "@/lib/sourcing/rules/moderation-matrix";
import { LowPriceBadge } from "./low-price-badge";
import { ModerateButton } from "./moderate-button";

type ModerationTableProps = {
  lot: Lot;
  rows: MatrixRow[];
  visible: VisibleScores;
  ranking: LotEvaluation | null;
  canModerate: boolean;
  /** Whether this person may settle this one: independent, and not the only one who scored it. */
  mayModerate: (criterionId: string, bid: Lot["bids"][number]) => boolean;
  reader: Reader;
};

const CELL = "border-line border-b px-3 py-2.5 text-right whitespace-nowrap";

function FootRow({ label, children, isLast = false }: { label: ReactNode; children: ReactNode; isLast?: boolean }) {
  return (
    <tr className={clsx("[&>*]:px-3 [&>*]:py-2.5", !isLast && "[&>*]:border-line [&>*]:border-b")}>
      <th scope="row" className="pl-4! text-left font-semibold">
        {label}
      </th>
      <td />
      {children}
      <td />
    </tr>
  );
}

function ScoreText({ cell, reader }: { cell: MatrixCell; reader: Reader }) {
  if (cell.agreed !== null) return formatDecimal(cell.agreed, reader, 1);
  if (cell.lowest === null || cell.highest === null) return <Dash />;
  return `${formatDecimal(cell.lowest, reader, 1)} to ${formatDecimal(cell.highest, reader, 1)}`;
}

/** Bids × criteria with the spread of the evaluators, and what it comes to: the page of the moderation meeting. */
export function ModerationTable({
  lot,
  rows,
  visible,
  ranking,
  canModerate,
  mayModerate,
  reader,
}: ModerationTableProps) {
  const { rfp } = lot;
  const ranked = new Map(ranking?.bids.map((bid) => [bid.id, bid]));
  const isMoney = rfp.priceMethod === "qualityInMoney";
  const totalText = (total: string) =>
    isMoney ? formatMoney(total, rfp.currency, reader) : formatDecimal(total, reader, 1);
  const share = (score: string, weight: string) =>
    formatDecimal(d(score).times(weight).dividedBy(100).toFixed(), reader, 1);
  return (
    <Card>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Moderation"
        className="scroll-box -outline-offset-2 relative overflow-x-auto rounded-lg"
      >
        <table className="tabular w-full border-separate border-spacing-0">
          <caption className="sr-only">Scores by criterion and bid</caption>
          <thead className="text-ink-2 text-xs">
            <tr className="[&>th]:border-line [&>th]:border-b [&>th]:px-3 [&>th]:py-2.5 [&>th]:text-right [&>th]:font-medium">
              <th scope="col" className="pl-4! text-left!">
                Criterion
              </th>
              <th scope="col">Weight</th>
              {lot.bids.map((bid) => (
                <th key={bid.id} scope="col" className="min-w-24">
                  {bid.name}
                  <span className="block font-normal">
                    <LowPriceBadge bid={ranked.get(bid.id)} />
                  </span>
                </th>
              ))}
              <th scope="col">Spread</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const criterion = lot.criteria.find((each) => each.id === row.criterionId);
              if (!criterion) return null;
              const isWide = row.cells.some((cell) => cell.isFlagged);
              return (
                <tr key={row.criterionId}>
                  <th scope="row" className="min-w-40 border-line border-b px-3 py-2.5 pl-4 text-left font-normal">
                    {criterion.name}
                  </th>
                  <td className={CELL}>{formatDecimal(criterion.weight, reader)} %</td>
                  {row.cells.map((cell) => {
                    const bid = lot.bids.find((each) => each.id === cell.bidId);
                    const isOpen = cell.agreed === null && cell.lowest !== null;
                    return (
                      <td
                        key={cell.bidId}
                        className={clsx(
                          CELL,
                          cell.isBest && "font-semibold",
                          (isOpen || cell.isFlagged) && "bg-warn-soft",
                        )}
                      >
                        {bid?.state === "rejected" ? (
                          <span className="text-ink-3">out</span>
                        ) : (
                          <ScoreText cell={cell} reader={reader} />
                        )}
                        {canModerate &&
                        bid &&
                        mayModerate(row.criterionId, bid) &&
                        bid.state !== "rejected" &&
                        (isOpen || cell.isModerated || cell.lowest === null) ? (
                          <span className="mt-1 flex justify-end">
                            <ModerateButton
                              rfpId={rfp.id}
                              criterion={criterion}
                              bid={bid}
                              cell={cell}
                              visible={visible}
                            />
                          </span>
                        ) : null}
                      </td>
                    );
                  })}
                  <td className={clsx(CELL, "pr-4", isWide && "font-semibold text-warn")}>
                    {formatDecimal(row.spread, reader, 1)}
                    {isWide ? " pts" : ""}
                  </td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <FootRow label={`Technical, of ${isMoney ? 100 : formatDecimal(rfp.technicalWeight, reader)}`}>
              {lot.bids.map((bid) => (
                <td key={bid.id} className="text-right">
                  {bid.technicalScore === null ? (
                    <Dash />
                  ) : (
                    share(
                      ranked.get(bid.id)?.technicalScore ?? bid.technicalScore,
                      isMoney ? "100" : rfp.technicalWeight,
                    )
                  )}
                </td>
              ))}
            </FootRow>
            <FootRow
              label={
                <>
                  {isMoney ? "Price" : `Price, of ${formatDecimal(rfp.priceWeight, reader)}`}
                  <span className="block font-normal text-ink-3 text-xs">{rfp.currency} over the term</span>
                </>
              }
            >
              {lot.bids.map((bid) => {
                const priceScore = ranked.get(bid.id)?.priceScore;
                return (
                  <td key={bid.id} className="text-right">
                    {priceScore ? share(priceScore, rfp.priceWeight) : isMoney ? null : <Dash />}
                    <span className="block whitespace-nowrap text-ink-3 text-xs">
                      {bid.evaluatedPrice === null
                        ? "not opened"
                        : formatMoney(bid.evaluatedPrice, rfp.currency, reader)}
                    </span>
                  </td>
                );
              })}
            </FootRow>
            <FootRow label={isMoney ? "Price less quality" : "Total"} isLast>
              {lot.bids.map((bid) => {
                const row = ranked.get(bid.id);
                const isOut = bid.state === "rejected" || row?.status === "belowMinimum";
                return (
                  <td key={bid.id} className={clsx("whitespace-nowrap text-right", row?.rank === 1 && "font-semibold")}>
                    {isOut ? "out" : row?.total ? totalText(row.total) : <Dash />}
                    {row?.tied ? <span className="block text-warn text-xs">tied</span> : null}
                  </td>
                );
              })}
            </FootRow>
          </tfoot>
        </table>
      </section>
    </Card>
  );
}
