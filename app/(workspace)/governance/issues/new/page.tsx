import type { Metadata } from "next";
import { IssueFields } from "@/components/governance/issue-fields";
import { RecordForm } from "@/components/governance/record-form";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions, listMemberOptions } from "@/lib/engagements/queries";
import { saveNewIssue } from "@/lib/governance/actions";

export const metadata: Metadata = { title: "New issue" };

export default async function NewIssuePage({ searchParams }: { searchParams: Promise<{ engagement?: string }> }) {
  const member = await requireMember("governance:write");
  const { engagement = "" } = await searchParams;
  const [engagements, owners] = await Promise.all([
    listEngagementOptions(member.organizationId),
    listMemberOptions(member.organizationId),
  ]);
  return (
    <RecordForm
      title="New issue"
      part={{ label: "Issues", href: "/governance/issues" }}
      action={saveNewIssue}
      draftKey="issue:new"
      save="Open issue"
    >
      <IssueFields
        values={{
          engagementId: engagement,
          title: "",
          description: "",
          severity: "medium",
          state: "open",
          ownerId: member.memberId,
          rootCause: "",
          correctiveAction: "",
        }}
        engagements={engagements}
        owners={owners}
      />
    </RecordForm>
  );
}
