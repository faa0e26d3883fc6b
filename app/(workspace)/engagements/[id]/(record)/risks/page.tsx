import { Plus, ShieldAlert } from "lucide-react";
import { notFound } from "next/navigation";
import { RiskGrade } from "@/components/risks/risk-grade";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { findEngagementName } from "@/lib/engagements/queries";
import { riskCategoryLabels, riskStateLabels } from "@/lib/risks/labels";
import { listRisksOf } from "@/lib/risks/queries";
import { isRecordId } from "@/lib/shared/record-id";

export default async function EngagementRisksPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("risk:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const risks = await listRisksOf(member.organizationId, id);
  return (
    <Card>
      <CardHeader
        title="Risks"
        action={
          may(member, "risk:write") ? (
            <LinkButton size="sm" href={`/risks/new?engagement=${id}`} icon={<Plus aria-hidden />}>
              New risk
            </LinkButton>
          ) : null
        }
      />
      <DataTable
        caption="Risks of this engagement"
        rows={risks}
        rowKey={(row) => row.id}
        rowHref={(row) => `/risks/${row.id}`}
        empty={
          <EmptyState icon={<ShieldAlert aria-hidden />} title="No risks recorded">
            Hidden cost, dependence on one vendor, people who leave: write down what could go wrong here.
          </EmptyState>
        }
        columns={[
          { key: "title", header: "Risk", cell: (row) => row.title },
          { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
          { key: "category", header: "Category", cell: (row) => riskCategoryLabels[row.category] },
          { key: "inherent", header: "Inherent", cell: (row) => <RiskGrade {...row} /> },
          {
            key: "residual",
            header: "Residual",
            cell: (row) =>
              row.residualProbability === null || row.residualImpact === null ? (
                "—"
              ) : (
                <RiskGrade probability={row.residualProbability} impact={row.residualImpact} />
              ),
          },
          { key: "state", header: "State", cell: (row) => <Badge>{riskStateLabels[row.state]}</Badge> },
          {
            key: "mitigations",
            header: "Mitigations",
            align: "right",
            cell: (row) => (row.mitigations === 0 ? "none" : `${row.mitigationsDone} of ${row.mitigations} done`),
          },
          { key: "owner", header: "Owner", cell: (row) => row.owner ?? "—" },
          { key: "review", header: "Review", cell: (row) => <DateText day={row.reviewDate} reader={member} /> },
        ]}
      />
    </Card>
  );
}
