import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import { AMENDABLE_TERMS, TERM_LABEL } from "@/lib/contracts/labels";
import type { listAmendments } from "@/lib/contracts/queries";
import type { FormAction } from "@/lib/shared/action-state";
import { formatDate, type Reader } from "@/lib/shared/format";
import { DecideNote } from "./decide-contract";
import { TermText } from "./term-value";

type Amendment = Awaited<ReturnType<typeof listAmendments>>[number];
type Props = {
  amendment: Amendment;
  currency: string;
  reader: Reader;
  today: string;
  mayDecide: boolean;
  decide: FormAction;
};

function AmendmentState({ amendment, today }: { amendment: Amendment; today: string }) {
  const stands = !amendment.needsApproval || amendment.approvedAt !== null;
  if (stands && amendment.effectiveFrom > today) return <Status tone="accent">Agreed, not in force yet</Status>;
  if (stands) return <Status tone="good">In force</Status>;
  if (amendment.approval?.state === "rejected") return <Status tone="bad">Rejected</Status>;
  return <Status tone="warn">Waits for approval</Status>;
}

export function AmendmentCard({ amendment, currency, reader, today, mayDecide, decide }: Props) {
  const terms = AMENDABLE_TERMS.filter((term) => term in amendment.changes);
  const isPending = amendment.needsApproval && amendment.approval?.state === "pending";
  return (
    <Card>
      <CardHeader
        title={`Amendment ${amendment.number}, from ${formatDate(amendment.effectiveFrom, reader)}`}
        sub={amendment.summary}
        action={<AmendmentState amendment={amendment} today={today} />}
      />
      {isPending ? (
        <div className="px-4 pt-3.5">
          <DecideNote
            action={decide}
            fields={{ id: amendment.id }}
            text="It moves money or risk of a contract above the limit: an executive has to approve it."
            mayDecide={mayDecide}
          />
        </div>
      ) : null}
      {terms.length > 0 ? (
        <DataTable
          caption={`Changes of amendment ${amendment.number}`}
          rows={terms}
          rowKey={(term) => term}
          columns={[
            { key: "term", header: "Term", cell: (term) => TERM_LABEL[term] },
            {
              key: "value",
              header: "New",
              cell: (term) => (
                <TermText term={term} value={amendment.changes[term] ?? null} currency={currency} reader={reader} />
              ),
            },
          ]}
        />
      ) : null}
      <CardFooter>
        <span>
          Written by {amendment.createdByName}, <InstantText instant={amendment.createdAt} reader={reader} />
        </span>
        {amendment.approvedByName ? <span>Approved by {amendment.approvedByName}</span> : null}
        {amendment.approval?.state === "rejected" ? <span>{amendment.approval.reason}</span> : null}
      </CardFooter>
    </Card>
  );
}
