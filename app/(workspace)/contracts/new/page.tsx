import type { Metadata } from "next";
import { HeadFields } from "@/components/contracts/head-fields";
import { NewFromAward } from "@/components/contracts/new-from-award";
import { TermFields } from "@/components/contracts/term-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field, FieldRow } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { addContract } from "@/lib/contracts/actions";
import { listContractChoices, listOpenAwards } from "@/lib/contracts/queries";

export const metadata: Metadata = { title: "New contract" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewContractPage({ searchParams }: Props) {
  const member = await requireMember("contract:write");
  const { engagement } = await searchParams;
  const [awards, choices] = await Promise.all([
    listOpenAwards(member.organizationId),
    listContractChoices(member.organizationId),
  ]);
  const chosen = choices.engagements.some((each) => each.id === engagement) ? String(engagement) : "";
  const shownAwards = engagement ? awards.filter((award) => award.engagementId === engagement) : awards;
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Contracts", href: "/contracts" }, { label: "New" }]}
        title="New contract"
        subline="From a final award, so that nothing is typed twice; or by hand."
      />
      <FormLayout>
        {shownAwards.length > 0 ? <NewFromAward awards={shownAwards} reader={member} /> : null}
        <Card>
          <CardHeader title="By hand" sub="For a contract that exists already, or that no RFP preceded." />
          {choices.engagements.length === 0 ? (
            <EmptyState title="No engagement has come this far">
              Contracts belong to engagements from the stage “Contract” on. Pass the gates of one first.
            </EmptyState>
          ) : (
            <CardBody>
              <ActionForm action={addContract} draftKey="contract:new">
                <FieldRow columns={2}>
                  <Field name="engagementId" label="Engagement" required>
                    <Select
                      placeholder="Choose…"
                      defaultValue={chosen}
                      options={choices.engagements.map(({ id, code, name }) => ({
                        value: id,
                        label: `${code} ${name}`,
                      }))}
                    />
                  </Field>
                  <Field name="vendorId" label="Vendor" required>
                    <Select
                      placeholder="Choose…"
                      options={choices.vendors.map(({ id, legalName }) => ({ value: id, label: legalName }))}
                    />
                  </Field>
                </FieldRow>
                <HeadFields
                  values={{ currency: member.organization.currency, timeZone: member.organization.timeZone }}
                />
                <TermFields values={{}} currency={member.organization.currency} />
                <FormButtons>
                  <SubmitButton>Create contract</SubmitButton>
                  <LinkButton variant="quiet" href="/contracts">
                    Cancel
                  </LinkButton>
                </FormButtons>
              </ActionForm>
            </CardBody>
          )}
        </Card>
      </FormLayout>
    </Page>
  );
}
