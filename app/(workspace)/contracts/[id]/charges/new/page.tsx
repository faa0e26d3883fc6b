import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChargeLineFields } from "@/components/charges/charge-line-fields";
import { requireEditable } from "@/components/contracts/require-editable";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { addChargeLine } from "@/lib/charges/actions";
import { readContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "New charge line" };

export default async function NewChargeLinePage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("charge:write");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  await requireEditable(member, contract.id);
  const base = `/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: contract.code, href: base },
          { label: "Charges", href: `${base}/charges` },
          { label: "New" },
        ]}
        title="New charge line"
        subline={contract.title}
      />
      <FormLayout>
        <ActionForm action={addChargeLine} draftKey={`chargeLine:new:${contract.id}`}>
          <input type="hidden" name="contractId" value={contract.id} />
          <ChargeLineFields currency={contract.currency} />
          <FormButtons>
            <SubmitButton>Add charge line</SubmitButton>
            <LinkButton variant="quiet" href={`${base}/charges`}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
