import { Plus } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { CHARGE_KIND } from "@/lib/charges/labels";
import type { ChargeLineRecord } from "@/lib/charges/queries";
import type { Reader } from "@/lib/shared/format";
import { ChargeTermsText } from "./terms-text";

type Props = {
  base: string;
  lines: readonly ChargeLineRecord[];
  currency: string;
  reader: Reader;
  mayAdd: boolean;
  /** Left out where lines are read only, as in the portal. */
  rowHref?: (line: ChargeLineRecord) => string;
};

export function LineTable({ base, lines, currency, reader, mayAdd, rowHref }: Props) {
  const add = mayAdd ? (
    <LinkButton href={`${base}/new`} size="sm" icon={<Plus aria-hidden />}>
      Add charge line
    </LinkButton>
  ) : null;
  return (
    <Card>
      <CardHeader title="Charge lines" action={lines.length > 0 ? add : null} />
      <DataTable
        caption="Charge lines"
        rows={lines}
        rowKey={(line) => line.id}
        {...(rowHref ? { rowHref } : {})}
        empty={
          <EmptyState title="No charge line yet" action={add}>
            Say what is paid and how it is counted: a monthly fee, hours, volumes, outcomes.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Charge line", cell: (line) => line.name },
          { key: "code", header: "Code", nowrap: true, cell: (line) => line.code },
          { key: "kind", header: "Kind", cell: (line) => CHARGE_KIND[line.kind].label },
          {
            key: "terms",
            header: "Terms",
            cell: (line) => <ChargeTermsText terms={line.terms} currency={currency} reader={reader} />,
          },
          {
            key: "dates",
            header: "In force",
            nowrap: true,
            cell: (line) =>
              line.effectiveFrom || line.effectiveTo ? (
                <>
                  <DateText day={line.effectiveFrom} reader={reader} missing="start of the contract" /> –{" "}
                  <DateText day={line.effectiveTo} reader={reader} missing="end of the contract" />
                </>
              ) : (
                "The whole term"
              ),
          },
          { key: "base", header: "Base of credits", cell: (line) => (line.isCreditBase ? "Yes" : "No") },
        ]}
      />
    </Card>
  );
}
