import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IssueFields } from "@/components/governance/issue-fields";
import { RecordForm } from "@/components/governance/record-form";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions, listMemberOptions } from "@/lib/engagements/queries";
import { saveIssue } from "@/lib/governance/actions";
import { findIssue } from "@/lib/governance/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "Issue" };

export default async function IssuePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("governance:write");
  const issue = isRecordId(id) ? await findIssue(member.organizationId, id) : null;
  if (!issue) notFound();
  const [engagements, owners] = await Promise.all([
    listEngagementOptions(member.organizationId, issue.engagementId),
    listMemberOptions(member.organizationId),
  ]);
  return (
    <RecordForm
      title={`${issue.code} ${issue.title}`}
      part={{ label: "Issues", href: "/governance/issues" }}
      action={saveIssue}
      draftKey={`issue:${id}`}
      target={issue}
      save="Save issue"
    >
      <IssueFields values={{ ...issue, ownerId: issue.ownerId ?? "" }} engagements={engagements} owners={owners} />
    </RecordForm>
  );
}
