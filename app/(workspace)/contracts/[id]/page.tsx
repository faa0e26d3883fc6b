import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActivationCard } from "@/components/contracts/activation-card";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { ContractSide } from "@/components/contracts/contract-side";
import { DecideNote } from "@/components/contracts/decide-contract";
import { TermsCard } from "@/components/contracts/terms-card";
import { Note } from "@/components/ui/callout";
import { RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { findActivationChecks } from "@/lib/agreements/queries/activation";
import { listSignatures } from "@/lib/agreements/queries/texts";
import { decideOnContract } from "@/lib/contracts/actions";
import { findContractApproval } from "@/lib/contracts/queries";
import { readContractOf } from "@/lib/contracts/read";
import { readContractTerms } from "@/lib/contracts/terms";
import { isDateText } from "@/lib/shared/fields";
import { formatDate } from "@/lib/shared/format";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await requireMember("contract:read");
  const contract = await readContractOf(member, (await params).id);
  return { title: contract?.title ?? "Contract" };
}

export default async function ContractPage({ params, searchParams }: Props) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const wanted = (await searchParams).asOf;
  const asOf = typeof wanted === "string" && isDateText(wanted) ? wanted : contract.today;
  const [readings, today, checks, approval, signatures] = await Promise.all([
    readContractTerms(undefined, member.organizationId, contract.id, asOf),
    readContractTerms(undefined, member.organizationId, contract.id, contract.today),
    findActivationChecks(member.organizationId, contract.id),
    findContractApproval(member.organizationId, contract.id),
    listSignatures(member.organizationId, contract.id),
  ]);
  if (!readings || !today) notFound();
  const base = `/contracts/${contract.id}`;
  const isOpen = contract.state === "draft" || contract.state === "inReview" || contract.state === "signed";
  return (
    <ContractFrame contract={contract} member={member} tab="">
      <RecordLayout
        side={<ContractSide contract={contract} readings={today} signatures={signatures} reader={member} />}
      >
        {approval?.state === "pending" ? (
          <DecideNote
            action={decideOnContract}
            fields={{ id: contract.id, version: contract.version }}
            text="This contract needs the approval of an executive who did not prepare it."
            mayDecide={may(member, "contract:decide")}
          />
        ) : null}
        {approval?.state === "rejected" && contract.state === "draft" ? (
          <Note tone="bad">
            Rejected by {approval.decidedBy?.person.name ?? "an executive"}: {approval.reason}
          </Note>
        ) : null}
        {contract.state === "expiring" && contract.decideBy ? (
          <Note tone="warn">
            Decide whether to renew: the last safe day {contract.decideBy < contract.today ? "was" : "is"}{" "}
            {formatDate(contract.decideBy, member)}.
          </Note>
        ) : null}
        {contract.state === "terminated" ? <Note tone="neutral">Terminated: {contract.terminationReason}</Note> : null}
        {isOpen && checks ? <ActivationCard base={base} checks={checks} /> : null}
        <TermsCard
          base={base}
          amendmentsHref={`${base}/amendments`}
          readings={readings}
          currency={contract.currency}
          asOf={asOf}
          today={contract.today}
          reader={member}
        />
      </RecordLayout>
    </ContractFrame>
  );
}
