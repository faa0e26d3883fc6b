import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldSet } from "@/components/ui/field";
import { DecimalInput, Textarea } from "@/components/ui/input";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import { proposeAwardAction } from "@/lib/sourcing/awards/actions";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import { isUnexplained, type LotEvaluation, type RankedLotBid } from "@/lib/sourcing/rules/lot-evaluation";
import { type Standing, standingBids } from "@/lib/sourcing/rules/standing-bids";
import { adviseOnTie } from "@/lib/sourcing/rules/tie-rule";

type ProposeFormProps = {
  lot: Lot;
  ranking: LotEvaluation;
  /** Bids whose award was cancelled: they are not proposed again. */
  out: ReadonlyMap<string, string>;
  reader: Reader;
};

function adviceOf({ lot }: ProposeFormProps, standing: Standing<RankedLotBid>): string {
  const best = Math.min(...standing.bids.flatMap((bid) => bid.rank ?? []));
  const tied = standing.bids.filter((bid) => bid.rank === best);
  const advice = adviseOnTie(
    lot.rfp.tieRule,
    tied.map((bid) => ({ id: bid.id, technicalScore: d(bid.technicalScore), price: d(bid.price ?? "0") })),
  );
  const name = tied.find((bid) => bid.id === advice.bid)?.name;
  return name ? `${advice.reason} That is ${name}.` : advice.reason;
}

/** Shares of the lot by ranked bid. The winner's share is filled in; a tie leaves it to people. */
export function ProposeForm(props: ProposeFormProps) {
  const { lot, ranking, out, reader } = props;
  const standing = standingBids(ranking.bids, new Set(out.keys()));
  const ranked = standing.bids.filter((bid) => bid.status === "ranked");
  const unexplained = ranking.bids.filter(isUnexplained);
  if (unexplained.length > 0) {
    return (
      <Note tone="warn" action={<LinkButton href={`/evaluations/${lot.id}/ranking`}>Go to the ranking</LinkButton>}>
        {unexplained.map((bid) => bid.name).join(", ")}: the price is abnormally low. Ask for an explanation and decide
        about it; then an award can be proposed.
      </Note>
    );
  }
  return (
    <Card>
      <CardHeader
        title="Propose the award"
        sub="Somebody else approves it: an executive above the organization's limit, else procurement."
      />
      <CardBody>
        <ActionForm action={proposeAwardAction} draftKey={`award:${lot.id}`}>
          <input type="hidden" name="lotId" value={lot.id} />
          <FieldSet legend="Share of the lot" help="The shares sum to 100 %. Leave out who gets nothing.">
            <div data-field="shares" className="grid gap-3">
              {ranking.bids
                .filter((bid) => out.has(bid.id))
                .map((bid) => (
                  <Note key={bid.id}>
                    {bid.rank}. {bid.name} is out: {out.get(bid.id)}
                  </Note>
                ))}
              {ranked.map((bid, index) => (
                <div key={bid.id}>
                  <input type="hidden" name={`shares.${index}.bidId`} value={bid.id} />
                  <Field
                    name={`shares.${index}.sharePercent`}
                    label={`${bid.rank}. ${bid.name}`}
                    help={`Total ${bid.total ? formatDecimal(bid.total, reader, 2) : "–"}, ${bid.price ? formatMoney(bid.price, lot.rfp.currency, reader) : ""}`}
                  >
                    <DecimalInput
                      unit="%"
                      className="max-w-40"
                      defaultValue={bid.id === standing.winner ? "100" : ""}
                    />
                  </Field>
                </div>
              ))}
            </div>
          </FieldSet>
          {standing.tie ? (
            <Field name="tieDecision" label="Decision on the tie" required help={adviceOf(props, standing)}>
              <Textarea rows={4} />
            </Field>
          ) : null}
          <Field name="justification" label="Reason" help="Needed when the best bid is passed over.">
            <Textarea rows={4} />
          </Field>
          <FormButtons>
            <SubmitButton>Propose the award</SubmitButton>
          </FormButtons>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
