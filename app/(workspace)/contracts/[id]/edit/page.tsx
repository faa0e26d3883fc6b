import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HeadFields } from "@/components/contracts/head-fields";
import { requireEditable } from "@/components/contracts/require-editable";
import { TermFields } from "@/components/contracts/term-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { saveContract } from "@/lib/contracts/actions";
import { readContractOf } from "@/lib/contracts/read";
import { toTermTexts } from "@/lib/contracts/term-texts";

export const metadata: Metadata = { title: "Edit terms" };

export default async function EditContractPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("contract:write");
  const contract = (await readContractOf(member, (await params).id)) ?? notFound();
  await requireEditable(member, contract.id);
  const base = `/contracts/${contract.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: contract.code, href: base },
          { label: "Edit terms" },
        ]}
        title={`Terms of ${contract.title}`}
        subline="Free to change until the contract runs. A change voids the signatures that were given."
      />
      <FormLayout>
        <ActionForm action={saveContract} draftKey={`contract:${contract.id}`}>
          <input type="hidden" name="id" value={contract.id} />
          <input type="hidden" name="version" value={contract.version} />
          <HeadFields values={contract} />
          <TermFields values={toTermTexts(contract)} currency={contract.currency} />
          <FormButtons>
            <SubmitButton>Save terms</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
