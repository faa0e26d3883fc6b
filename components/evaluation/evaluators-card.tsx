import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { Status } from "@/components/ui/status";
import type { Lot } from "@/lib/sourcing/evaluation/queries";

/** Who scores, and how far they are; no score is shown here. */
export function EvaluatorsCard({ lot }: { lot: Lot }) {
  return (
    <Card>
      <CardHeader title="Evaluators" />
      {lot.evaluators.map((evaluator) => {
        const conflicts = lot.conflicts.filter((each) => each.memberId === evaluator.memberId);
        const names = conflicts.map(
          (each) => lot.bids.find((bid) => bid.vendorId === each.vendorId)?.name ?? "another lot's bidder",
        );
        return (
          <CardRow
            key={evaluator.memberId}
            sub={
              names.length > 0
                ? `Conflict of interest: ${names.join(", ")}`
                : evaluator.declaredAt
                  ? "No conflict declared"
                  : null
            }
            action={
              evaluator.lockedAt ? (
                <Status tone="good">Locked</Status>
              ) : (
                <Status tone={evaluator.declaredAt ? "accent" : "neutral"}>
                  {evaluator.declaredAt ? "Scoring" : "To declare"}
                </Status>
              )
            }
          >
            {evaluator.name}
          </CardRow>
        );
      })}
      {lot.evaluators.length === 0 ? <CardRow>No evaluator is named in the RFP.</CardRow> : null}
    </Card>
  );
}
