import { Check, Plus, ShieldOff, X } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { readBoardContract } from "@/components/service-levels/read-board";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { approveExclusion, rejectExclusion } from "@/lib/service-levels/actions";
import { exclusionKindLabels, exclusionStateLabels } from "@/lib/service-levels/labels";
import { findExclusions } from "@/lib/service-levels/queries/records";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Exclusions" };

type Props = { params: Promise<{ id: string }> };

export default async function ExclusionsPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const rows = await findExclusions(member.organizationId, contract.id);
  const base = `/contracts/${contract.id}/service-levels/exclusions`;
  const ask = may(member, "measurement:report") ? (
    <LinkButton variant="primary" href={`${base}/new`} icon={<Plus aria-hidden />}>
      Request exclusion
    </LinkButton>
  ) : null;
  return (
    <BoardFrame
      contract={contract}
      tab="/exclusions"
      title="Exclusions"
      subline="Months that do not count, because what happened was not the vendor's doing."
      actions={ask}
    >
      {rows.length === 0 ? (
        <EmptyState icon={<ShieldOff aria-hidden />} title="No exclusions" action={ask}>
          An outage on our side or planned maintenance can excuse a month of a service level. One person asks, another
          decides.
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption="Exclusions"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "month", header: "Month", nowrap: true, cell: (row) => formatMonth(row.month, member) },
              { key: "level", header: "Service level", cell: (row) => row.serviceLevel ?? "All" },
              { key: "kind", header: "Cause", cell: (row) => exclusionKindLabels[row.kind] },
              {
                key: "reason",
                header: "Reason",
                cell: (row) => (
                  <>
                    {row.reason}
                    {row.evidence ? <span className="block text-ink-3 text-xs">{row.evidence}</span> : null}
                  </>
                ),
              },
              { key: "by", header: "Requested by", cell: (row) => row.requestedBy },
              {
                key: "state",
                header: "State",
                cell: (row) => (
                  <Status tone={exclusionStateLabels[row.state].tone}>{exclusionStateLabels[row.state].label}</Status>
                ),
              },
              {
                key: "decide",
                header: "Decision",
                cell: (row) =>
                  row.state !== "requested" ? (
                    row.decidedBy
                  ) : may(member, "exclusion:decide") && row.requestedById !== member.memberId ? (
                    <span className="flex gap-2">
                      <ActionButton
                        action={approveExclusion}
                        fields={{ id: row.id, version: row.version }}
                        size="sm"
                        icon={<Check aria-hidden />}
                      >
                        Approve
                      </ActionButton>
                      <ActionButton
                        action={rejectExclusion}
                        fields={{ id: row.id, version: row.version }}
                        size="sm"
                        icon={<X aria-hidden />}
                      >
                        Reject
                      </ActionButton>
                    </span>
                  ) : (
                    <span className="text-ink-3">somebody else decides</span>
                  ),
              },
            ]}
          />
        </Card>
      )}
    </BoardFrame>
  );
}
