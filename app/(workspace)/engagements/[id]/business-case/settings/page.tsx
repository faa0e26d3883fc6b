import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { SettingsFields } from "@/components/business-cases/settings-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { saveSettings } from "@/lib/business-cases/actions";
import { findLatestCase } from "@/lib/business-cases/queries";
import { isRecordId } from "@/lib/shared/record-id";

export const metadata: Metadata = { title: "Settings of the business case" };

export default async function CaseSettingsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("businessCase:write");
  const record = isRecordId(id) ? await findLatestCase(member.organizationId, id) : null;
  if (!record) notFound();
  const back = `/engagements/${id}/business-case`;
  if (record.state !== "draft") redirect(back);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Engagements", href: "/engagements" },
          { label: record.engagement.name, href: `/engagements/${id}` },
          { label: "Business case", href: back },
          { label: "Settings" },
        ]}
        title="Settings of the business case"
      />
      <FormLayout>
        <ActionForm action={saveSettings} draftKey={`businessCase:settings:${record.id}`}>
          <input type="hidden" name="id" value={record.id} />
          <input type="hidden" name="version" value={record.version} />
          <SettingsFields
            values={{
              ...record,
              taxRate: record.taxRate ?? "",
              firstYear: String(record.firstYear),
              years: String(record.years),
            }}
          />
          <FormButtons>
            <SubmitButton>Save settings</SubmitButton>
            <LinkButton variant="quiet" href={back}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
