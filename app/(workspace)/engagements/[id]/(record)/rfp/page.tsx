import { FileSearch, Plus } from "lucide-react";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { listRfpsOf } from "@/lib/engagements/overview";
import { findEngagementName } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

export default async function EngagementRfpPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("rfp:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const rfps = await listRfpsOf(member.organizationId, id);
  const isLive = rfps.some((rfp) => !["unsuccessful", "cancelled", "complete"].includes(rfp.state));
  const create =
    may(member, "rfp:write") && !isLive && engagement.stage === "source" ? (
      <LinkButton href={`/rfps/new?engagement=${id}`} icon={<Plus aria-hidden />} size="sm">
        New RFP
      </LinkButton>
    ) : null;
  return (
    <Card>
      <CardHeader title="Requests for proposal" action={create} />
      <DataTable
        caption="RFPs of this engagement"
        rows={rfps}
        rowKey={(row) => row.id}
        rowHref={(row) => `/rfps/${row.id}`}
        empty={
          <EmptyState icon={<FileSearch aria-hidden />} title="No RFP yet">
            {engagement.stage === "source"
              ? "The RFP is made from the scope of work and sent to the vendors that you invite."
              : "It is made from the scope of work once the engagement stands at Source."}
          </EmptyState>
        }
        columns={[
          { key: "title", header: "RFP", cell: (row) => row.title },
          { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
          { key: "state", header: "State", cell: (row) => <Badge>{row.state}</Badge> },
          { key: "invited", header: "Invited", align: "right", cell: (row) => row._count.rfpInvitations },
          {
            key: "until",
            header: "Bids until",
            cell: (row) => <InstantText instant={row.bidsUntil} reader={member} />,
          },
        ]}
      />
    </Card>
  );
}
