import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DateInput, Textarea } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { begin } from "@/lib/agreements/draft-actions";
import { listAmendmentsFor } from "@/lib/agreements/queries/amendments";
import { readContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "New amendment" };

/** The day and the sentence; what changes is added on the amendment's own page. An open one is gone on with. */
export default async function NewAmendmentPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:write");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const base = `/contracts/${contract.id}`;
  const amendments = await listAmendmentsFor(member.organizationId, contract.id, false);
  const open = amendments.find(({ state }) => state === "draft" || state === "proposed");
  if (open) redirect(`${base}/amendments/${open.id}`);
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
        subline="From which day, and what it is about. Then add what changes: terms, charges, KPIs, service levels, credits, documents."
      />
      <FormLayout>
        <ActionForm action={begin} draftKey={`amendment:${contract.id}`}>
          <input type="hidden" name="contractId" value={contract.id} />
          <Field
            name="effectiveFrom"
            label="In force from"
            required
            help="Service levels and credits of a month go by its first day: from a later day they count from the next month."
          >
            <DateInput />
          </Field>
          <Field name="summary" label="In a sentence" required help="What was agreed, and why. The vendor reads it.">
            <Textarea rows={3} />
          </Field>
          <FormButtons>
            <SubmitButton>Begin amendment</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
