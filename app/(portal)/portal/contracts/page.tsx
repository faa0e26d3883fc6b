import { FileSignature } from "lucide-react";
import type { Metadata } from "next";
import { ContractStateText } from "@/components/contracts/contract-state";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { requireVendor } from "@/lib/access/session";
import { findUnsigned } from "@/lib/agreements/queries/texts";
import { findAmendmentsToRead, listVendorContracts } from "@/lib/contracts/queries";

export const metadata: Metadata = { title: "Contracts" };

export default async function VendorContractsPage() {
  const contact = await requireVendor();
  const contracts = await listVendorContracts(contact);
  const inReview = contracts.filter(({ state }) => state === "inReview").map(({ id }) => id);
  const toRead = await findAmendmentsToRead(
    contact.organizationId,
    contracts.map(({ id }) => id),
  );
  const toSign = await findUnsigned(contact.organizationId, inReview);
  return (
    <Page>
      <PageHeader title="Contracts" subline={`What ${contact.vendor.name} agreed with ${contact.organization.name}.`} />
      <Card>
        <DataTable
          caption="Contracts"
          rows={contracts}
          rowKey={(contract) => contract.id}
          rowHref={(contract) => `/portal/contracts/${contract.id}`}
          empty={
            <EmptyState icon={<FileSignature aria-hidden />} title="No contract yet">
              A contract appears here once it is in review: read it, and sign it.
            </EmptyState>
          }
          columns={[
            { key: "title", header: "Contract", cell: (contract) => contract.title },
            { key: "code", header: "Code", nowrap: true, cell: (contract) => contract.code },
            {
              key: "state",
              header: "State",
              cell: (contract) =>
                toSign.has(contract.id) ? (
                  <Status tone="warn">To sign</Status>
                ) : (
                  <span className="flex flex-wrap gap-1.5">
                    <ContractStateText state={contract.state} />
                    {toRead.has(contract.id) ? <Status tone="warn">Amendment to read</Status> : null}
                  </span>
                ),
            },
            {
              key: "start",
              header: "First day",
              align: "right",
              cell: (contract) => <DateText day={contract.startDate} reader={contact} />,
            },
            {
              key: "end",
              header: "Last day",
              align: "right",
              cell: (contract) => <DateText day={contract.endOn} reader={contact} />,
            },
          ]}
        />
      </Card>
    </Page>
  );
}
