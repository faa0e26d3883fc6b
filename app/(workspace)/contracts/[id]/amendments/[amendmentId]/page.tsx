import { Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmendmentFacts } from "@/components/agreements/amendment-facts";
import { AmendmentStatus } from "@/components/agreements/amendment-status";
import { DifferenceTable } from "@/components/agreements/difference-table";
import { DraftTools } from "@/components/agreements/draft-tools";
import { PaperDialog } from "@/components/agreements/paper-dialog";
import { readAmendmentOf } from "@/components/agreements/read-amendment";
import { DecideNote } from "@/components/contracts/decide-contract";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { decideOnAmendment, recordAssent, withdraw } from "@/lib/agreements/actions";
import { readContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Amendment" };

type Props = { params: Promise<{ id: string; amendmentId: string }> };

export default async function AmendmentPage({ params }: Props) {
  const member = await requireMember("contract:read");
  const { id, amendmentId } = await params;
  const contract = (await readContractOf(member, id)) ?? notFound();
  const amendment = (await readAmendmentOf(member, contract.id, amendmentId)) ?? notFound();
  const list = `/contracts/${contract.id}/amendments`;
  const isProposed = amendment.state === "proposed";
  const mayWrite = may(member, "contract:write");
  const { assent, text, needsAssent } = amendment;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: contract.code, href: `/contracts/${contract.id}` },
          { label: "Amendments", href: list },
          { label: `Amendment ${amendment.number}` },
        ]}
        title={`Amendment ${amendment.number} of ${contract.title}`}
        status={<AmendmentStatus amendment={amendment} today={contract.today} />}
        subline={amendment.summary}
        actions={
          isProposed && mayWrite ? (
            <>
              <FormDialog
                action={withdraw}
                fields={{ id: amendment.id }}
                title="Withdraw this amendment"
                description="It never takes effect, and stays on record with the reason."
                submit="Withdraw amendment"
                label="Withdraw"
                icon={<Undo2 aria-hidden />}
              >
                <Field name="reason" label="Reason" required>
                  <Textarea rows={3} />
                </Field>
              </FormDialog>
              {needsAssent && text && !assent ? (
                <PaperDialog
                  action={recordAssent}
                  id={amendment.id}
                  sha256={text.sha256}
                  today={contract.today}
                  title="Record the vendor's assent on paper"
                  label="Vendor assented on paper"
                />
              ) : null}
            </>
          ) : null
        }
      />
      <RecordLayout side={<AmendmentFacts amendment={amendment} reader={member} />}>
        {isProposed && amendment.approval?.state === "pending" ? (
          <DecideNote
            action={decideOnAmendment}
            fields={{ id: amendment.id }}
            text="It moves money or risk of a contract above the limit: an executive has to approve it."
            mayDecide={may(member, "contract:decide") && amendment.createdById !== member.memberId}
          />
        ) : null}
        {amendment.state === "draft" && mayWrite ? (
          <DraftTools amendment={amendment} base={`${list}/${amendment.id}`} />
        ) : null}
        <DifferenceTable
          title="Old beside new"
          differences={amendment.differences}
          currency={contract.currency}
          reader={member}
        />
      </RecordLayout>
    </Page>
  );
}
