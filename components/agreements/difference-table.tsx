import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { Difference } from "@/lib/agreements/rules/compare-texts";
import type { Reader } from "@/lib/shared/format";
import { DescribedValue } from "./described-value";

type Props = {
  title: string;
  sub?: ReactNode;
  differences: readonly Difference[];
  currency: string;
  reader: Reader;
};

/** Old beside new, term by term. */
export function DifferenceTable({ title, sub, differences, currency, reader }: Props) {
  return (
    <Card>
      <CardHeader title={title} sub={sub} />
      <DataTable
        caption={title}
        rows={differences}
        rowKey={(each) => each.key}
        empty={<p className="px-4 py-3 text-ink-3 text-sm">Nothing differs.</p>}
        columns={[
          {
            key: "what",
            header: "What",
            cell: ({ section, item, label }) => (
              <>
                {item}
                <span className="block text-ink-3 text-xs">
                  {section} · {label}
                </span>
              </>
            ),
          },
          {
            key: "before",
            header: "Until now",
            cell: ({ before }) => <DescribedValue field={before} currency={currency} reader={reader} />,
          },
          {
            key: "after",
            header: "New",
            cell: ({ after }) => <DescribedValue field={after} currency={currency} reader={reader} />,
          },
        ]}
      />
    </Card>
  );
}
