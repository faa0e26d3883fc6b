import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDecimal, type Reader } from "@/lib/shared/format";
import { PRICE_METHOD } from "@/lib/sourcing/rfps/labels";
import { type Firmness, judgeFirmness } from "@/lib/sourcing/rules/firmness";
import type { CriterionMove, LotEvaluation } from "@/lib/sourcing/rules/lot-evaluation";
import { WeightBar } from "./weight-bar";

type FirmnessCardProps = { ranking: LotEvaluation; weight: string; reader: Reader };
type SentenceProps = FirmnessCardProps & { firmness: Firmness; names: Record<string, string> };

const HOW = {
  firmly: "wins, firmly",
  clearly: "wins, clearly",
  narrowly: "wins, narrowly",
  byTheRules: "wins under the rules of the RFP",
  unexplained: "ranks first, and an abnormally low price decides it",
} as const;

function Sentence({ ranking, firmness, names, weight, reader }: SentenceProps) {
  const { kind, neighbours, otherMethods, movingCriteria } = firmness;
  if (kind === "tie")
    return <p>The first rank is tied. The award needs a written decision by the RFP&apos;s tie rule.</p>;
  if (kind === "none" || ranking.winner === null) return <p>No bid is ranked.</p>;
  const winner = names[ranking.winner];
  const named = (id: string | null) => (id === null ? "a tie" : `${names[id]} the winner`);
  return (
    <div className="grid gap-2">
      <p className="text-pretty">
        <strong>
          {winner} {HOW[kind]}.
        </strong>{" "}
        {ranking.ranges.length === 0
          ? "The lowest price less the value of quality: there is no weight to move."
          : neighbours.length === 0
            ? "No technical weight from 0 to 100 makes another bid the winner."
            : null}
        {neighbours.length > 0 ? (
          <>
            Moving the technical weight from {formatDecimal(weight, reader)} %{" "}
            {neighbours.map((change, index) => (
              <span key={change.at}>
                {index > 0 ? "; " : ""}to <strong>{formatDecimal(change.at, reader, 1)} %</strong> makes{" "}
                {named(change.to)}
              </span>
            ))}
            .
          </>
        ) : null}
      </p>
      {otherMethods.length > 0 ? (
        <p className="text-pretty">
          {otherMethods.length === 1
            ? "Another price method names another winner"
            : "Other price methods name another winner"}
          : see below.
        </p>
      ) : null}
      {movingCriteria.length > 0 ? (
        <p className="text-pretty">
          {movingCriteria.length === 1
            ? "The weight of one criterion decides as well: see below."
            : `The weights of ${movingCriteria.length} criteria decide as well: see below.`}
        </p>
      ) : null}
    </div>
  );
}

function criterionText(move: CriterionMove, names: Record<string, string>, reader: Reader): string {
  if (move.flipsAt === null) return "stable";
  const to = move.to === null ? "tie" : names[move.to];
  return `${to} at ${formatDecimal(move.flipsAt, reader, 1)} %`;
}

/** "How firm is this?": what it would take for another bid to win. */
export function FirmnessCard(props: FirmnessCardProps) {
  const { ranking, weight, reader } = props;
  const names = Object.fromEntries(ranking.bids.map((bid) => [bid.id, bid.name]));
  const firmness = judgeFirmness(ranking, weight);
  return (
    <Card>
      <CardHeader title="How firm is this?" />
      <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
        <Sentence {...props} names={names} firmness={firmness} />
        {ranking.ranges.length > 0 ? (
          <WeightBar ranges={ranking.ranges} names={names} weight={weight} winner={ranking.winner} />
        ) : null}
        <section aria-label="Winner by price method">
          <h3 className="mb-1 text-ink-3 text-xs">Winner by price method</h3>
          <dl className="grid gap-1 text-sm">
            {ranking.methods.map((outcome) => (
              <div key={outcome.method} className="flex justify-between gap-3">
                <dt className="text-ink-3">{PRICE_METHOD[outcome.method].label}</dt>
                <dd className={outcome.winner === ranking.winner ? RIGHT : `${RIGHT} text-warn`}>
                  {outcome.tie ? "tie" : outcome.winner === null ? "nobody" : names[outcome.winner]}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        {ranking.criteria.length > 0 ? (
          <section aria-label="Weight of a criterion at which another bid wins">
            <h3 className="mb-1 text-ink-3 text-xs">Weight of a criterion at which another bid wins</h3>
            <dl className="grid gap-1 text-sm">
              {ranking.criteria.map((move) => (
                <div key={move.criterionId} className="flex justify-between gap-3">
                  <dt className="min-w-0 text-ink-3">
                    {move.name} ({formatDecimal(move.weight, reader)} %)
                  </dt>
                  <dd className={move.flipsAt === null ? RIGHT : `${RIGHT} text-warn`}>
                    {criterionText(move, names, reader)}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </CardBody>
    </Card>
  );
}

const RIGHT = "min-w-0 text-right font-medium";
