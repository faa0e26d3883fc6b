import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import type { ListRow } from "@/lib/server/lists/definition";
import { importStateLabels } from "@/lib/service-levels/labels";
import type { caseLogImportList } from "@/lib/service-levels/lists";
import { formatDecimal, type Reader } from "@/lib/shared/format";

type Row = ListRow<(typeof caseLogImportList)["columns"]>;
type ImportTableProps = { rows: readonly Row[]; hrefOf: (jobId: string) => string; reader: Reader };

/** What was imported, with counts; a row opens its messages. */
export function ImportTable({ rows, hrefOf, reader }: ImportTableProps) {
  const count = (value: number | null) => formatDecimal(String(value ?? 0), reader);
  return (
    <Card>
      <CardHeader title="Imports" />
      <DataTable
        caption="Imports"
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => (row.jobId ? hrefOf(row.jobId) : undefined)}
        empty={<p className="px-4 py-6 text-ink-2">Nothing was imported yet.</p>}
        columns={[
          { key: "file", header: "File", cell: (row) => row.fileName },
          {
            key: "at",
            header: "Uploaded",
            nowrap: true,
            cell: (row) => <InstantText instant={row.createdAt} reader={reader} />,
          },
          {
            key: "state",
            header: "State",
            cell: (row) => {
              const { label, tone } = importStateLabels[(row.state ?? "queued") as keyof typeof importStateLabels];
              return <Status tone={tone}>{label}</Status>;
            },
          },
          { key: "rows", header: "Rows", align: "right", cell: (row) => count(row.rowsRead) },
          { key: "added", header: "Added", align: "right", cell: (row) => count(row.casesInserted) },
          { key: "changed", header: "Changed", align: "right", cell: (row) => count(row.casesUpdated) },
          { key: "same", header: "As before", align: "right", cell: (row) => count(row.casesUnchanged) },
          { key: "out", header: "Left out", align: "right", cell: (row) => count(row.rowsRejected) },
        ]}
      />
    </Card>
  );
}
