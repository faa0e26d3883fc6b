import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { InstantText } from "@/components/ui/date-text";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input, Textarea } from "@/components/ui/input";
import type { Reader } from "@/lib/shared/format";
import type { Lot } from "@/lib/sourcing/evaluation/queries";
import { askExplanationAction, decideExplanationAction } from "@/lib/sourcing/explanations/actions";
import type { LotEvaluation } from "@/lib/sourcing/rules/lot-evaluation";
import { LowPriceBadge } from "./low-price-badge";

type Bid = Lot["bids"][number];
type LowPricesCardProps = { lot: Lot; ranking: LotEvaluation; canDecide: boolean; now: string; reader: Reader };

const REQUEST = `Your price appears low for what the RFP asks for. Please explain how you arrive at it: the way of working, the staffing, the tools, anything that lets you offer it, and confirm that it covers everything that was asked for.`;

function AskButton({ bid, timeZone }: { bid: Bid; timeZone: string }) {
  return (
    <FormDialog
      action={askExplanationAction}
      fields={{ bidId: bid.id }}
      title={`Ask ${bid.name} to explain the price`}
      submit="Ask for the explanation"
      label="Ask for an explanation"
      variant="primary"
      draftKey={`explain:${bid.id}`}
    >
      <Field name="request" label="What the bidder reads" required help="Say nothing about the others' prices.">
        <Textarea rows={6} defaultValue={REQUEST} />
      </Field>
      <Field name="dueAt" label="Answer until" required help={`In ${timeZone}`}>
        <Input type="datetime-local" />
      </Field>
    </FormDialog>
  );
}

function DecideButton({ bid }: { bid: Bid }) {
  if (!bid.explanation) return null;
  return (
    <FormDialog
      action={decideExplanationAction}
      fields={{ id: bid.explanation.id, version: bid.explanation.version }}
      title={`Decide about the price of ${bid.name}`}
      submit="Keep the decision"
      label="Decide"
      variant="primary"
    >
      <Field name="isAccepted" label="Decision" required group>
        <RadioGroup
          options={[
            { value: "true", label: "The explanation is accepted", help: "The price counts as any other." },
            { value: "false", label: "It is not accepted", help: "The bid is rejected and counts in nobody's score." },
          ]}
        />
      </Field>
      <Field name="reason" label="Reason" required help="The bidder reads it. Say nothing about the others' prices.">
        <Textarea rows={4} />
      </Field>
    </FormDialog>
  );
}

/** Each abnormally low price: what was asked, what the bidder says, what was decided. */
export function LowPricesCard({ lot, ranking, canDecide, now, reader }: LowPricesCardProps) {
  const flagged = ranking.bids.filter((bid) => bid.flags.includes("abnormallyLow"));
  if (flagged.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title="Abnormally low prices"
        sub="At least 40 % below the mean of the others, or 30 % below the next price"
      />
      {flagged.map((row) => {
        const bid = lot.bids.find((each) => each.id === row.id);
        if (!bid) return null;
        const asked = bid.explanation;
        const mayDecide = asked && (asked.state === "answered" || (asked.state === "requested" && now >= asked.dueAt));
        return (
          <CardBody key={bid.id} className="grid gap-3 border-line border-t first:border-t-0">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {bid.legalName} <LowPriceBadge bid={row} />
            </p>
            {asked ? (
              <dl className="grid gap-3">
                <div>
                  <dt className="text-ink-3 text-xs">
                    Asked, to be answered until <InstantText instant={asked.dueAt} reader={reader} />
                  </dt>
                  <dd className="whitespace-pre-line">{asked.request}</dd>
                </div>
                {asked.answer && asked.answeredAt ? (
                  <div>
                    <dt className="text-ink-3 text-xs">
                      Explained <InstantText instant={asked.answeredAt} reader={reader} />
                    </dt>
                    <dd className="whitespace-pre-line">{asked.answer}</dd>
                  </div>
                ) : null}
                {asked.decisionReason ? (
                  <div>
                    <dt className="text-ink-3 text-xs">Decided</dt>
                    <dd className="whitespace-pre-line">{asked.decisionReason}</dd>
                  </div>
                ) : null}
              </dl>
            ) : (
              <Note tone="warn">
                Until the price is explained and accepted, the others&apos; scores are shown with and without it, and no
                award can be proposed.
              </Note>
            )}
            {canDecide ? (
              <span>
                {asked ? (
                  mayDecide ? (
                    <DecideButton bid={bid} />
                  ) : null
                ) : (
                  <AskButton bid={bid} timeZone={lot.rfp.timeZone} />
                )}
              </span>
            ) : null}
          </CardBody>
        );
      })}
    </Card>
  );
}
