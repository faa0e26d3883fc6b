import { type Decimal, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import type { Charge } from "./charge";

/** Price per unit from a volume on. Bands stand in rising order and the first begins at 0. */
export type PriceBand = { from: Decimal; price: Decimal };

/** Exactly at the lower bound of a band belongs to it: the whole volume at its price. */
export function chargeAtReachedBand(bands: readonly PriceBand[], volume: Decimal): Charge {
  const band = bands.findLast((each) => volume.gte(each.from));
  if (!band) return { result: ZERO, steps: [{ label: "Volume", value: `${volume}: no band is reached` }] };
  const result = volume.times(band.price);
  const steps = [
    { label: "Volume", value: toDecimalText(volume) },
    { label: "Band reached", value: `from ${band.from}: ${band.price} a unit` },
    { label: "Volume × price", value: `${volume} × ${band.price} = ${toDecimalText(result)}` },
  ];
  return { result, steps };
}

/** Each slice of the volume at the price of its own band. */
export function chargeBySlices(bands: readonly PriceBand[], volume: Decimal): Charge {
  const steps: Step[] = [{ label: "Volume", value: toDecimalText(volume) }];
  let result = ZERO;
  bands.forEach((band, index) => {
    const next = bands[index + 1]?.from;
    const end = next && volume.gt(next) ? next : volume;
    if (end.lte(band.from)) return;
    const units = end.minus(band.from);
    const amount = units.times(band.price);
    result = result.plus(amount);
    steps.push({
      label: `Slice from ${band.from} to ${end}: units × price`,
      value: `${units} × ${band.price} = ${toDecimalText(amount)}`,
    });
  });
  return { result, steps };
}
