import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import type { Lot, QuestionAnswers } from "@/lib/sourcing/evaluation/queries";
import type { VisibleScores } from "@/lib/sourcing/evaluation/scores";
import { ScoreCell } from "./score-cell";

type ScoreSheetProps = {
  lot: Lot;
  criterion: Lot["criteria"][number];
  questions: QuestionAnswers[];
  own: VisibleScores["scores"];
  conflicts: ReadonlySet<string>;
  isLocked: boolean;
};

/** One criterion across all bids, with their answers side by side. */
export function ScoreSheet({ lot, criterion, questions, own, conflicts, isLocked }: ScoreSheetProps) {
  return (
    <div className="grid gap-4 md:grid-cols-[repeat(auto-fit,minmax(18rem,1fr))]">
      {lot.bids.map((bid) => {
        const score = own.find((each) => each.bidId === bid.id && each.criterionId === criterion.id);
        const isBarred = conflicts.has(bid.vendorId);
        return (
          <Card key={bid.id} label={bid.name}>
            <CardHeader
              title={bid.name}
              action={
                bid.state === "rejected" ? (
                  <Status tone="bad">Rejected</Status>
                ) : isBarred ? (
                  <Status tone="warn">Conflict</Status>
                ) : null
              }
            />
            <CardBody className="grid gap-4">
              <dl className="grid gap-3">
                {questions.map((question) => (
                  <div key={question.id}>
                    <dt className="text-ink-3 text-xs">{question.text}</dt>
                    <dd className="whitespace-pre-line">
                      {question.bidAnswers.find((each) => each.bidId === bid.id)?.answer || "Not answered"}
                    </dd>
                  </div>
                ))}
              </dl>
              {bid.state === "rejected" || isBarred ? (
                <p className="text-ink-2 text-sm">
                  {isBarred ? "You declared a conflict of interest. You do not score this bid." : bid.rejectionReason}
                </p>
              ) : (
                <ScoreCell
                  key={criterion.id}
                  bidId={bid.id}
                  bidder={bid.name}
                  criterionId={criterion.id}
                  score={score?.score ?? ""}
                  comment={score?.comment ?? ""}
                  isLocked={isLocked}
                />
              )}
            </CardBody>
          </Card>
        );
      })}
    </div>
  );
}
