import { ListChecks } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { type MemberActor, may } from "@/lib/access/actor";
import type { Reader } from "@/lib/shared/format";
import { bidStateLabels, bidStateTones } from "@/lib/sourcing/bids/labels";
import { examineBidAction } from "@/lib/sourcing/evaluation/actions";
import type { Lot, QuestionAnswers } from "@/lib/sourcing/evaluation/queries";
import type { LotEvaluation } from "@/lib/sourcing/rules/lot-evaluation";
import { LowPriceBadge } from "./low-price-badge";

type Bid = Lot["bids"][number];

/** Each mandatory requirement with what the bidder answered; an unchecked box means not met. */
function ExamineButton({ bid, mandatory }: { bid: Bid; mandatory: QuestionAnswers[] }) {
  return (
    <ActionButton
      action={examineBidAction}
      fields={{ id: bid.id, version: bid.version }}
      size="sm"
      icon={<ListChecks aria-hidden />}
      confirm={{
        title: `Mandatory requirements of ${bid.name}`,
        body: (
          <>
            <p>Check what is met. One that is not met rejects the bid, and the bidder is told which.</p>
            {mandatory.map((question, index) => {
              const answer = question.bidAnswers.find((each) => each.bidId === bid.id);
              return (
                <div key={question.id} className="text-ink">
                  <input type="hidden" name={`findings.${index}.questionId`} value={question.id} />
                  <input type="hidden" name={`findings.${index}.isMet`} value="false" />
                  <Checkbox
                    name={`findings.${index}.isMet`}
                    value="true"
                    defaultChecked={answer?.isMet ?? false}
                    label={`${question.requirement?.code} ${question.requirement?.title}`}
                    help={`Answered: ${answer?.answer || "nothing"}`}
                  />
                </div>
              );
            })}
            {mandatory.length === 0 ? <p>The RFP has no mandatory requirement: the bid is admitted.</p> : null}
          </>
        ),
        label: "Keep the findings",
      }}
    >
      {bid.state === "opened" ? "Examine" : "Examine again"}
    </ActionButton>
  );
}

type BidsCardProps = {
  lot: Lot;
  ranking: LotEvaluation | null;
  mandatory: QuestionAnswers[];
  member: MemberActor & Reader;
};

export function BidsCard({ lot, ranking, mandatory, member }: BidsCardProps) {
  const isBarred = (bid: Bid) =>
    lot.conflicts.some((each) => each.memberId === member.memberId && each.vendorId === bid.vendorId);
  const canExamine = may(member, "score:moderate") && lot.rfp.state === "evaluation" && !lot.rfp.technicalLockedAt;
  return (
    <Card>
      <CardHeader title="Bids" />
      <DataTable
        caption="Bids"
        rows={lot.bids}
        rowKey={(bid) => bid.id}
        rowHref={(bid) => `/evaluations/${lot.id}/bids/${bid.id}`}
        columns={[
          {
            key: "name",
            header: "Bidder",
            cell: (bid) => (
              <>
                {bid.legalName} <LowPriceBadge bid={ranking?.bids.find((row) => row.id === bid.id)} />
              </>
            ),
          },
          {
            key: "state",
            header: "State",
            cell: (bid) => <Status tone={bidStateTones[bid.state]}>{bidStateLabels[bid.state]}</Status>,
          },
          {
            key: "submitted",
            header: "Submitted",
            nowrap: true,
            cell: (bid) => <InstantText instant={bid.submittedAt} reader={member} />,
          },
          {
            key: "technical",
            header: "Technical, of 100",
            align: "right",
            cell: (bid) => <DecimalText value={bid.technicalScore} reader={member} decimals={2} />,
          },
          {
            key: "note",
            header: "Note",
            cell: (bid) =>
              bid.rejectionReason ??
              (isBarred(bid)
                ? "You declared a conflict of interest"
                : [
                    bid.exceptions ? "Exceptions to the terms" : "",
                    bid.valueAdded ? "offers beyond what was asked" : "",
                  ]
                    .filter(Boolean)
                    .join(", ")),
          },
          ...(canExamine
            ? [
                {
                  key: "examine",
                  header: <span className="sr-only">Action</span>,
                  align: "right" as const,
                  cell: (bid: Bid) =>
                    bid.state === "rejected" || isBarred(bid) ? null : (
                      <ExamineButton bid={bid} mandatory={mandatory} />
                    ),
                },
              ]
            : []),
        ]}
        empty={
          <EmptyState title={lot.rfp.technicalOpenedAt ? "No bid was submitted" : "The bids are sealed"}>
            {lot.rfp.technicalOpenedAt
              ? "Declare the RFP unsuccessful, or begin a new one."
              : "Before the opening nobody on this side can read them, nor see how many there are."}
          </EmptyState>
        }
      />
    </Card>
  );
}
