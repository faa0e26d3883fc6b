import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LineTable } from "@/components/charges/line-table";
import { MonthGrid } from "@/components/charges/month-grid";
import { ProposalCard } from "@/components/charges/proposal-card";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { confirmProposalForm, declineProposalForm } from "@/lib/charges/actions";
import { listChargeLines, listMonthlyCharges, listOpenProposals } from "@/lib/charges/queries";
import { readContractOf } from "@/lib/contracts/read";
import { areTermsEditable } from "@/lib/contracts/rules/states";
import { listLockedMonths } from "@/lib/service-levels/queries/locked-months";
import { addMonths, monthRange } from "@/lib/shared/month";

export const metadata: Metadata = { title: "Charges" };

const MONTHS = 6;

export default async function ChargesPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const base = `/contracts/${contract.id}/charges`;
  const to = contract.today.slice(0, 7);
  const start = contract.startDate?.slice(0, 7) ?? to;
  const from = addMonths(to, 1 - MONTHS);
  const months = contract.activatedAt
    ? monthRange(from, to)
        .filter((month) => month >= start)
        .reverse()
    : [];
  const [lines, charges, proposals, lockedMonths] = await Promise.all([
    listChargeLines(member.organizationId, contract.id),
    listMonthlyCharges(member.organizationId, contract.id, { from, to }),
    listOpenProposals(member.organizationId, contract.id),
    listLockedMonths(member.organizationId, contract.id),
  ]);
  const mayAdd = may(member, "charge:write") && areTermsEditable(contract.state);
  return (
    <ContractFrame contract={contract} member={member} tab="/charges">
      <ProposalCard
        proposals={proposals}
        currency={contract.currency}
        reader={member}
        lockedMonths={lockedMonths}
        decide={may(member, "charge:write") ? { confirm: confirmProposalForm, decline: declineProposalForm } : null}
      />
      <LineTable
        base={base}
        lines={lines}
        currency={contract.currency}
        reader={member}
        mayAdd={mayAdd}
        rowHref={(line) => `${base}/${line.id}`}
      />
      {months.length > 0 ? (
        <MonthGrid
          base={base}
          exportHref={`/export/monthly-charges?contract=${contract.id}`}
          lines={lines}
          charges={charges}
          months={months}
          currency={contract.currency}
          reader={member}
        />
      ) : null}
    </ContractFrame>
  );
}
