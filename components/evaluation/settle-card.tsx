import { BadgeAlert, CircleCheck, LockKeyhole, Users } from "lucide-react";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardBody, CardHeader, CardRow } from "@/components/ui/card";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, type Reader } from "@/lib/shared/format";
import { lockTechnicalAction } from "@/lib/sourcing/evaluation/actions";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import type { MatrixRow } from "@/lib/sourcing/rules/moderation-matrix";

type Point = { key: string; icon: ReactNode; text: string };

function pointsOf(lot: Lot, rows: MatrixRow[], reader: Reader): Point[] {
  const nameOf = (id: string) => lot.bids.find((bid) => bid.id === id)?.name ?? "";
  const open = new Set(lot.bids.filter((bid) => bid.state !== "rejected").map((bid) => bid.id));
  const differing = lot.rfp.technicalLockedAt
    ? []
    : rows.flatMap((row) =>
        row.cells
          .filter((cell) => open.has(cell.bidId) && cell.agreed === null && cell.lowest !== null)
          .map((cell): Point => {
            const criterion = lot.criteria.find((each) => each.id === row.criterionId)?.name ?? "";
            const points = formatDecimal(cell.spread, reader);
            const text = `${criterion}: scores for ${nameOf(cell.bidId)} are ${points} ${cell.spread === "1" ? "point" : "points"} apart. Agree on one with a reason.`;
            return {
              key: `${row.criterionId}${cell.bidId}`,
              icon: <Users aria-hidden className={cell.isFlagged ? "text-warn" : "text-ink-3"} />,
              text,
            };
          }),
      );
  const waiting = lot.evaluators
    .filter((each) => each.lockedAt === null)
    .map((each) => ({
      key: each.memberId,
      icon: <LockKeyhole aria-hidden className="text-warn" />,
      text: `${each.name} has not locked the own scores.`,
    }));
  const unexamined = lot.bids
    .filter((bid) => bid.state === "opened")
    .map((bid) => ({
      key: bid.id,
      icon: <BadgeAlert aria-hidden className="text-warn" />,
      text: `Confirm the mandatory requirements of ${bid.name}, on the overview.`,
    }));
  const low = lot.bids
    .filter(
      (bid) =>
        bid.state === "valid" && bid.technicalScore !== null && d(bid.technicalScore).lt(lot.rfp.minimumTechnical),
    )
    .map((bid) => ({
      key: `low-${bid.id}`,
      icon: <BadgeAlert aria-hidden className="text-warn" />,
      text: `${bid.name} is under the minimum of ${formatDecimal(lot.rfp.minimumTechnical, reader)}; its price stays closed.`,
    }));
  return [...waiting, ...unexamined, ...differing, ...low];
}

type SettleCardProps = { lot: Lot; rows: MatrixRow[]; canModerate: boolean; reader: Reader };

/** What stands between here and the lock. */
export function SettleCard({ lot, rows, canModerate, reader }: SettleCardProps) {
  const points = pointsOf(lot, rows, reader);
  const isLocked = lot.rfp.technicalLockedAt !== null;
  return (
    <Card>
      <CardHeader title="To settle" />
      {points.map((point) => (
        <CardRow key={point.key} icon={point.icon}>
          {point.text}
        </CardRow>
      ))}
      {points.length === 0 ? (
        <CardRow icon={<CircleCheck aria-hidden className="text-good" />}>
          {isLocked ? "The technical scores are locked." : "Nothing: the technical scores can be locked."}
        </CardRow>
      ) : null}
      {canModerate && !isLocked && lot.rfp.technicalOpenedAt ? (
        <CardBody className="border-line border-t">
          <ActionButton
            action={lockTechnicalAction}
            fields={{ rfpId: lot.rfp.id, version: lot.rfp.version }}
            variant="primary"
            icon={<LockKeyhole aria-hidden />}
            confirm={{
              title: "Lock the technical scores?",
              body: (
                <p>
                  For all lots of this RFP. They cannot be changed afterwards; the prices of bids at or above the
                  minimum can then be opened by two people.
                </p>
              ),
              label: "Lock the technical scores",
            }}
          >
            Lock technical scores
          </ActionButton>
        </CardBody>
      ) : null}
    </Card>
  );
}
