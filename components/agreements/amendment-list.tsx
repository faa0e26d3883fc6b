import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import type { listAmendmentsFor } from "@/lib/agreements/queries/amendments";
import type { Reader } from "@/lib/shared/format";
import { AmendmentStatus } from "./amendment-status";

type Amendment = Awaited<ReturnType<typeof listAmendmentsFor>>[number];
type Props = { amendments: readonly Amendment[]; base: string; today: string; reader: Reader };

export function AmendmentList({ amendments, base, today, reader }: Props) {
  return (
    <DataTable
      caption="Amendments"
      rows={amendments}
      rowKey={(amendment) => amendment.id}
      rowHref={(amendment) => `${base}/${amendment.id}`}
      columns={[
        { key: "number", header: "Amendment", nowrap: true, cell: ({ number }) => `Amendment ${number}` },
        { key: "summary", header: "What was agreed", cell: ({ summary }) => summary },
        {
          key: "from",
          header: "In force from",
          nowrap: true,
          cell: ({ effectiveFrom }) => <DateText day={effectiveFrom} reader={reader} />,
        },
        {
          key: "state",
          header: "State",
          cell: (amendment) => <AmendmentStatus amendment={amendment} today={today} />,
        },
        { key: "by", header: "Written by", cell: ({ createdByName }) => createdByName },
      ]}
    />
  );
}
