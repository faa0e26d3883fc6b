import type { Metadata } from "next";
import { ActionFields } from "@/components/governance/action-fields";
import { RecordForm } from "@/components/governance/record-form";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions, listMemberOptions } from "@/lib/engagements/queries";
import { saveNewAction } from "@/lib/governance/actions";

export const metadata: Metadata = { title: "New action" };

export default async function NewActionPage({ searchParams }: { searchParams: Promise<{ engagement?: string }> }) {
  const member = await requireMember("governance:write");
  const { engagement = "" } = await searchParams;
  const [engagements, owners] = await Promise.all([
    listEngagementOptions(member.organizationId),
    listMemberOptions(member.organizationId),
  ]);
  return (
    <RecordForm
      title="New action"
      part={{ label: "Actions", href: "/governance" }}
      action={saveNewAction}
      draftKey="action:new"
      save="Add action"
    >
      <ActionFields
        values={{
          engagementId: engagement,
          title: "",
          description: "",
          ownerId: member.memberId,
          vendorOwner: "",
          dueDate: "",
          state: "open",
        }}
        engagements={engagements}
        owners={owners}
      />
    </RecordForm>
  );
}
