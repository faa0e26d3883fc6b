import { type Decimal, d } from "@/lib/shared/decimal";

const WINDOW = 6;
const FEWEST = 3;

/**
 * The next value if the last months go on as they did: the straight line (least squares) through the last six known
 * values, one period further. Null with fewer than three. A percentage stays between 0 and 100.
 */
export function forecastNext(values: readonly (Decimal | null)[], isPercentage: boolean): Decimal | null {
  const points = values.slice(-WINDOW).flatMap((value, index) => (value === null ? [] : [{ x: d(index), y: value }]));
  if (points.length < FEWEST) return null;
  const count = points.length;
  const meanX = points.reduce((sum, point) => sum.plus(point.x), d(0)).dividedBy(count);
  const meanY = points.reduce((sum, point) => sum.plus(point.y), d(0)).dividedBy(count);
  const spread = points.reduce((sum, { x }) => sum.plus(x.minus(meanX).pow(2)), d(0));
  const common = points.reduce((sum, { x, y }) => sum.plus(x.minus(meanX).times(y.minus(meanY))), d(0));
  const next = Math.min(values.length, WINDOW);
  const forecast = meanY.plus(common.dividedBy(spread).times(d(next).minus(meanX)));
  if (!isPercentage) return forecast;
  if (forecast.lt(0)) return d(0);
  return forecast.gt(100) ? d(100) : forecast;
}
