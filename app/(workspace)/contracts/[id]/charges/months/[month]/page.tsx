import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MonthSheet } from "@/components/charges/month-sheet";
import { ProposalCard } from "@/components/charges/proposal-card";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { confirmProposalForm, declineProposalForm } from "@/lib/charges/actions";
import { listChargeLines, listMonthlyCharges, listOpenProposals } from "@/lib/charges/queries";
import { findChargedDays } from "@/lib/charges/rules/charge-month";
import { isMonthLocked } from "@/lib/contracts/queries";
import { readContractOf } from "@/lib/contracts/read";
import { isMonth } from "@/lib/shared/month";
import { recordCharge } from "../../record";

export const metadata: Metadata = { title: "Charges of a month" };

type Props = { params: Promise<{ id: string; month: string }> };

export default async function ChargeMonthPage({ params }: Props) {
  const member = await requireMember("contract:read");
  const { id, month } = await params;
  const contract = (await readContractOf(member, id)) ?? notFound();
  if (!isMonth(month) || month > contract.today.slice(0, 7)) notFound();
  const [lines, charges, proposals, isLocked] = await Promise.all([
    listChargeLines(member.organizationId, contract.id),
    listMonthlyCharges(member.organizationId, contract.id, { from: month, to: month }),
    listOpenProposals(member.organizationId, contract.id, month),
    isMonthLocked(member.organizationId, contract.id, month),
  ]);
  const inForce = lines.filter((line) =>
    findChargedDays(month, [
      { from: line.effectiveFrom, to: line.effectiveTo },
      { from: contract.startDate, to: null },
    ]),
  );
  return (
    <ContractFrame contract={contract} member={member} tab="/charges">
      <ProposalCard
        proposals={proposals}
        currency={contract.currency}
        reader={member}
        lockedMonths={isLocked ? [month] : []}
        decide={may(member, "charge:write") ? { confirm: confirmProposalForm, decline: declineProposalForm } : null}
      />
      <MonthSheet
        contractId={contract.id}
        month={month}
        lines={inForce}
        charges={charges}
        currency={contract.currency}
        reader={member}
        isLocked={isLocked}
        mayWrite={may(member, "charge:write") && contract.activatedAt !== null}
        record={recordCharge}
      />
    </ContractFrame>
  );
}
