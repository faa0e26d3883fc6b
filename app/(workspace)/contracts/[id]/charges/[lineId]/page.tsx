import { FileSignature, Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChargeLineFields } from "@/components/charges/charge-line-fields";
import { LineTermsCard } from "@/components/charges/line-terms-card";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { deleteChargeLine, saveChargeLine } from "@/lib/charges/actions";
import { CHARGE_KIND } from "@/lib/charges/labels";
import { findChargeLine } from "@/lib/charges/queries";
import { readContractOf } from "@/lib/contracts/read";
import { areTermsEditable, isRunning } from "@/lib/contracts/rules/states";
import { recordId } from "@/lib/shared/inputs";

export const metadata: Metadata = { title: "Charge line" };

type Props = { params: Promise<{ id: string; lineId: string }> };

export default async function ChargeLinePage({ params }: Props) {
  const member = await requireMember("contract:read");
  const { id, lineId } = await params;
  const contract = (await readContractOf(member, id)) ?? notFound();
  const line = recordId.safeParse(lineId).success ? await findChargeLine(member.organizationId, lineId) : null;
  if (!line || line.contractId !== contract.id) notFound();
  const base = `/contracts/${contract.id}/charges`;
  const fields = { id: line.id, version: line.version };
  const mayWrite = may(member, "charge:write");
  const isFree = areTermsEditable(contract.state);
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: contract.code, href: `/contracts/${contract.id}` },
          { label: "Charges", href: base },
          { label: line.code },
        ]}
        title={line.name}
        subline={`${line.code} · ${CHARGE_KIND[line.kind].label}`}
        actions={
          mayWrite ? (
            <>
              {isFree ? (
                <ActionButton
                  action={deleteChargeLine}
                  fields={fields}
                  variant="danger"
                  icon={<Trash2 aria-hidden />}
                  confirm={{
                    title: `Remove ${line.name}?`,
                    body: <p>It is taken out of the contract.</p>,
                    label: "Remove line",
                  }}
                >
                  Remove
                </ActionButton>
              ) : null}
              {isRunning(contract.state) && may(member, "contract:write") ? (
                <LinkButton href={`/contracts/${contract.id}/amendments/new`} icon={<FileSignature aria-hidden />}>
                  Change by amendment
                </LinkButton>
              ) : null}
            </>
          ) : null
        }
      />
      <FormLayout>
        {isFree && mayWrite ? (
          <ActionForm action={saveChargeLine} draftKey={`chargeLine:${line.id}`}>
            <input type="hidden" name="id" value={line.id} />
            <input type="hidden" name="version" value={line.version} />
            <ChargeLineFields line={line} currency={contract.currency} />
            <FormButtons>
              <SubmitButton>Save charge line</SubmitButton>
              <LinkButton variant="quiet" href={base}>
                Back to charges
              </LinkButton>
            </FormButtons>
          </ActionForm>
        ) : (
          <LineTermsCard line={line} currency={contract.currency} reader={member} />
        )}
      </FormLayout>
    </Page>
  );
}
