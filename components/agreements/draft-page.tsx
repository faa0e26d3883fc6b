import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { type MemberSession, requireMember } from "@/lib/access/session";
import type { AmendmentWithText } from "@/lib/agreements/queries/amendments";
import type { ContractText } from "@/lib/agreements/rules/contract-text";
import type { ContractRecord } from "@/lib/contracts/queries";
import { readContractOf } from "@/lib/contracts/read";
import { readAmendmentOf } from "./read-amendment";

export type DraftParams = Promise<{ id: string; amendmentId: string }>;
export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

export type Draft = {
  member: MemberSession;
  contract: ContractRecord;
  amendment: AmendmentWithText;
  /** As the contract stands with what the draft says so far. */
  text: ContractText;
  /** Page of the amendment. */
  base: string;
  fields: { id: string; version: number };
};

/** The draft that a part is written into; what was proposed is read on its own page. */
export async function readDraft(params: DraftParams): Promise<Draft> {
  const member = await requireMember("contract:write");
  const { id, amendmentId } = await params;
  const contract = (await readContractOf(member, id)) ?? notFound();
  const amendment = (await readAmendmentOf(member, contract.id, amendmentId)) ?? notFound();
  const base = `/contracts/${contract.id}/amendments/${amendment.id}`;
  if (amendment.state !== "draft" || !amendment.after) redirect(base);
  const fields = { id: amendment.id, version: amendment.version };
  return { member, contract, amendment, text: amendment.after, base, fields };
}

type Props = { draft: Draft; title: string; subline?: string; children: ReactNode };

/** A page on which one part of an amendment is written. */
export function DraftPage({ draft, title, subline, children }: Props) {
  const { contract, amendment, base } = draft;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Contracts", href: "/contracts" },
          { label: contract.code, href: `/contracts/${contract.id}` },
          { label: `Amendment ${amendment.number}`, href: base },
          { label: title },
        ]}
        title={title}
        subline={subline ?? `Becomes part of amendment ${amendment.number}: ${amendment.summary}`}
      />
      <FormLayout>{children}</FormLayout>
    </Page>
  );
}

export function HiddenFields({ fields }: { fields: Record<string, string | number> }) {
  return Object.entries(fields).map(([key, value]) => <input key={key} type="hidden" name={key} value={value} />);
}
