import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftPage, type DraftParams, HiddenFields, readDraft } from "@/components/agreements/draft-page";
import { DataProtectionField } from "@/components/contracts/head-fields";
import { TermFields } from "@/components/contracts/term-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { amendTerms } from "@/lib/agreements/draft-actions";
import { readTextTerm } from "@/lib/agreements/rules/terms-on";
import { AMENDABLE_TERMS } from "@/lib/contracts/labels";
import { readContractTerms, termText } from "@/lib/contracts/terms";

export const metadata: Metadata = { title: "Terms in an amendment" };

export default async function AmendTermsPage({ params }: { params: DraftParams }) {
  const draft = await readDraft(params);
  const { contract, amendment, text, base, fields, member } = draft;
  const day = amendment.effectiveFrom;
  const readings = (await readContractTerms(undefined, member.organizationId, contract.id, day)) ?? notFound();
  const values = Object.fromEntries(
    AMENDABLE_TERMS.map((term) => {
      const drafted = amendment.changes[term];
      const value = drafted === undefined ? termText(readings[term].value) : String(drafted ?? "");
      return [term, value];
    }),
  );
  const data = readTextTerm(text, "dataProtectionTerms", day);
  return (
    <DraftPage draft={draft} title="Terms" subline="Only what differs on its first day becomes part of the amendment.">
      <ActionForm action={amendTerms} draftKey={`amendment:${amendment.id}:terms`}>
        <HiddenFields fields={fields} />
        <TermFields prefix="changes." values={values} currency={contract.currency} />
        <DataProtectionField prefix="changes." terms={Array.isArray(data) ? data.map(String) : []} />
        <FormButtons>
          <SubmitButton>Take in terms</SubmitButton>
          <LinkButton variant="quiet" href={base}>
            Cancel
          </LinkButton>
        </FormButtons>
      </ActionForm>
    </DraftPage>
  );
}
