import type { Metadata } from "next";
import { EngagementFields } from "@/components/engagements/engagement-fields";
import { FirstObjectives } from "@/components/engagements/first-objectives";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { FieldSet } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { saveNewEngagement } from "@/lib/engagements/actions";
import { findProcessOption, listMemberOptions } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "New engagement" };

export default async function NewEngagementPage({ searchParams }: { searchParams: Promise<{ process?: string }> }) {
  const member = await requireMember("engagement:create");
  const { process } = await searchParams;
  const [owners, first] = await Promise.all([
    listMemberOptions(member.organizationId),
    process && isRecordId(process) ? findProcessOption(member.organizationId, process) : null,
  ]);
  return (
    <Page>
      <PageHeader crumbs={[{ label: "Engagements", href: "/engagements" }, { label: "New" }]} title="New engagement" />
      <FormLayout>
        <ActionForm action={saveNewEngagement} draftKey="engagement:new">
          <EngagementFields
            owners={owners}
            values={{
              name: first?.name ?? "",
              summary: "",
              ownerId: member.memberId,
              currency: member.organization.currency,
              estimatedYearlyValue: "",
              processes: first ? [first] : [],
            }}
          />
          <FieldSet
            legend="First objectives"
            help="What shall be better, and how will you know? More can follow later."
          >
            <FirstObjectives />
          </FieldSet>
          <FormButtons>
            <SubmitButton>Create engagement</SubmitButton>
            <LinkButton variant="quiet" href="/engagements">
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
