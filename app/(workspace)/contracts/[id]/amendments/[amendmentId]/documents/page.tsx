import type { Metadata } from "next";
import { DraftPage, type DraftParams, HiddenFields, readDraft } from "@/components/agreements/draft-page";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { amendDocuments } from "@/lib/agreements/draft-actions";
import { listDocuments } from "@/lib/contracts/documents";

export const metadata: Metadata = { title: "Documents in an amendment" };

export default async function AmendDocumentsPage({ params }: { params: DraftParams }) {
  const draft = await readDraft(params);
  const { member, contract, amendment, base, fields } = draft;
  const documents = await listDocuments(member.organizationId, contract.id);
  const own = documents.filter(({ visibility }) => visibility === "organization");
  return (
    <DraftPage draft={draft} title="Documents">
      {own.length === 0 ? (
        <Note
          tone="neutral"
          action={<LinkButton href={`/contracts/${contract.id}/documents`}>Store a document</LinkButton>}
        >
          Store the new document on the contract first, for ourselves. Here it becomes part of what both sides agree on.
        </Note>
      ) : (
        <ActionForm action={amendDocuments} draftKey={`amendment:${amendment.id}:documents`}>
          <HiddenFields fields={fields} />
          <Field name="documents[]" label="Documents that become part of the contract" group>
            <div className="grid gap-1.5">
              {own.map(({ id, name, revision, sha256 }) => (
                <Checkbox
                  key={id}
                  name="documents[]"
                  value={id}
                  label={`${name}, version ${revision}`}
                  help={`SHA-256 ${sha256.slice(0, 16)}…`}
                />
              ))}
            </div>
          </Field>
          <FormButtons>
            <SubmitButton>Take in documents</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      )}
    </DraftPage>
  );
}
