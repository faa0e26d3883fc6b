import type { Metadata } from "next";
import {
  DraftPage,
  type DraftParams,
  HiddenFields,
  readDraft,
  type SearchParams,
} from "@/components/agreements/draft-page";
import { PartChooser } from "@/components/agreements/part-chooser";
import { ChargeLineFields } from "@/components/charges/charge-line-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { amendLine } from "@/lib/agreements/draft-actions";
import type { ChargeLineText, ContractText } from "@/lib/agreements/rules/contract-text";
import type { ChargeKind } from "@/lib/charges/labels";
import type { ChargeTerms } from "@/lib/charges/schema";

export const metadata: Metadata = { title: "Charge line in an amendment" };

function newestLines({ chargeLines }: ContractText): ChargeLineText[] {
  return [...new Map(chargeLines.map((line) => [line.code, line] as const)).values()];
}

export default async function AmendLinePage({
  params,
  searchParams,
}: {
  params: DraftParams;
  searchParams: SearchParams;
}) {
  const draft = await readDraft(params);
  const { contract, amendment, text, base, fields } = draft;
  const wanted = (await searchParams).code;
  const lines = newestLines(text);
  const page = `${base}/charge-line`;
  if (typeof wanted !== "string")
    return (
      <DraftPage draft={draft} title="Charge lines">
        <PartChooser
          title="Charge lines of the contract"
          parts={lines.map((line) => ({
            key: line.code,
            label: `${line.code} ${line.name}`,
            mayEnd: line.effectiveTo === null,
          }))}
          href={(code) => `${page}?code=${code}`}
          newHref={`${page}?code=new`}
          newLabel="New charge line"
          fields={fields}
          what="chargeLine"
        />
      </DraftPage>
    );
  const line = lines.find(({ code }) => code === wanted);
  const values = line && {
    ...line,
    kind: line.kind as ChargeKind,
    terms: line.terms as ChargeTerms,
    effectiveFrom: null,
    effectiveTo: null,
  };
  return (
    <DraftPage draft={draft} title={line ? `${line.code} ${line.name}` : "New charge line"}>
      <ActionForm action={amendLine} draftKey={`amendment:${amendment.id}:line:${wanted}`}>
        <HiddenFields fields={line ? { ...fields, code: line.code } : fields} />
        <ChargeLineFields {...(values ? { line: values } : {})} currency={contract.currency} start="amendment" />
        <FormButtons>
          <SubmitButton>Take in charge line</SubmitButton>
          <LinkButton variant="quiet" href={base}>
            Cancel
          </LinkButton>
        </FormButtons>
      </ActionForm>
    </DraftPage>
  );
}
