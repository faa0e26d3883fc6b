"use client";

import { useId, useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDecimal, type Reader } from "@/lib/shared/format";
import { evaluateLot, type LotBid, type StoredRules } from "@/lib/sourcing/rules/lot-evaluation";

type WeightSliderProps = { bids: LotBid[]; rules: StoredRules; reader: Reader };

/** Tries other technical weights with the very rule that ranks. Nothing is stored: the weights are fixed since publication. */
export function WeightSlider({ bids, rules, reader }: WeightSliderProps) {
  const id = useId();
  const [weight, setWeight] = useState(rules.technicalWeight);
  const ranking = evaluateLot(bids, { ...rules, technicalWeight: weight });
  return (
    <Card>
      <CardHeader
        title="Try other weights"
        sub="To see how the ranking would move. The weights of the RFP stay as published."
      />
      <CardBody className="grid gap-3">
        <label htmlFor={id} className="flex flex-wrap justify-between gap-2 font-medium text-sm">
          <span>Technical weight</span>
          <output htmlFor={id}>
            technical {formatDecimal(weight, reader)} %, price {formatDecimal(String(100 - Number(weight)), reader)} %
          </output>
        </label>
        <input
          id={id}
          type="range"
          min={0}
          max={100}
          step={0.5}
          value={weight}
          onChange={(event) => setWeight(event.target.value)}
          className="h-6 w-full accent-accent"
        />
        <ol className="grid gap-1" aria-live="polite">
          {ranking?.bids.map((bid) => (
            <li key={bid.id} className="tabular flex justify-between gap-4">
              <span className={bid.rank === 1 ? "font-semibold" : undefined}>
                {bid.rank ?? "–"}. {bid.name}
                {bid.tied ? " (tied)" : ""}
              </span>
              <span>{bid.total === null ? "out" : formatDecimal(bid.total, reader, 2)}</span>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
