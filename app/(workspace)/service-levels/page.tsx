import { Gauge } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { AttainmentText } from "@/components/service-levels/state-text";
import { Dash } from "@/components/ui/dash";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { requireMember } from "@/lib/access/session";
import { databaseToday } from "@/lib/server/clock";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { classLabels } from "@/lib/service-levels/labels";
import { serviceLevelList, serviceLevelMonthList } from "@/lib/service-levels/lists";
import type { Attainment } from "@/lib/service-levels/rules/attainment";
import { valueText } from "@/lib/service-levels/value-text";
import { formatMonth } from "@/lib/shared/format";
import { lastMonths } from "@/lib/shared/month";

const MONTHS_OFFERED = 13;

export const metadata: Metadata = { title: "Service levels" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ServiceLevelsPage({ searchParams }: Props) {
  const member = await requireMember("serviceLevel:read");
  const parameters = await searchParams;
  const { month } = parseListRequest(serviceLevelMonthList, parameters).request.filters;
  const list = month ? serviceLevelMonthList : serviceLevelList;
  const { request } = parseListRequest(list, parameters);
  const page = await readList(list, member.organizationId, request);
  const months = lastMonths((await databaseToday(member.timeZone)).slice(0, 7), MONTHS_OFFERED);
  const offered = {
    label: "Latest month",
    where: "",
    values: months.map((value) => ({ value, label: formatMonth(value, member) })),
  };
  const shown = (value: string | null, { unit, decimals }: { unit: string | null; decimals: number | null }) =>
    value === null ? <Dash /> : valueText(value, { unit: unit ?? "", decimals }, member);
  return (
    <Page>
      <PageHeader
        title="Service levels"
        subline={
          month
            ? `Every service level that was measured in ${formatMonth(month, member)}.`
            : "Every service level in force, with its last month."
        }
      />
      <ListView
        list={{ ...list, filters: { month: offered, ...list.filters, ...(month ? { month: offered } : {}) } }}
        page={page}
        request={request}
        basePath="/service-levels"
        caption="Service levels"
        searchPlaceholder="Search by name, contract or vendor"
        locale={member.locale}
        rowHref={(row) =>
          `/contracts/${row.contractId}/service-levels?level=${row.serviceLevelId}${row.month ? `&month=${row.month}` : ""}`
        }
        empty={
          <EmptyState icon={<Gauge aria-hidden />} title="No service levels yet">
            A service level puts a KPI under contract. Open a contract and define what is measured there.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Service level", cell: (row) => row.name },
          { key: "contract", header: "Contract", cell: (row) => row.contract, nowrap: true },
          { key: "vendor", header: "Vendor", cell: (row) => row.vendor },
          { key: "class", header: "Class", cell: (row) => classLabels[row.class as keyof typeof classLabels] },
          {
            key: "month",
            header: "Month",
            nowrap: true,
            cell: (row) => (row.month ? formatMonth(row.month, member, "short") : <Dash />),
          },
          { key: "value", header: "Value", align: "right", strong: true, cell: (row) => shown(row.value, row) },
          { key: "expected", header: "Expected", align: "right", cell: (row) => shown(row.expected, row) },
          { key: "minimum", header: "Minimum", align: "right", cell: (row) => shown(row.minimum, row) },
          {
            key: "status",
            header: "Status",
            cell: (row) => (row.status ? <AttainmentText status={row.status as Attainment} /> : <Dash />),
          },
          {
            key: "credit",
            header: "Credit",
            align: "right",
            cell: (row) =>
              row.credit === null || Number(row.credit) === 0 ? (
                <Dash />
              ) : (
                <MoneyText amount={row.credit} currency={row.currency ?? "EUR"} reader={member} digits="paid" />
              ),
          },
        ]}
      />
    </Page>
  );
}
