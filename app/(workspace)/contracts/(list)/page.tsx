import { FileSignature, Plus } from "lucide-react";
import type { Metadata } from "next";
import { ContractStateText } from "@/components/contracts/contract-state";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { CONTRACT_TYPE, type ContractType } from "@/lib/contracts/labels";
import { contractList } from "@/lib/contracts/lists";
import type { ContractState } from "@/lib/contracts/rules/states";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import type { Reader } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Contracts" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ContractsPage({ searchParams }: Props) {
  const member = await requireMember("contract:read");
  const { request } = parseListRequest(contractList, await searchParams);
  const page = await readList(contractList, member.organizationId, request);
  const create = may(member, "contract:write") ? (
    <LinkButton variant="primary" href="/contracts/new" icon={<Plus aria-hidden />}>
      New contract
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader title="Contracts" subline="What was agreed, with whom, and until when to decide." actions={create} />
      <ListView
        list={contractList}
        page={page}
        request={request}
        basePath="/contracts"
        caption="Contracts"
        searchPlaceholder="Search by code or title"
        locale={member.locale}
        rowHref={(row) => `/contracts/${row.id}`}
        empty={
          <EmptyState icon={<FileSignature aria-hidden />} title="No contracts yet" action={create}>
            A contract is made from a final award or written by hand. Charges, service levels and renewals hang on it.
          </EmptyState>
        }
        columns={[
          { key: "title", header: "Contract", cell: (row) => row.title },
          { key: "code", header: "Code", cell: (row) => row.code, nowrap: true },
          { key: "vendor", header: "Vendor", cell: (row) => row.vendor },
          { key: "type", header: "Type", cell: (row) => CONTRACT_TYPE[row.type as ContractType] },
          { key: "state", header: "State", cell: (row) => <ContractStateText state={row.state as ContractState} /> },
          {
            key: "endDate",
            header: "End",
            align: "right",
            cell: (row) => <DateText day={row.endDate} reader={member} />,
          },
          {
            key: "decideBy",
            header: "Decide by",
            align: "right",
            cell: (row) => <DecideBy day={row.decideBy} today={row.today} state={row.state} reader={member} />,
          },
          {
            key: "yearlyValue",
            header: "Value a year",
            align: "right",
            strong: true,
            cell: (row) => <MoneyText amount={row.yearlyValue} currency={row.currency ?? "EUR"} reader={member} />,
          },
        ]}
      />
    </Page>
  );
}

type DecideProps = { day: string | null; today: string | null; state: string | null; reader: Reader };

/** The date that matters, marked once it has passed on a contract that still runs. */
function DecideBy({ day, today, state, reader }: DecideProps) {
  const isPast = day !== null && today !== null && day < today && (state === "active" || state === "expiring");
  if (!isPast) return <DateText day={day} reader={reader} />;
  return (
    <Status tone="bad">
      <DateText day={day} reader={reader} /> passed
    </Status>
  );
}
