import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CompareForm } from "@/components/agreements/compare-form";
import { DifferenceTable } from "@/components/agreements/difference-table";
import { PaperDialog } from "@/components/agreements/paper-dialog";
import { SignCard } from "@/components/agreements/sign-card";
import { SignatureList } from "@/components/agreements/signature-list";
import { TextCards } from "@/components/agreements/text-cards";
import { TextFacts } from "@/components/agreements/text-facts";
import { VerifyNote } from "@/components/agreements/verify-note";
import { ContractFrame } from "@/components/contracts/contract-frame";
import { Note } from "@/components/ui/callout";
import { RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { recordPaper, signContract } from "@/lib/agreements/actions";
import { findText, listSignatures, listTexts, previewText, readNames } from "@/lib/agreements/queries/texts";
import { verifyText } from "@/lib/agreements/queries/verify-text";
import { compareTexts } from "@/lib/agreements/rules/compare-texts";
import { readContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Text of a contract" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ContractTextPage({ params, searchParams }: Props) {
  const member = await requireMember("contract:read");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  const wanted = await searchParams;
  const { organizationId } = member;
  const [heads, names] = await Promise.all([
    listTexts(organizationId, contract.id),
    readNames(organizationId, contract.id),
  ]);
  const numbered = (value: unknown) => heads.find((head) => String(head.number) === value);
  const head = numbered(wanted.number) ?? heads.find((each) => each.isCurrent);
  if (!head || contract.state === "draft") {
    const preview = (await previewText(organizationId, contract.id)) ?? notFound();
    return (
      <ContractFrame contract={contract} member={member} tab="/text">
        <Note tone="neutral">
          This is what both sides will read and sign once the contract goes into review. It has no number yet.
        </Note>
        <TextCards text={preview.text} names={names} reader={member} />
      </ContractFrame>
    );
  }
  const other = numbered(wanted.compare);
  const [shown, compared, signatures, verification] = await Promise.all([
    findText(organizationId, contract.id, head.number),
    other ? findText(organizationId, contract.id, other.number) : null,
    listSignatures(organizationId, contract.id),
    verifyText(organizationId, contract.id),
  ]);
  if (!shown) notFound();
  const base = `/contracts/${contract.id}/text`;
  const isSigned = (side: string) =>
    signatures.some((each) => each.side === side && !each.voidedAt && each.sha256 === head.sha256);
  const isToSign = contract.state === "inReview" && head.isCurrent;
  const waits = isToSign && isSigned("client") && isSigned("vendor");
  return (
    <ContractFrame contract={contract} member={member} tab="/text">
      <RecordLayout
        side={
          <>
            <TextFacts head={head} reader={member} />
            {verification ? <VerifyNote verification={verification} /> : null}
            {isToSign && !isSigned("client") && may(member, "contract:sign") ? (
              <SignCard
                title="Sign for us"
                text={`You sign text number ${head.number}, all of it as it stands on this page.`}
                action={signContract}
                id={contract.id}
                sha256={head.sha256}
                submit="Sign contract"
              />
            ) : null}
            {isToSign && !isSigned("vendor") && may(member, "contract:write") ? (
              <PaperDialog
                action={recordPaper}
                id={contract.id}
                sha256={head.sha256}
                today={contract.today}
                title="Record the vendor's signature on paper"
                label="Vendor signed on paper"
              />
            ) : null}
          </>
        }
      >
        {waits ? (
          <Note tone="warn">Both sides have signed. It becomes signed once an executive has approved it.</Note>
        ) : null}
        <CompareForm base={base} heads={heads} number={head.number} compare={other?.number ?? null} />
        {compared && other ? (
          <DifferenceTable
            title={`From number ${other.number} to number ${head.number}`}
            differences={compareTexts(compared.text, shown.text, names)}
            currency={contract.currency}
            reader={member}
          />
        ) : null}
        <SignatureList signatures={signatures} reader={member} withAddresses />
        <TextCards text={shown.text} names={names} reader={member} />
      </RecordLayout>
    </ContractFrame>
  );
}
