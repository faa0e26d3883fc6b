import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Progress } from "@/components/ui/progress";
import type { AttainmentGroup } from "@/lib/portfolio/content";
import { shareMet } from "@/lib/portfolio/rules/summary";
import { formatDecimal, type Reader } from "@/lib/shared/format";

type Props = {
  title: string;
  groups: readonly AttainmentGroup[];
  reader: Reader;
  hrefOf: (key: string) => string;
  labelOf?: (label: string) => string;
};

function toneOf(share: number): "good" | "warn" | "bad" {
  if (share >= 95) return "good";
  return share >= 80 ? "warn" : "bad";
}

/** Share of service levels met in the last three months, the worst first. */
export function AttainmentGroups({ title, groups, reader, hrefOf, labelOf = (label) => label }: Props) {
  return (
    <Card>
      <CardHeader title={title} sub="Service levels met, last three months" />
      <DataTable
        caption={title}
        rows={groups}
        rowKey={(group) => group.key}
        rowHref={(group) => hrefOf(group.key)}
        columns={[
          { key: "label", header: "Name", cell: (group) => labelOf(group.label) },
          {
            key: "bar",
            header: "Met",
            cell: (group) => {
              const share = shareMet(group)?.toNumber() ?? 0;
              return (
                <Progress
                  value={share}
                  max={100}
                  tone={toneOf(share)}
                  label={`${labelOf(group.label)}: ${share} % met`}
                />
              );
            },
          },
          {
            key: "share",
            header: "Share",
            align: "right",
            strong: true,
            cell: (group) => `${formatDecimal(shareMet(group)?.toFixed() ?? "0", reader, 1)} %`,
          },
          {
            key: "counted",
            header: "Of",
            align: "right",
            cell: (group) => formatDecimal(String(group.counted), reader),
          },
        ]}
        empty={<p className="px-4 py-6 text-ink-2">No service level was measured in these months.</p>}
      />
    </Card>
  );
}
