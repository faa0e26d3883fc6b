import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input, Textarea } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { addRfp } from "@/lib/sourcing/rfps/actions";
import { listEngagementsForRfp } from "@/lib/sourcing/rfps/queries";

export const metadata: Metadata = { title: "New RFP" };

export default async function NewRfpPage({ searchParams }: { searchParams: Promise<{ engagement?: string }> }) {
  const member = await requireMember("rfp:write");
  const engagements = await listEngagementsForRfp(member.organizationId);
  const { engagement } = await searchParams;
  const chosen = engagements.find(({ id }) => id === engagement) ?? engagements[0];
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "RFPs", href: "/rfps" }, { label: "New" }]}
        title="New RFP"
        subline="It takes over the latest scope of the engagement. Nothing reaches a vendor before you publish it."
      />
      {chosen ? (
        <FormLayout>
          <ActionForm action={addRfp} draftKey="rfp:new">
            <Field
              name="engagementId"
              label="Engagement"
              help="In the stages scope and source, with a scope and without a live RFP."
              required
            >
              <Select
                options={engagements.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
                defaultValue={chosen.id}
              />
            </Field>
            <Field name="title" label="Title" required>
              <Input defaultValue={engagement ? chosen.name : ""} />
            </Field>
            <Field name="description" label="Introduction" help="What vendors read first. It can follow later.">
              <Textarea rows={5} />
            </Field>
            <FieldRow>
              <Field name="termMonths" label="Term of the contract" required>
                <DecimalInput unit="months" inputMode="numeric" defaultValue="36" />
              </Field>
              <Field name="timeZone" label="Time zone of the timetable" required>
                <Input defaultValue={member.organization.timeZone} />
              </Field>
            </FieldRow>
            <FormButtons>
              <SubmitButton>Create RFP</SubmitButton>
              <LinkButton variant="quiet" href="/rfps">
                Cancel
              </LinkButton>
            </FormButtons>
          </ActionForm>
        </FormLayout>
      ) : (
        <Card>
          <EmptyState
            icon={<ListChecks aria-hidden />}
            title="No engagement is ready for an RFP"
            action={<LinkButton href="/engagements">Open engagements</LinkButton>}
          >
            An RFP needs an engagement in the stage scope or source that has a scope of work and no live RFP.
          </EmptyState>
        </Card>
      )}
    </Page>
  );
}
