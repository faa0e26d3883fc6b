import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, type Reader } from "@/lib/shared/format";
import { PRICE_METHOD } from "@/lib/sourcing/rfps/labels";
import type { LotEvaluation } from "@/lib/sourcing/rules/lot-evaluation";
import { WeightBar } from "./weight-bar";

/** The nearest change of winner this many points away or less is narrow. */
const NARROW = 5;

type FirmnessCardProps = { ranking: LotEvaluation; weight: string; reader: Reader };

function namesOf(ranking: LotEvaluation): Record<string, string> {
  return Object.fromEntries(ranking.bids.map((bid) => [bid.id, bid.name]));
}

/** The weights next to the set one at which the winner changes, downwards and upwards. */
function neighbours(ranking: LotEvaluation, weight: string) {
  const own = ranking.ranges.findIndex(
    (range) => d(range.from).lte(weight) && d(range.to).gte(weight) && range.winner === ranking.winner,
  );
  const [below, range, above] = [ranking.ranges[own - 1], ranking.ranges[own], ranking.ranges[own + 1]];
  return [
    ...(below && range ? [{ at: range.from, to: below.winner }] : []),
    ...(above && range ? [{ at: range.to, to: above.winner }] : []),
  ];
}

function Sentence({ ranking, weight, reader }: FirmnessCardProps) {
  const names = namesOf(ranking);
  if (ranking.tie) return <p>The first rank is tied. The award needs a written decision by the RFP&apos;s tie rule.</p>;
  if (ranking.winner === null) return <p>No bid is ranked.</p>;
  const winner = names[ranking.winner];
  if (ranking.ranges.length === 0)
    return (
      <p className="text-pretty">
        {winner} wins: the lowest price less the value of quality. There is no weight to move.
      </p>
    );
  const changes = neighbours(ranking, weight);
  if (changes.length === 0) {
    return (
      <p className="text-pretty">
        <strong>{winner} wins, firmly.</strong> No technical weight from 0 to 100 makes another bid the winner.
      </p>
    );
  }
  const nearest = Math.min(...changes.map((change) => d(change.at).minus(weight).abs().toNumber()));
  return (
    <p className="text-pretty">
      <strong>
        {winner} wins, {nearest <= NARROW ? "narrowly" : "clearly"}.
      </strong>{" "}
      Moving the technical weight from {formatDecimal(weight, reader)} %{" "}
      {changes.map((change, index) => (
        <span key={change.at}>
          {index > 0 ? "; " : ""}to <strong>{formatDecimal(change.at, reader, 1)} %</strong> makes{" "}
          {change.to === null ? "a tie" : `${names[change.to]}${index === 0 ? " the winner" : ""}`}
        </span>
      ))}
      .
    </p>
  );
}

/** "How firm is this?": what it would take for another bid to win. */
export function FirmnessCard(props: FirmnessCardProps) {
  const { ranking, weight } = props;
  const names = namesOf(ranking);
  return (
    <Card>
      <CardHeader title="How firm is this?" />
      <CardBody className="grid grid-cols-[minmax(0,1fr)] gap-3.5">
        <Sentence {...props} />
        {ranking.ranges.length > 0 ? (
          <WeightBar ranges={ranking.ranges} names={names} weight={weight} winner={ranking.winner} />
        ) : null}
        <dl className="grid gap-1 text-sm">
          {ranking.methods.map((outcome) => (
            <div key={outcome.method} className="flex justify-between gap-3">
              <dt className="text-ink-3">{PRICE_METHOD[outcome.method].label}</dt>
              <dd className="min-w-0 text-right font-medium">
                {outcome.tie ? "tie" : outcome.winner === null ? "nobody" : names[outcome.winner]}
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
