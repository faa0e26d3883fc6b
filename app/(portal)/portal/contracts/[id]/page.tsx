import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocumentTable } from "@/components/contracts/document-table";
import { SignatureCard } from "@/components/contracts/signature-card";
import { TermsCard } from "@/components/contracts/terms-card";
import { VendorContractFrame } from "@/components/contracts/vendor-contract-frame";
import { Card, CardHeader } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { listSignatures } from "@/lib/agreements/queries/texts";
import { listDocuments } from "@/lib/contracts/documents";
import { withoutInternalTerms } from "@/lib/contracts/labels";
import { readVendorContractOf } from "@/lib/contracts/read";
import { readContractTerms } from "@/lib/contracts/terms";
import { isDateText } from "@/lib/shared/fields";

export const metadata: Metadata = { title: "Contract" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function VendorContractPage({ params, searchParams }: Props) {
  const contact = await requireVendor();
  const contract = (await readVendorContractOf(contact, (await params).id)) ?? notFound();
  const wanted = (await searchParams).asOf;
  const asOf = typeof wanted === "string" && isDateText(wanted) ? wanted : contract.today;
  const [readings, documents, signatures] = await Promise.all([
    readContractTerms(undefined, contact.organizationId, contract.id, asOf),
    listDocuments(contact.organizationId, contract.id, true),
    listSignatures(contact.organizationId, contract.id),
  ]);
  if (!readings) notFound();
  const base = `/portal/contracts/${contract.id}`;
  return (
    <VendorContractFrame contract={contract} tab="">
      <RecordLayout side={<SignatureCard contract={contract} signatures={signatures} reader={contact} />}>
        <TermsCard
          base={base}
          terms={withoutInternalTerms}
          readings={readings}
          currency={contract.currency}
          asOf={asOf}
          today={contract.today}
          reader={contact}
        />
        <Card>
          <CardHeader title="Documents" />
          <DocumentTable documents={documents} base={`${base}/documents`} reader={contact} showVisibility={false} />
        </Card>
      </RecordLayout>
    </VendorContractFrame>
  );
}
