import { type Decimal, d, HUNDRED, ONE, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";

/**
 * How a price becomes a score of 0 to 100. `linear` takes the limits fixed in the RFP; a limit that is absent is
 * taken from the bids. `qualityInMoney` has no score: it ranks by price minus the money value of quality.
 */
export type PriceMethod =
  | { type: "lowestRatio" }
  | { type: "linear"; minimum?: Decimal | undefined; maximum?: Decimal | undefined }
  | { type: "meanDeviation" }
  | { type: "qualityInMoney" };

export type PriceMethodType = PriceMethod["type"];
export type ScoringPriceMethod = Exclude<PriceMethod, { type: "qualityInMoney" }>;

/** The figures of the field that every bid's price is compared with, and how one price is then scored. */
export type PriceScale = { basis: string; score: (price: Decimal) => Decimal };

function clampScore(score: Decimal): Decimal {
  if (score.lt(ZERO)) return ZERO;
  return score.gt(HUNDRED) ? HUNDRED : score;
}

function lowestOf(prices: Decimal[]): Decimal {
  return prices.reduce((lowest, price) => (price.lt(lowest) ? price : lowest), prices[0] ?? ONE);
}

function highestOf(prices: Decimal[]): Decimal {
  return prices.reduce((highest, price) => (price.gt(highest) ? price : highest), prices[0] ?? ONE);
}

function linearScale(minimum: Decimal, maximum: Decimal): PriceScale {
  const span = maximum.minus(minimum);
  return {
    basis: `minimum ${minimum.toFixed()}, maximum ${maximum.toFixed()}`,
    // Without a span (one bid, or all at the same price) there is nothing between: at or under the limit is full.
    score: (price) => {
      if (span.lte(ZERO)) return price.lte(minimum) ? HUNDRED : ZERO;
      return clampScore(maximum.minus(price).times(HUNDRED).dividedBy(span));
    },
  };
}

/**
 * The scale on which prices are scored. `prices` are those of the admitted bids only (more than zero): a bid under
 * the minimum technical score counts neither as the lowest nor in a mean.
 */
export function buildPriceScale(method: ScoringPriceMethod, prices: Decimal[]): PriceScale {
  switch (method.type) {
    case "lowestRatio": {
      const lowest = lowestOf(prices);
      return {
        basis: `lowest price ${lowest.toFixed()}`,
        score: (price) => lowest.times(HUNDRED).dividedBy(price),
      };
    }
    case "linear":
      return linearScale(method.minimum ?? lowestOf(prices), method.maximum ?? highestOf(prices));
    case "meanDeviation": {
      const mean = prices.length === 0 ? ONE : sum(prices).dividedBy(prices.length);
      return {
        basis: `mean price ${toDecimalText(mean)}`,
        score: (price) => clampScore(d(50).minus(price.minus(mean).times(HUNDRED).dividedBy(mean))),
      };
    }
  }
}
