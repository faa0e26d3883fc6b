import { Gauge } from "lucide-react";
import { notFound } from "next/navigation";
import { ServiceLevelCard } from "@/components/engagements/service-level-card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/access/session";
import { listServiceLevels } from "@/lib/engagements/overview";
import { findEngagementName } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

export default async function EngagementServiceLevelsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("serviceLevel:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  return (
    <ServiceLevelCard
      levels={await listServiceLevels(member.organizationId, id)}
      reader={member}
      empty={
        <EmptyState icon={<Gauge aria-hidden />} title="No service levels yet">
          They are agreed in the contract: what is measured, what is expected, and what happens below the minimum.
        </EmptyState>
      }
    />
  );
}
