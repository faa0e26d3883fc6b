import { X } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmendmentFacts } from "@/components/agreements/amendment-facts";
import { AmendmentStatus } from "@/components/agreements/amendment-status";
import { DifferenceTable } from "@/components/agreements/difference-table";
import { readAmendmentOf } from "@/components/agreements/read-amendment";
import { SignCard } from "@/components/agreements/sign-card";
import { TextCards } from "@/components/agreements/text-cards";
import { DocumentTable } from "@/components/contracts/document-table";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireVendor } from "@/lib/access/session";
import { assent, decline } from "@/lib/agreements/actions";
import { recordShown } from "@/lib/agreements/mutations/show-text";
import { readNames } from "@/lib/agreements/queries/texts";
import type { AmendmentParts } from "@/lib/agreements/rules/amended-text";
import { listDocuments } from "@/lib/contracts/documents";
import { readVendorContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Amendment" };

type Props = { params: Promise<{ id: string; amendmentId: string }> };

/** What an amendment changes, the whole text that it leads to, and the vendor's assent to that text. */
export default async function VendorAmendmentPage({ params }: Props) {
  const contact = await requireVendor();
  const { id, amendmentId } = await params;
  const contract = (await readVendorContractOf(contact, id)) ?? notFound();
  const amendment = await readAmendmentOf(contact, contract.id, amendmentId);
  if (!amendment || amendment.state === "draft" || !amendment.needsAssent) notFound();
  const { text } = amendment;
  if (text) await recordShown(contact, contract.id, text.id);
  const names = await readNames(contact.organizationId, contract.id);
  const wanted = (amendment.parts as unknown as AmendmentParts).documents ?? [];
  const all = wanted.length > 0 ? await listDocuments(contact.organizationId, contract.id) : [];
  const documents = all.filter(({ id: document }) => wanted.some((each) => each.id === document));
  const isOpen = amendment.state === "proposed" && !amendment.assent && may(contact, "contract:sign");
  const base = `/portal/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/portal/contracts" },
          { label: contract.code, href: base },
          { label: "Amendments", href: `${base}/amendments` },
          { label: `Amendment ${amendment.number}` },
        ]}
        title={`Amendment ${amendment.number} of ${contract.title}`}
        status={<AmendmentStatus amendment={amendment} today={contract.today} />}
        subline={amendment.summary}
      />
      <RecordLayout
        side={
          <>
            <AmendmentFacts amendment={amendment} reader={contact} />
            {isOpen && text ? (
              <>
                <SignCard
                  title="Assent for your company"
                  text={`You assent to text number ${text.number}: the contract as it stands with this amendment.`}
                  action={assent}
                  id={amendment.id}
                  sha256={text.sha256}
                  submit="Assent to amendment"
                />
                <FormDialog
                  action={decline}
                  fields={{ id: amendment.id }}
                  title="Decline this amendment"
                  description="It does not take effect. The client reads your reason."
                  submit="Decline amendment"
                  label="Decline"
                  variant="danger"
                  icon={<X aria-hidden />}
                >
                  <Field name="reason" label="Reason" required>
                    <Textarea rows={3} />
                  </Field>
                </FormDialog>
              </>
            ) : null}
            {amendment.state === "proposed" && amendment.assent ? (
              <Note tone="neutral">You have assented. It waits for the client's approval.</Note>
            ) : null}
          </>
        }
      >
        <DifferenceTable
          title="Old beside new"
          differences={amendment.differences}
          currency={contract.currency}
          reader={contact}
        />
        {documents.length > 0 ? (
          <Card>
            <CardHeader title="New documents" />
            <DocumentTable documents={documents} base={`${base}/documents`} reader={contact} showVisibility={false} />
          </Card>
        ) : null}
        {text ? <TextCards text={text.text} names={names} reader={contact} /> : null}
      </RecordLayout>
    </Page>
  );
}
