import { FilePen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmendmentList } from "@/components/agreements/amendment-list";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireMember } from "@/lib/access/session";
import { listAmendmentsFor } from "@/lib/agreements/queries/amendments";
import { readContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Amendments" };

export default async function AmendmentsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const amendments = await listAmendmentsFor(member.organizationId, contract.id, false);
  return (
    <ContractFrame contract={contract} member={member} tab="/amendments">
      <Card>
        {amendments.length === 0 ? (
          <EmptyState icon={<FilePen aria-hidden />} title="Never amended">
            Once the contract runs, everything that was agreed changes by numbered amendments, each in force from its
            date, approved above the limit and assented to by the vendor.
          </EmptyState>
        ) : (
          <AmendmentList
            amendments={amendments}
            base={`/contracts/${contract.id}/amendments`}
            today={contract.today}
            reader={member}
          />
        )}
      </Card>
    </ContractFrame>
  );
}
