import { FileText } from "lucide-react";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/status";
import type { ContractDocument } from "@/lib/contracts/documents";
import type { Reader } from "@/lib/shared/format";

type Props = { documents: readonly ContractDocument[]; base: string; reader: Reader; showVisibility: boolean };

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export function DocumentTable({ documents, base, reader, showVisibility }: Props) {
  return (
    <DataTable
      caption="Documents"
      rows={documents}
      rowKey={(document) => document.id}
      empty={
        <EmptyState icon={<FileText aria-hidden />} title="No document yet">
          The signed contract and its annexes belong here.
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Document",
          cell: (document) => (
            // A file, not a page: the router must not fetch it ahead.
            <a className="font-medium text-accent hover:underline" href={`${base}/${document.id}`} download>
              {document.name}
            </a>
          ),
        },
        { key: "revision", header: "Version", align: "right", cell: (document) => document.revision },
        { key: "size", header: "Size", align: "right", cell: (document) => sizeText(document.size) },
        { key: "by", header: "By", cell: (document) => document.uploadedByName ?? "The vendor" },
        {
          key: "at",
          header: "Stored",
          cell: (document) => <InstantText instant={document.createdAt} reader={reader} />,
        },
        {
          key: "hash",
          header: "SHA-256",
          cell: (document) => (
            <code className="text-xs" title={document.sha256}>
              {document.sha256.slice(0, 12)}…
            </code>
          ),
        },
        ...(showVisibility
          ? [
              {
                key: "visibility",
                header: "Seen by",
                cell: (document: ContractDocument) => (
                  <Badge>{document.visibility === "vendor" ? "Us and the vendor" : "Us"}</Badge>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
