import { Plus } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Pager } from "@/components/ui/pager";
import { Status } from "@/components/ui/status";
import { TreeTable } from "@/components/ui/tree-table";

const HERE = "/gallery?view=list";
const READER = { locale: "en-GB" };
const ROWS = ["Payroll run", "Invoice entry", "Travel claims", "Password resets", "Address changes"].map(
  (name, index) => ({
    code: `PRC-00${index + 10}`,
    name,
    unit: index % 2 ? "Finance" : "People",
    cost: index === 3 ? null : String(84_000 + index * 31_400),
    state: index === 1 ? ("warn" as const) : ("good" as const),
  }),
);

export function ListView() {
  return (
    <Page>
      <PageHeader
        title="Processes"
        subline="41 processes, 12 of them outsourced"
        actions={
          <LinkButton variant="primary" href={HERE} icon={<Plus aria-hidden />}>
            New process
          </LinkButton>
        }
      />
      <ListToolbar
        search={{ placeholder: "Name or code", value: "" }}
        filters={[
          {
            name: "unit",
            label: "Any unit",
            options: [
              { value: "finance", label: "Finance" },
              { value: "people", label: "People" },
            ],
          },
          { name: "state", label: "Any state", value: "good", options: [{ value: "good", label: "Assessed" }] },
        ]}
        keep={{ view: "list" }}
        exports={[{ href: "/gallery", label: "CSV" }]}
      />
      <Card>
        <DataTable
          caption="Processes"
          rows={ROWS}
          rowKey={(row) => row.code}
          rowHref={() => HERE}
          sort={{
            by: "name",
            direction: "asc",
            hrefFor: (by, direction) => `/gallery?view=list&sort=${by}&direction=${direction}`,
          }}
          columns={[
            { key: "name", header: "Name", sort: "name", cell: (row) => row.name },
            { key: "code", header: "Code", sort: "code", cell: (row) => row.code },
            { key: "unit", header: "Unit", cell: (row) => row.unit },
            {
              key: "cost",
              header: "Cost a year",
              align: "right",
              sort: "cost",
              cell: (row) => <MoneyText amount={row.cost} currency="EUR" reader={READER} />,
            },
            {
              key: "state",
              header: "State",
              cell: (row) => <Status tone={row.state}>{row.state === "good" ? "Assessed" : "To assess"}</Status>,
            },
          ]}
        />
        <Pager from={1} to={5} total={1204} nextHref={HERE} />
      </Card>
      <Card>
        <CardHeader title="Tree" />
        <TreeTable
          caption="Processes as a tree"
          columns={[{ header: "Process" }, { header: "Code" }, { header: "FTE", align: "right" }]}
          rows={[
            { key: "1", parent: null, cells: ["Payroll", "PRC-0001", "14.5"], href: HERE },
            { key: "2", parent: "1", cells: ["Time sheets", "PRC-0002", "3.0"], href: HERE },
            { key: "3", parent: "2", cells: ["Corrections", "PRC-0003", "1.0"], href: HERE },
            { key: "4", parent: null, cells: ["Travel", "PRC-0004", "2.0"], href: HERE },
          ]}
        />
      </Card>
    </Page>
  );
}
