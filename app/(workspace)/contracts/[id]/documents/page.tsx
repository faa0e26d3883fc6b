import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { DocumentTable } from "@/components/contracts/document-table";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { FileInput } from "@/components/ui/input";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { listDocuments } from "@/lib/contracts/documents";
import { readContractOf } from "@/lib/contracts/read";
import { areTermsEditable } from "@/lib/contracts/rules/states";

export const metadata: Metadata = { title: "Documents of a contract" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ContractDocumentsPage({ params, searchParams }: Props) {
  const member = await requireMember("document:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const { problem, done } = await searchParams;
  const base = `/contracts/${contract.id}/documents`;
  const documents = await listDocuments(member.organizationId, contract.id);
  return (
    <ContractFrame contract={contract} member={member} tab="/documents">
      {typeof problem === "string" ? (
        <div role="alert">
          <Note tone="bad">{problem}</Note>
        </div>
      ) : null}
      {typeof done === "string" ? (
        <div role="status">
          <Note tone="good">{done}</Note>
        </div>
      ) : null}
      <Card>
        <CardHeader title="Documents" sub="A file of the same name is stored as its next version." />
        <DocumentTable documents={documents} base={base} reader={member} showVisibility />
      </Card>
      {may(member, "document:create") ? (
        <Card>
          <CardHeader title="Add a document" />
          <CardBody>
            <form
              method="post"
              action={`${base}/upload`}
              encType="multipart/form-data"
              className="grid max-w-2xl gap-3"
            >
              <div className="grid gap-1">
                <label htmlFor="contract-file" className="font-medium text-sm">
                  File
                </label>
                <FileInput
                  id="contract-file"
                  name="file"
                  required
                  hint="PDF, PNG, JPEG, Office or text, at most 10 MB"
                />
              </div>
              {areTermsEditable(contract.state) ? (
                <Checkbox
                  name="isForVendor"
                  value="true"
                  label="The vendor can read it in the portal"
                  help="It is part of what both sides sign then."
                />
              ) : (
                <p className="text-ink-2 text-sm">
                  It is kept for ourselves. What the vendor reads becomes part of the contract by an amendment.
                </p>
              )}
              <div>
                <Button type="submit" variant="primary" icon={<Upload aria-hidden />}>
                  Store document
                </Button>
              </div>
            </form>
          </CardBody>
        </Card>
      ) : null}
    </ContractFrame>
  );
}
