import { FileUp, ListTree, Plus } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { BulkEdit, PickBox } from "@/components/processes/bulk-edit";
import { ProcessTabs } from "@/components/processes/process-tabs";
import { RecommendationStatus } from "@/components/processes/recommendation-status";
import { LinkButton } from "@/components/ui/button";
import { Dash } from "@/components/ui/dash";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Badge, Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import {
  categoryLabels,
  type ProcessCategory,
  type ProcessState,
  processStateLabels,
  processStateTones,
} from "@/lib/processes/labels";
import { processList } from "@/lib/processes/lists";
import { listBusinessUnits, listOwners } from "@/lib/processes/queries";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Processes" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProcessesPage({ searchParams }: Props) {
  const member = await requireMember("process:read");
  const { request } = parseListRequest(processList, await searchParams);
  const mayUpdate = may(member, "process:update");
  const [page, units, owners] = await Promise.all([
    readList(processList, member.organizationId, request),
    listBusinessUnits(member.organizationId),
    mayUpdate ? listOwners(member.organizationId) : [],
  ]);
  const unit = {
    ...processList.filters.unit,
    label: "Any unit",
    where: "",
    values: units.map((value) => ({ value, label: value })),
  };
  const actions = (
    <>
      {may(member, "process:import") ? (
        <LinkButton href="/processes/import" icon={<FileUp aria-hidden />}>
          Import
        </LinkButton>
      ) : null}
      {may(member, "process:create") ? (
        <LinkButton variant="primary" href="/processes/new" icon={<Plus aria-hidden />}>
          New process
        </LinkButton>
      ) : null}
    </>
  );
  return (
    <Page>
      <PageHeader
        title="Processes"
        subline="The work that is done here, and whether it could be done elsewhere."
        actions={actions}
      />
      <ProcessTabs current="/processes" />
      <ListView
        list={{ ...processList, filters: { ...processList.filters, unit } }}
        page={page}
        request={request}
        basePath="/processes"
        caption="Processes"
        searchPlaceholder="Search by code or name"
        filters={["category", "unit", "recommendation", "function", "state"]}
        locale={member.locale}
        rowHref={(row) => `/processes/${row.id}`}
        toolbar={mayUpdate ? <BulkEdit owners={owners} /> : null}
        empty={
          <EmptyState icon={<ListTree aria-hidden />} title="No processes yet" action={actions}>
            Write down the work that your organization does, or bring it in from a file. Every decision to outsource
            starts from here.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            header: "Process",
            cell: (row) => (
              <span className="inline-flex flex-wrap items-center gap-x-2">
                {row.name}
                {row.isCritical ? <Badge>Critical</Badge> : null}
                <span className="basis-full font-normal text-ink-2 text-xs">{row.code}</span>
              </span>
            ),
            className: "min-w-44",
          },
          {
            key: "category",
            header: "Category",
            cell: (row) => categoryLabels[row.category as ProcessCategory],
          },
          { key: "businessUnit", header: "Unit", cell: (row) => row.businessUnit || <Dash /> },
          { key: "owner", header: "Owner", cell: (row) => row.owner ?? <Dash /> },
          {
            key: "volumePerMonth",
            header: "Volume a month",
            align: "right",
            cell: (row) => <DecimalText value={row.volumePerMonth} reader={member} unit={row.volumeUnit ?? ""} />,
          },
          {
            key: "fullTimeEquivalents",
            header: "FTE",
            align: "right",
            cell: (row) => <DecimalText value={row.fullTimeEquivalents} reader={member} />,
          },
          {
            key: "costPerYear",
            header: "Cost a year",
            align: "right",
            cell: (row) => (
              <MoneyText amount={row.costPerYear} currency={member.organization.currency} reader={member} />
            ),
          },
          {
            key: "score",
            header: "Suitability",
            cell: (row) => (
              <RecommendationStatus recommendation={row.recommendation} score={row.score} reader={member} />
            ),
            nowrap: true,
          },
          {
            key: "state",
            header: "State",
            cell: (row) => {
              const state = row.state as ProcessState;
              return <Status tone={processStateTones[state]}>{processStateLabels[state]}</Status>;
            },
          },
          ...(mayUpdate
            ? [
                {
                  key: "$pick" as const,
                  header: <span className="sr-only">Choose</span>,
                  cell: (row: { id: string; name: string | null }) => <PickBox id={row.id} name={row.name ?? ""} />,
                },
              ]
            : []),
        ]}
      />
    </Page>
  );
}
