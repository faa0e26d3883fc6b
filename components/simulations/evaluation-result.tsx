import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { Badge, Status } from "@/components/ui/status";
import type { EvaluationBody } from "@/lib/simulations/examples";
import { simulateEvaluation } from "@/lib/sourcing/rules/simulate-evaluation";
import { type EvaluationSimulationResult, evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";

type EvaluationResultProps = { result: EvaluationSimulationResult; body: EvaluationBody; locale: string };

const OTHER_METHODS = [
  ["lowestRatio", "Lowest price ÷ price"],
  ["linear", "Linear between lowest and highest"],
  ["meanDeviation", "Distance from the mean"],
] as const;

/** Who wins, how firm that is, and who would win by the other price methods. */
export function EvaluationResult({ result, body, locale }: EvaluationResultProps) {
  const reader = { locale };
  const { flipsAt, to } = result.sensitivity.technicalWeight;
  const isMoney = body.priceMethod.type === "qualityInMoney";
  return (
    <>
      <Card>
        <CardHeader title={result.winner ? `${result.winner} wins` : result.tie ? "A tie" : "No winner"} />
        <p className="px-4 py-3.5 text-pretty" aria-live="polite">
          {result.tie ? "Two bids have the same total to four decimals: the award needs a written decision. " : null}
          {isMoney ? "The lowest price less the value of quality ranks first." : null}
          {!isMoney && flipsAt ? (
            <>
              How firm is this? At a technical weight of <DecimalText value={flipsAt} reader={reader} decimals={2} /> %{" "}
              {to ? <strong className="font-semibold">{to} wins instead.</strong> : "it becomes a tie."}
            </>
          ) : null}
          {!isMoney && !flipsAt && result.winner ? "Firm: no technical weight from 0 to 100 changes the winner." : null}
        </p>
        <DataTable
          caption="Ranking"
          rows={[...result.bids].sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999))}
          rowKey={(bid) => bid.id}
          columns={[
            {
              key: "id",
              header: "Bid",
              cell: (bid) => (
                <span className="inline-flex flex-wrap gap-1.5">
                  {bid.id}
                  {bid.tied ? <Badge tone="warn">Tied</Badge> : null}
                  {bid.flags.includes("abnormallyLow") ? <Badge tone="warn">Abnormally low</Badge> : null}
                </span>
              ),
            },
            {
              key: "rank",
              header: "Rank",
              align: "right",
              cell: (bid) => bid.rank ?? <Status tone="bad">Below minimum</Status>,
            },
            {
              key: "technical",
              header: "Technical",
              align: "right",
              cell: (bid) => <DecimalText value={bid.technicalScore} reader={reader} decimals={2} />,
            },
            {
              key: "price",
              header: "Price",
              align: "right",
              cell: (bid) =>
                bid.priceScore ? <DecimalText value={bid.priceScore} reader={reader} decimals={2} /> : <Dash />,
            },
            {
              key: "total",
              header: "Total",
              align: "right",
              strong: true,
              cell: (bid) => (bid.total ? <DecimalText value={bid.total} reader={reader} decimals={2} /> : <Dash />),
            },
          ]}
        />
      </Card>
      {isMoney ? null : (
        <Card>
          <CardHeader title="The winner by each price method" />
          <DataTable
            caption="The winner by each price method"
            rows={OTHER_METHODS}
            rowKey={([type]) => type}
            columns={[
              { key: "method", header: "Price method", cell: ([, label]) => label },
              { key: "winner", header: "Winner", cell: ([type]) => winnerBy(body, type) },
            ]}
          />
        </Card>
      )}
    </>
  );
}

function winnerBy(body: EvaluationBody, type: "lowestRatio" | "linear" | "meanDeviation"): string {
  const parsed = evaluationSimulationSchema.safeParse({ ...body, priceMethod: { type } });
  if (!parsed.success) return "—";
  const { winner, tie } = simulateEvaluation(parsed.data);
  return winner ?? (tie ? "A tie" : "Nobody");
}
