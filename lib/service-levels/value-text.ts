import { type Decimal, d, roundTo } from "@/lib/shared/decimal";
import { formatDecimal, type Reader } from "@/lib/shared/format";

const SHOWN_DECIMALS = 2;
const HOURS = new Set(["h", "hour", "hours"]);

export type ShownValue = { figure: string; unit: string };

/** A value as it is read: rounded for the eye, hours as hours and minutes. */
export function showValue(
  value: string | Decimal,
  kpi: { unit: string; decimals: number | null },
  reader: Pick<Reader, "locale">,
): ShownValue {
  const exact = d(value);
  if (HOURS.has(kpi.unit.trim().toLowerCase())) {
    const minutes = roundTo(exact.times(60), 0);
    const hours = minutes.dividedToIntegerBy(60);
    const rest = minutes.minus(hours.times(60)).abs();
    return { figure: `${formatDecimal(hours.toFixed(), reader)} h ${rest.toFixed()} min`, unit: "" };
  }
  const decimals = kpi.decimals ?? Math.min(exact.decimalPlaces(), SHOWN_DECIMALS);
  return { figure: formatDecimal(roundTo(exact, decimals).toFixed(decimals), reader), unit: kpi.unit };
}

export function valueText(
  value: string | Decimal,
  kpi: { unit: string; decimals: number | null },
  reader: Pick<Reader, "locale">,
): string {
  const { figure, unit } = showValue(value, kpi, reader);
  // Figure and unit stay on one line.
  return unit === "" ? figure : `${figure}\u00a0${unit}`;
}
