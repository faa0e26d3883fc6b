import { ActionButton } from "@/components/ui/action-button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { moderateScoresAction } from "@/lib/sourcing/evaluation/actions";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import type { VisibleScores } from "@/lib/sourcing/evaluation/scores";
import type { MatrixCell } from "@/lib/sourcing/rules/moderation-matrix";

const SCORES = Array.from({ length: 11 }, (_, index) => String(index / 2));

type ModerateButtonProps = {
  rfpId: string;
  criterion: Lot["criteria"][number];
  bid: Lot["bids"][number];
  cell: MatrixCell;
  visible: VisibleScores;
};

/** Settles one cell: every evaluator's score and comment in view, one score agreed on, with its reason. */
export function ModerateButton({ rfpId, criterion, bid, cell, visible }: ModerateButtonProps) {
  const own = visible.scores.filter((each) => each.bidId === bid.id && each.criterionId === criterion.id);
  const settled = visible.moderated.find((each) => each.bidId === bid.id && each.criterionId === criterion.id);
  return (
    <ActionButton
      action={moderateScoresAction}
      fields={{ rfpId, criterionId: criterion.id, "scores.0.bidId": bid.id }}
      size="sm"
      variant="quiet"
      aria-label={`Moderate ${criterion.name} of ${bid.name}`}
      confirm={{
        title: `${criterion.name}: ${bid.name}`,
        body: (
          <div className="grid gap-4 text-ink">
            <ul className="grid gap-2">
              {own.map((each) => (
                <li key={each.evaluatorId} className="rounded-md bg-sunken px-3 py-2">
                  <span className="font-medium">
                    {each.evaluator}: {each.score}
                  </span>
                  {each.comment ? <span className="block whitespace-pre-line text-ink-2">{each.comment}</span> : null}
                </li>
              ))}
              {own.length === 0 ? <li>No evaluator without a conflict of interest has scored this.</li> : null}
            </ul>
            <Field name="scores.0.score" label="Agreed score" required>
              <Select
                defaultValue={cell.agreed ?? ""}
                placeholder="0 to 5"
                options={SCORES.map((value) => ({ value, label: value }))}
              />
            </Field>
            <Field name="scores.0.reason" label="Reason" required help="The evaluators' own scores stay on record.">
              <Textarea rows={3} defaultValue={settled?.reason ?? ""} />
            </Field>
          </div>
        ),
        label: "Keep the agreed score",
      }}
    >
      {cell.isModerated ? "Change" : "Settle"}
    </ActionButton>
  );
}
