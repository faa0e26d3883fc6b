import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DifferenceTable } from "@/components/agreements/difference-table";
import { SignCard } from "@/components/agreements/sign-card";
import { SignatureList } from "@/components/agreements/signature-list";
import { TextCards } from "@/components/agreements/text-cards";
import { TextFacts } from "@/components/agreements/text-facts";
import { DocumentTable } from "@/components/contracts/document-table";
import { VendorContractFrame } from "@/components/contracts/vendor-contract-frame";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireVendor } from "@/lib/access/session";
import { signAsVendor } from "@/lib/agreements/actions";
import { recordShown } from "@/lib/agreements/mutations/show-text";
import { findShownBefore, findText, listSignatures, listTexts, readNames } from "@/lib/agreements/queries/texts";
import { compareTexts } from "@/lib/agreements/rules/compare-texts";
import { listDocuments } from "@/lib/contracts/documents";
import { readVendorContractOf } from "@/lib/contracts/read";
import { formatInstant } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Text of the contract" };

/** Everything that the vendor signs, what has changed since this person last read it, and the name under it. */
export default async function VendorTextPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const contract = (await readVendorContractOf(contact, (await params).id)) ?? notFound();
  const { organizationId } = contact;
  const heads = await listTexts(organizationId, contract.id);
  const head = heads.find((each) => each.isCurrent);
  const shown = head && (await findText(organizationId, contract.id, head.number));
  if (!head || !shown) {
    return (
      <VendorContractFrame contract={contract} tab="/text">
        <Note tone="neutral">This contract was agreed before its text was kept here.</Note>
      </VendorContractFrame>
    );
  }
  const [before, signatures, documents, names] = await Promise.all([
    findShownBefore(contact, contract.id, head.number),
    listSignatures(organizationId, contract.id),
    listDocuments(organizationId, contract.id, true),
    readNames(organizationId, contract.id),
    recordShown(contact, contract.id, head.id),
  ]);
  const isSigned = signatures.some(
    ({ side, voidedAt, sha256 }) => side === "vendor" && !voidedAt && sha256 === head.sha256,
  );
  return (
    <VendorContractFrame contract={contract} tab="/text">
      <RecordLayout
        side={
          <>
            <TextFacts head={head} reader={contact} />
            {contract.state === "inReview" && !isSigned && may(contact, "contract:sign") ? (
              <SignCard
                title="Sign for your company"
                text={`You sign text number ${head.number}, all of it as it stands on this page.`}
                action={signAsVendor}
                id={contract.id}
                sha256={head.sha256}
                submit="Sign contract"
              />
            ) : null}
            {contract.state === "inReview" && isSigned ? (
              <Note tone="good">You have signed this text. It waits for the client.</Note>
            ) : null}
          </>
        }
      >
        {before ? (
          <DifferenceTable
            title="Changed since you last read it"
            sub={`You read text number ${before.number} first on ${formatInstant(before.shownAt, contact)}.`}
            differences={compareTexts(before.text, shown.text, names)}
            currency={contract.currency}
            reader={contact}
          />
        ) : null}
        <SignatureList signatures={signatures} reader={contact} />
        <TextCards text={shown.text} names={names} reader={contact} />
        <Card>
          <CardHeader title="Files of the documents" />
          <DocumentTable
            documents={documents}
            base={`/portal/contracts/${contract.id}/documents`}
            reader={contact}
            showVisibility={false}
          />
        </Card>
      </RecordLayout>
    </VendorContractFrame>
  );
}
