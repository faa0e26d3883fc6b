import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TermFields } from "@/components/contracts/term-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { AMENDABLE_TERMS } from "@/lib/contracts/labels";
import { readContractOf } from "@/lib/contracts/read";
import { readContractTerms, termText } from "@/lib/contracts/terms";
import { amend } from "../actions";

export const metadata: Metadata = { title: "Amend contract" };

export default async function NewAmendmentPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:write");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const readings = await readContractTerms(undefined, member.organizationId, contract.id, contract.today);
  if (!readings) notFound();
  const base = `/contracts/${contract.id}`;
  const values = Object.fromEntries(AMENDABLE_TERMS.map((term) => [term, termText(readings[term].value)]));
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: contract.code, href: base },
          { label: "Amendments", href: `${base}/amendments` },
          { label: "New" },
        ]}
        title={`Amend ${contract.title}`}
        subline="Change what was agreed anew. Only what differs on its first day becomes part of the amendment."
      />
      <FormLayout>
        <ActionForm action={amend} draftKey={`amendment:${contract.id}`}>
          <input type="hidden" name="id" value={contract.id} />
          <input type="hidden" name="version" value={contract.version} />
          <FieldRow columns={2}>
            <Field name="effectiveFrom" label="In force from" required>
              <DateInput />
            </Field>
            <Field name="summary" label="In a sentence" required help="What was agreed, and why.">
              <Input />
            </Field>
          </FieldRow>
          <TermFields prefix="changes." values={values} currency={contract.currency} />
          <FormButtons>
            <SubmitButton>Add amendment</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
