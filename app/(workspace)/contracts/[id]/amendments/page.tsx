import { FilePen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmendmentCard } from "@/components/contracts/amendment-card";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { listAmendments } from "@/lib/contracts/queries";
import { readContractOf } from "@/lib/contracts/read";
import { decideOnAmendment } from "./actions";

export const metadata: Metadata = { title: "Amendments" };

export default async function AmendmentsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const amendments = await listAmendments(member.organizationId, contract.id);
  return (
    <ContractFrame contract={contract} member={member} tab="/amendments">
      {amendments.length === 0 ? (
        <Card>
          <EmptyState icon={<FilePen aria-hidden />} title="Never amended">
            Once it is signed, terms change by numbered amendments, each in force from its date. The terms can be read
            as of any day.
          </EmptyState>
        </Card>
      ) : null}
      {amendments.map((amendment) => (
        <AmendmentCard
          key={amendment.id}
          amendment={amendment}
          currency={contract.currency}
          reader={member}
          today={contract.today}
          decide={decideOnAmendment}
          mayDecide={may(member, "contract:decide") && amendment.createdById !== member.memberId}
        />
      ))}
    </ContractFrame>
  );
}
