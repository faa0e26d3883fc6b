import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EngagementFields } from "@/components/engagements/engagement-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { saveEngagement } from "@/lib/engagements/actions";
import { findEngagement, listMemberOptions } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "Edit engagement" };

export default async function EditEngagementPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("engagement:update");
  const engagement = isRecordId(id) ? await findEngagement(member.organizationId, id) : null;
  if (!engagement) notFound();
  const owners = await listMemberOptions(member.organizationId);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Engagements", href: "/engagements" },
          { label: engagement.name, href: `/engagements/${id}` },
          { label: "Edit" },
        ]}
        title={`Edit ${engagement.code}`}
      />
      <FormLayout>
        <ActionForm action={saveEngagement} draftKey={`engagement:${id}`}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={engagement.version} />
          <EngagementFields
            owners={owners}
            values={{
              ...engagement,
              ownerId: engagement.owner.id,
              estimatedYearlyValue: engagement.estimatedYearlyValue?.amount ?? "",
            }}
          />
          <FormButtons>
            <SubmitButton>Save engagement</SubmitButton>
            <LinkButton variant="quiet" href={`/engagements/${id}`}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
