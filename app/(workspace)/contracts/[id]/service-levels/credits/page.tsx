import { Coins } from "lucide-react";
import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { CreditMove } from "@/components/service-levels/credit-move";
import { LedgerTable } from "@/components/service-levels/ledger-table";
import { readBoardContract } from "@/components/service-levels/read-board";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { findCredits } from "@/lib/service-levels/queries/board";

export const metadata: Metadata = { title: "Credits" };

type Props = { params: Promise<{ id: string }> };

export default async function CreditsPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  const entries = await findCredits(contract.id);
  const mayMove = may(member, "credit:agree");
  return (
    <BoardFrame
      contract={contract}
      tab="/credits"
      title="Credits"
      subline="Posted when a month is verified: calculated, agreed, applied to an invoice, settled."
      actions={<LinkButton href={`/export/credits?contract=${contract.id}`}>CSV</LinkButton>}
    >
      {entries.length === 0 ? (
        <EmptyState icon={<Coins aria-hidden />} title="No credits yet">
          When a service level misses its minimum, its scheme gives a credit. It is posted here with its calculation
          when the month is verified.
        </EmptyState>
      ) : (
        <LedgerTable
          entries={entries}
          reader={member}
          base={`/contracts/${contract.id}/service-levels`}
          {...(mayMove
            ? {
                next: (row) => (
                  <CreditMove id={row.id} version={row.version} state={row.state} isLocked={row.isLocked} />
                ),
              }
            : {})}
        />
      )}
    </BoardFrame>
  );
}
