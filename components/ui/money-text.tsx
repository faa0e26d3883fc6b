import { formatMoney, type MoneyStyle, type Reader } from "@/lib/shared/format";
import { Dash } from "./dash";

type MoneyTextProps = MoneyStyle & {
  amount: string | null | undefined;
  currency: string;
  reader: Pick<Reader, "locale">;
  missing?: string;
};

/** No decimals for money that is read; `digits="paid"` for money that will be paid. */
export function MoneyText({ amount, currency, reader, missing, ...style }: MoneyTextProps) {
  if (amount === null || amount === undefined || amount === "") return <Dash label={missing} />;
  return (
    <span className="tabular whitespace-nowrap" title={`${amount} ${currency}`}>
      {formatMoney(amount, currency, reader, style)}
    </span>
  );
}
