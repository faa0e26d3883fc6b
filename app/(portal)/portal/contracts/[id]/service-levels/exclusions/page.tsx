import { Plus, ShieldOff } from "lucide-react";
import type { Metadata } from "next";
import { readVendorBoardContract } from "@/components/service-levels/read-board";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireVendor } from "@/lib/access/session";
import { exclusionKindLabels, exclusionStateLabels } from "@/lib/service-levels/labels";
import { findExclusions } from "@/lib/service-levels/queries/records";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Exclusions" };

type Props = { params: Promise<{ id: string }> };

export default async function VendorExclusionsPage({ params }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  const rows = await findExclusions(contact.organizationId, contract.id);
  const ask = may(contact, "period:dispute") ? (
    <LinkButton
      variant="primary"
      href={`/portal/contracts/${contract.id}/service-levels/exclusions/new`}
      icon={<Plus aria-hidden />}
    >
      Request exclusion
    </LinkButton>
  ) : null;
  return (
    <VendorBoardFrame
      contract={contract}
      tab="/exclusions"
      title="Exclusions"
      subline="What should not count, because it was not your doing. Your client decides."
      actions={rows.length > 0 ? ask : null}
    >
      {rows.length === 0 ? (
        <EmptyState icon={<ShieldOff aria-hidden />} title="No exclusions" action={ask}>
          An outage at your client, force majeure or a planned maintenance can excuse a service level for a month. Say
          what happened and where it can be seen.
        </EmptyState>
      ) : (
        <Card>
          <DataTable
            caption="Exclusions"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              { key: "month", header: "Month", nowrap: true, cell: (row) => formatMonth(row.month, contact) },
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
            ]}
          />
        </Card>
      )}
    </VendorBoardFrame>
  );
}
