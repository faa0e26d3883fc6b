import { FileText } from "lucide-react";
import { notFound } from "next/navigation";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { Badge } from "@/components/ui/status";
import { requireMember } from "@/lib/access/session";
import { listContractsOf } from "@/lib/engagements/overview";
import { findEngagementName } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

const STATES = {
  draft: "Draft",
  inReview: "In review",
  signed: "Signed",
  active: "Active",
  expiring: "Expiring",
  expired: "Expired",
  terminated: "Terminated",
} as const;

export default async function EngagementContractsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("contract:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const contracts = await listContractsOf(member.organizationId, id);
  return (
    <Card>
      <CardHeader title="Contracts" />
      <DataTable
        caption="Contracts of this engagement"
        rows={contracts}
        rowKey={(row) => row.id}
        rowHref={(row) => `/contracts/${row.id}`}
        empty={
          <EmptyState icon={<FileText aria-hidden />} title="No contract yet">
            A contract is made from the award, when the standstill has passed.
          </EmptyState>
        }
        columns={[
          { key: "title", header: "Contract", cell: (row) => row.title },
          { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
          { key: "vendor", header: "Vendor", cell: (row) => row.vendor },
          { key: "state", header: "State", cell: (row) => <Badge>{STATES[row.state]}</Badge> },
          { key: "start", header: "Start", cell: (row) => <DateText day={row.startDate} reader={member} /> },
          { key: "end", header: "End", cell: (row) => <DateText day={row.endDate} reader={member} /> },
          {
            key: "value",
            header: "Value a year",
            align: "right",
            cell: (row) => <MoneyText amount={row.yearlyValue} currency={row.currency} reader={member} />,
          },
        ]}
      />
    </Card>
  );
}
