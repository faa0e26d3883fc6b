import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActionFields } from "@/components/governance/action-fields";
import { RecordForm } from "@/components/governance/record-form";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions, listMemberOptions } from "@/lib/engagements/queries";
import { saveAction } from "@/lib/governance/actions";
import { findActionItem } from "@/lib/governance/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "Action" };

export default async function ActionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("governance:write");
  const item = isRecordId(id) ? await findActionItem(member.organizationId, id) : null;
  if (!item) notFound();
  const [engagements, owners] = await Promise.all([
    listEngagementOptions(member.organizationId, item.engagementId),
    listMemberOptions(member.organizationId),
  ]);
  return (
    <RecordForm
      title={item.title}
      part={{ label: "Actions", href: "/governance" }}
      action={saveAction}
      draftKey={`action:${id}`}
      target={item}
      save="Save action"
    >
      <ActionFields values={{ ...item, ownerId: item.ownerId ?? "" }} engagements={engagements} owners={owners} />
    </RecordForm>
  );
}
