import { formatDecimal, type Reader } from "@/lib/shared/format";
import { Dash } from "./dash";

type DecimalTextProps = {
  value: string | null | undefined;
  reader: Pick<Reader, "locale">;
  decimals?: number;
  /** "%", "hours", "FTE": stands behind the value, a thin space between. */
  unit?: string;
  sign?: "auto" | "always";
  missing?: string;
};

export function DecimalText({ value, reader, decimals, unit, sign, missing }: DecimalTextProps) {
  if (value === null || value === undefined || value === "") return <Dash label={missing} />;
  return (
    <span className="tabular whitespace-nowrap">
      {formatDecimal(value, reader, decimals, sign)}
      {unit ? ` ${unit}` : null}
    </span>
  );
}
