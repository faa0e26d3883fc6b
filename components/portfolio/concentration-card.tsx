import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import type { PortfolioContent } from "@/lib/portfolio/content";
import { measureConcentration } from "@/lib/portfolio/rules/concentration";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";

type Props = {
  title: string;
  content: PortfolioContent;
  reader: Reader;
  nodeOf: (charge: PortfolioContent["charges"][number]) => { key: string; label: string };
  hrefOf: (key: string) => string;
};

const TONES = { low: "good", moderate: "warn", high: "bad" } as const;
const WORDS = { low: "Spread", moderate: "Moderately concentrated", high: "Highly concentrated" } as const;

/** Who holds how much of the charges, and how many engagements stop if they fail. */
export function ConcentrationCard({ title, content, reader, nodeOf, hrefOf }: Props) {
  const labels = new Map(content.charges.map((charge) => [nodeOf(charge).key, nodeOf(charge).label]));
  const { result, steps } = measureConcentration(
    content.charges.map((charge) => ({
      node: nodeOf(charge).key,
      engagement: charge.engagement,
      amount: d(charge.amount),
    })),
  );
  const named = steps.map((step) => {
    const [key = "", ...rest] = step.label.split(": ");
    return labels.has(key) ? { ...step, label: [labels.get(key), ...rest].join(": ") } : step;
  });
  return (
    <Card>
      <CardHeader
        title={title}
        sub="Share of charges, last twelve months"
        action={<StepsDialog title={title} steps={named} />}
      />
      <DataTable
        caption={title}
        rows={result.shares.slice(0, 8)}
        rowKey={(share) => share.node}
        rowHref={(share) => hrefOf(share.node)}
        columns={[
          { key: "node", header: "Name", cell: (share) => labels.get(share.node) ?? share.node },
          {
            key: "amount",
            header: "Charges",
            align: "right",
            cell: (share) => formatMoney(share.amount.toFixed(), content.currency, reader),
          },
          {
            key: "share",
            header: "Share",
            align: "right",
            strong: true,
            cell: (share) => `${formatDecimal(share.share.toFixed(1), reader, 1)} %`,
          },
          { key: "stops", header: "Stops with it", align: "right", cell: (share) => `${share.engagements.length}` },
        ]}
        empty={<p className="px-4 py-6 text-ink-2">No charges were recorded yet.</p>}
      />
      {result.herfindahl && result.level ? (
        <CardFooter>
          <Status tone={TONES[result.level]}>{WORDS[result.level]}</Status>
          <span className="tabular">Herfindahl index {formatDecimal(result.herfindahl.toFixed(0), reader, 0)}</span>
        </CardFooter>
      ) : null}
    </Card>
  );
}
