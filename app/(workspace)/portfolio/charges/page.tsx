import { ReceiptText } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Dash } from "@/components/ui/dash";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { monthlyChargeList } from "@/lib/charges/lists";
import { databaseToday } from "@/lib/server/clock";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";
import { formatMonth } from "@/lib/shared/format";
import { lastMonths } from "@/lib/shared/month";

export const metadata: Metadata = { title: "Charges of all contracts" };

const MONTHS_OFFERED = 24;

export default async function PortfolioChargesPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("contract:read");
  const today = await databaseToday(member.organization.timeZone);
  const month = {
    ...monthlyChargeList.filters.month,
    label: "Any month",
    where: "m.month = ?",
    values: lastMonths(today.slice(0, 7), MONTHS_OFFERED).map((value) => ({
      value,
      label: formatMonth(value, member),
    })),
  };
  const list = { ...monthlyChargeList, filters: { ...monthlyChargeList.filters, month } };
  const { request } = parseListRequest(list, await searchParams);
  const page = await readList(list, member.organizationId, request);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: "Portfolio", href: "/portfolio" }, { label: "Charges" }]}
        title="Charges of all contracts"
        subline="What each charge line cost in each month, in the currency of its contract."
      />
      <ListView
        list={list}
        page={page}
        request={request}
        basePath="/portfolio/charges"
        caption="Charges"
        locale={member.locale}
        rowHref={(row) => `/contracts/${row.contractId}/charges/months/${row.month}`}
        empty={
          <EmptyState
            icon={<ReceiptText aria-hidden />}
            title="No charges yet"
            action={<LinkButton href="/contracts">Open the contracts</LinkButton>}
          >
            Charges are recorded month by month on each contract.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Charge line", cell: (row) => row.name },
          { key: "contract", header: "Contract", nowrap: true, cell: (row) => row.contract },
          {
            key: "month",
            header: "Month",
            nowrap: true,
            cell: (row) => (row.month ? formatMonth(row.month, member, "short") : <Dash />),
          },
          {
            key: "volume",
            header: "Volume",
            align: "right",
            cell: (row) => <DecimalText value={row.volume} reader={member} />,
          },
          {
            key: "amount",
            header: "Charge",
            align: "right",
            strong: true,
            cell: (row) => (
              <MoneyText amount={row.amount} currency={row.currency ?? "EUR"} reader={member} digits="paid" />
            ),
          },
        ]}
      />
    </Page>
  );
}
